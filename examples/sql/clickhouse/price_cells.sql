-- Which price is charged when, from prices.parquet. ClickHouse; duckdb/price_cells.sql has the rules. It reads
--   prices         CREATE VIEW prices AS SELECT * FROM file('prices.parquet');
--   price_version  one row, as_of: the time at which a run began, to go by the prices that were known after it as `cost --as-of`
--                  does; far ahead for those that are known now:
--                  CREATE VIEW price_version AS SELECT toDateTime64('2200-01-01', 3, 'UTC') AS as_of;
-- and gives price_cells.

CREATE OR REPLACE FUNCTION spelled AS (name) -> replaceRegexpAll(lowerUTF8(name), '[^\\p{L}\\p{N}]+', ' ');

-- A level of service in one spelling; '' is the standard one.
CREATE OR REPLACE FUNCTION level_word AS (name) ->
  replaceRegexpOne(replaceRegexpAll(lowerUTF8(trim(name)), '[\\s-]+', '_'), '^(on_demand_|service_tier_|traffic_type_)', '');
CREATE OR REPLACE FUNCTION level_named AS (name) ->
  if(level_word(name) IN ('default', 'standard', 'auto', 'on_demand', 'standard_only', 'unspecified', 'none', 'regular'),
    '', level_word(name));

CREATE OR REPLACE FUNCTION minute_of AS (clock) -> toInt32OrZero(substring(clock, 1, 2)) * 60 + toInt32OrZero(substring(clock, 4, 2));

-- Wherever the conditions of one price hold, those of the other do. A function takes a field of its arguments by this name only.
CREATE OR REPLACE FUNCTION is_within AS (one, other) ->
  tupleElement(one, 'above') >= tupleElement(other, 'above') AND tupleElement(one, 'up_to') <= tupleElement(other, 'up_to')
  AND (tupleElement(other, 'tier') = '' OR tupleElement(other, 'tier') = tupleElement(one, 'tier'))
  AND (tupleElement(other, 'area') = '' OR tupleElement(other, 'area') = tupleElement(one, 'area'))
  AND (tupleElement(other, 'days') = '' OR tupleElement(other, 'days') = tupleElement(one, 'days'))
  AND (tupleElement(other, 'minutes') = 1440 OR tupleElement(one, 'minutes')
    + (tupleElement(one, 'starts') - tupleElement(other, 'starts') + 1440) % 1440 <= tupleElement(other, 'minutes'));

-- Steps of one ladder, which differ in the length of the prompt alone: the highest one that is passed holds alone.
CREATE OR REPLACE FUNCTION is_lower_step AS (one, other) ->
  0 <= tupleElement(one, 'above') AND tupleElement(one, 'above') < tupleElement(other, 'above')
  AND (tupleElement(one, 'up_to'), tupleElement(one, 'tier'), tupleElement(one, 'area'), tupleElement(one, 'days'),
      tupleElement(one, 'starts'), tupleElement(one, 'minutes'))
    = (tupleElement(other, 'up_to'), tupleElement(other, 'tier'), tupleElement(other, 'area'), tupleElement(other, 'days'),
      tupleElement(other, 'starts'), tupleElement(other, 'minutes'));
CREATE OR REPLACE FUNCTION highest AS (them) ->
  arrayFilter(one -> NOT arrayExists(other -> is_lower_step(one, other), them), them);

-- The prices that have the narrowest conditions, and the one that they agree on.
CREATE OR REPLACE FUNCTION narrowest AS (them) ->
  arrayFilter(one -> NOT arrayExists(other -> is_within(other, one) AND NOT is_within(one, other), them), them);
CREATE OR REPLACE FUNCTION agreed AS (them) ->
  if(length(arrayDistinct(arrayMap(one -> one.usd, them))) = 1 AND NOT arrayExists(one -> one.days != '' OR one.usd IS NULL, them),
    them[1].usd, NULL);

-- Each number with the one that follows.
CREATE OR REPLACE FUNCTION spans AS (them, last) ->
  arrayZip(arraySort(them), arrayPushBack(arrayPopFront(arraySort(them)), last));

CREATE OR REPLACE VIEW prices_as_of AS
SELECT assumeNotNull(provider) AS provider, assumeNotNull(id) AS id, CAST(
  (price_field, usd_each, ifNull(context_above, -1), ifNull(context_up_to, 9007199254740991), ifNull(service_tier, ''),
    level_named(ifNull(service_tier, '')), ifNull(region, ''), spelled(ifNull(region, '')), ifNull(days, ''),
    minute_of(ifNull(time_utc, '')),
    if(time_utc IS NULL, 1440, (minute_of(substring(ifNull(time_utc, ''), 7)) - minute_of(ifNull(time_utc, '')) + 1439) % 1440 + 1),
    ifNull(valid_from, toDateTime64('1900-01-01', 3, 'UTC')), ifNull(valid_to, toDateTime64('2200-01-01', 3, 'UTC')),
    -- Others hold for calls that name a size, a quality or a quantity; these name none.
    variant IS NULL AND quantity_above IS NULL),
  'Tuple(field String, usd Nullable(Decimal(38, 24)), above Int64, up_to Int64, tier String, level String, area String, region String,
    days String, starts Int32, minutes Int32, valid_from DateTime64(3, \'UTC\'), valid_to DateTime64(3, \'UTC\'),
    is_plain Bool)') AS price
FROM prices
WHERE price_field IS NOT NULL
  AND (known_from IS NULL OR known_from <= (SELECT max(as_of) FROM price_version))
  AND (known_to IS NULL OR known_to > (SELECT max(as_of) FROM price_version));

-- Of each offer, its prices and where the price of something may change.
CREATE OR REPLACE VIEW priced_offers AS
SELECT provider, id, groupArray(price) AS them,
  -- '?' stands for every level that the offer does not name.
  arrayDistinct(arrayConcat(arrayMap(one -> one.level, them), ['', '?'])) AS levels,
  arrayDistinct(arrayConcat(arrayMap(one -> one.region, them), [''])) AS regions,
  arrayDistinct(arrayMap(one -> one.field, them)) AS fields,
  arrayDistinct(arrayConcat(fields, if(has(fields, 'output'), ['reasoning'], []), if(has(fields, 'input'), ['inputImage'], []),
    if(arrayExists(one -> ifNull(one.usd = 0, false), them), ['input', 'output', 'cacheRead', 'cacheWrite', 'cacheWrite1h', 'reasoning', 'inputAudio',
      'outputAudio', 'inputImage', 'outputImage'], []))) AS components,
  spans(arrayDistinct(arrayConcat([toInt64(-1)], arrayMap(one -> one.above, them),
    arrayFilter(limit -> limit < 9007199254740991, arrayMap(one -> one.up_to, them)))), 9007199254740991) AS prompts,
  spans(arrayDistinct(arrayConcat([toInt32(0)], arrayMap(one -> one.starts, them), arrayMap(one -> (one.starts + one.minutes) % 1440, them))), 1440) AS hours,
  spans(arrayDistinct(arrayConcat(arrayMap(one -> one.valid_from, them),
    arrayFilter(end -> end < toDateTime64('2200-01-01', 3, 'UTC'), arrayMap(one -> one.valid_to, them)))), toDateTime64('2200-01-01', 3, 'UTC')) AS times
FROM prices_as_of GROUP BY provider, id;

CREATE OR REPLACE VIEW price_cells AS
WITH points AS (
  SELECT provider, id, them, components, arrayJoin(levels) AS level, arrayJoin(regions) AS region, arrayJoin(prompts) AS prompt,
    arrayJoin(hours) AS hour, arrayJoin(times) AS time
  FROM priced_offers
), current AS (
  SELECT provider, id, components, level, region, prompt, hour, time,
    arrayFilter(one -> one.valid_from <= time.1 AND time.1 < one.valid_to, them) AS known
  FROM points
), held AS (
  SELECT provider, id, components, level, region, prompt, hour, time,
    notEmpty(known) AND NOT arrayExists(one -> ifNull(one.usd, 1) > 0, known) AS is_free,
    highest(arrayFilter(one -> one.is_plain AND one.above <= prompt.1 AND prompt.1 < one.up_to
      AND (one.tier = '' OR one.level = level) AND (one.region = '' OR one.region = region)
      AND (hour.1 - one.starts + 1440) % 1440 < one.minutes, known)) AS holding
  FROM current
), stated AS (
  SELECT provider, id, level, region, prompt, hour, time, component, is_free, startsWith(component, 'per') AS is_piece,
    level = '' OR arrayExists(one -> one.tier != '' AND one.level = level, holding) AS is_served,
    arrayFilter(one -> one.field = component, holding) AS own,
    arrayFilter(one -> one.field = multiIf(component = 'reasoning', 'output', component = 'inputImage', 'input', ''), holding) AS other
  FROM held ARRAY JOIN components AS component
)
SELECT provider, id, component, level, region, prompt.1 AS prompt_above, prompt.2 AS prompt_up_to, hour.1 AS minute_from,
  hour.2 AS minute_to, time.1 AS valid_from, time.2 AS valid_to,
  if(is_free AND NOT is_piece, toDecimal128(0, 24), agreed(narrowest(if(notEmpty(own), own, other)))) AS usd_each
FROM stated WHERE (is_served OR is_piece) AND usd_each IS NOT NULL;
