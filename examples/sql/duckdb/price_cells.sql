-- Which price is charged when, from prices.parquet. DuckDB; clickhouse/price_cells.sql says the same in ClickHouse's words.
--
-- It reads prices, which you make first:
--   CREATE VIEW prices AS FROM read_parquet('data/exports/parquet/prices.parquet');
-- and gives price_cells: of one offer, component, level of service, region, length of the prompt, minute of the day and moment one
-- row, or none where no price is known. A log of any size joins it on equality and ranges, as call_costs.sql does; written to a
-- file it serves any other engine: COPY (FROM price_cells) TO 'price_cells.parquet'. Open ends are the years 1900 and 2200.
--
-- As with `cost --as-of RUN` the prices may be those that were known after a run, by the time at which it began:
--   SET VARIABLE as_of = TIMESTAMP '2026-11-05 03:00:00.000';
-- Without it they are those that are known now.
--
-- The rules are those of `cost --stdin`. A price under a condition stands above one without it, one under more of them above one
-- under fewer, and of steps of the prompt's length the highest alone holds; of two that hold at once and differ neither counts. Where a level of service is named that nobody prices, there
-- is no price of tokens. Reasoning without a price of its own costs as output, images that go in as input. Where
-- all prices of an offer are 0, no tokens cost anything. Two kinds of prices are none here: those by the day of the week, and
-- those for calls that name a size, a quality or a quantity.

CREATE OR REPLACE MACRO spelled(name) AS regexp_replace(lower(name), '[^\p{L}\p{N}]+', ' ', 'g');

-- A level of service in one spelling; '' is the standard one.
CREATE OR REPLACE MACRO level_word(name) AS
  regexp_replace(regexp_replace(lower(trim(name)), '[\s-]+', '_', 'g'), '^(on_demand_|service_tier_|traffic_type_)', '');
CREATE OR REPLACE MACRO level_named(name) AS
  CASE WHEN level_word(name) IN ('default', 'standard', 'auto', 'on_demand', 'standard_only', 'unspecified', 'none', 'regular')
    THEN '' ELSE coalesce(level_word(name), '') END;

CREATE OR REPLACE MACRO minute_of(clock) AS CAST(clock[1:2] AS INTEGER) * 60 + CAST(clock[4:5] AS INTEGER);

-- Wherever the conditions of one price hold, those of the other do.
CREATE OR REPLACE MACRO is_within(one, other) AS
  one.above >= other.above AND one.up_to <= other.up_to AND other.tier IN ('', one.tier) AND other.area IN ('', one.area)
  AND other.days IN ('', one.days)
  AND (other.minutes = 1440 OR (one.starts - other.starts + 1440) % 1440 + one.minutes <= other.minutes);

CREATE OR REPLACE MACRO is_narrower(one, other) AS is_within(one, other) AND NOT is_within(other, one);

-- Steps of one ladder, which differ in the length of the prompt alone: the highest one that is passed holds alone.
CREATE OR REPLACE MACRO is_lower_step(one, other) AS
  0 <= one.above AND one.above < other.above AND one.up_to = other.up_to AND one.tier = other.tier AND one.area = other.area
  AND one.days = other.days AND one.starts = other.starts AND one.minutes = other.minutes;
CREATE OR REPLACE MACRO highest(them) AS
  list_filter(them, lambda one: NOT coalesce(list_bool_or(list_transform(them, lambda other: is_lower_step(one, other))), false));

-- The price that the narrowest conditions have, where they agree.
CREATE OR REPLACE MACRO narrowest(them) AS
  list_filter(them, lambda one: NOT coalesce(list_bool_or(list_transform(them, lambda other: is_narrower(other, one))), false));
CREATE OR REPLACE MACRO agreed(them) AS
  CASE WHEN len(list_distinct(list_transform(them, lambda one: one.usd))) = 1
    AND len(list_filter(them, lambda one: one.days <> '' OR one.usd IS NULL)) = 0 THEN them[1].usd END;

-- Each number with the one that follows.
CREATE OR REPLACE MACRO spans(them, last) AS list_zip(list_sort(them), list_append(list_sort(them)[2:], last));

CREATE OR REPLACE VIEW prices_as_of AS
SELECT provider, id, price_field AS field, usd_each AS usd,
  coalesce(context_above, -1) AS above, coalesce(context_up_to, 9007199254740991) AS up_to,
  coalesce(service_tier, '') AS tier, level_named(service_tier) AS level,
  -- Others hold for calls that name a size, a quality or a quantity; these name none.
  variant IS NULL AND quantity_above IS NULL AS is_plain,
  coalesce(region, '') AS area, coalesce(spelled(region), '') AS region, coalesce(days, '') AS days,
  coalesce(minute_of(time_utc), 0) AS starts,
  coalesce((minute_of(time_utc[7:]) - minute_of(time_utc) + 1439) % 1440 + 1, 1440) AS minutes,
  coalesce(valid_from, TIMESTAMP '1900-01-01') AS valid_from, coalesce(valid_to, TIMESTAMP '2200-01-01') AS valid_to
FROM prices
WHERE price_field IS NOT NULL
  AND (known_from IS NULL OR known_from <= coalesce(getvariable('as_of')::TIMESTAMP, TIMESTAMP 'infinity'))
  AND (known_to IS NULL OR known_to > coalesce(getvariable('as_of')::TIMESTAMP, TIMESTAMP 'infinity'));

-- Of each offer, its prices and where the price of something may change.
CREATE OR REPLACE VIEW priced_offers AS
SELECT provider, id, list(known) AS prices,
  -- '?' stands for every level that the offer does not name.
  list_distinct(list_concat(list(level), ['', '?'])) AS levels, list_distinct(list_concat(list(region), [''])) AS regions,
  list_distinct(list_concat(list(field), CASE WHEN bool_or(field = 'output') THEN ['reasoning'] ELSE [] END,
    CASE WHEN bool_or(field = 'input') THEN ['inputImage'] ELSE [] END,
    CASE WHEN bool_or(usd = 0) THEN ['input', 'output', 'cacheRead', 'cacheWrite', 'cacheWrite1h', 'reasoning', 'inputAudio',
      'outputAudio', 'inputImage', 'outputImage'] ELSE [] END)) AS components,
  spans(list_distinct(list_concat([-1], list(above), list_filter(list(up_to), lambda one: one < 9007199254740991))),
    9007199254740991) AS prompts,
  spans(list_distinct(list_concat([0], list(starts), list((starts + minutes) % 1440))), 1440) AS hours,
  spans(list_distinct(list_concat(list(valid_from), list_filter(list(valid_to), lambda one: one < TIMESTAMP '2200-01-01'))),
    TIMESTAMP '2200-01-01') AS times
FROM prices_as_of AS known GROUP BY provider, id;

CREATE OR REPLACE VIEW price_cells AS
WITH points AS (
  SELECT provider, id, components, level, region, prompt[1] AS prompt_above, prompt[2] AS prompt_up_to,
    hour[1] AS minute_from, hour[2] AS minute_to, time[1] AS valid_from, time[2] AS valid_to,
    list_filter(prices, lambda one: one.valid_from <= time[1] AND time[1] < one.valid_to) AS current
  FROM priced_offers, unnest(levels) AS l(level), unnest(regions) AS r(region), unnest(prompts) AS p(prompt),
    unnest(hours) AS h(hour), unnest(times) AS t(time)
), held AS (
  SELECT *, len(current) > 0 AND len(list_filter(current, lambda one: coalesce(one.usd, 1) > 0)) = 0 AS is_free,
    highest(list_filter(current, lambda one: one.is_plain AND one.above <= prompt_above AND prompt_above < one.up_to
      AND (one.tier = '' OR one.level = level) AND one.region IN ('', region)
      AND (minute_from - one.starts + 1440) % 1440 < one.minutes)) AS holding
  FROM points
), stated AS (
  SELECT *, level = '' OR len(list_filter(holding, lambda one: one.tier <> '' AND one.level = level)) > 0 AS is_served,
    component LIKE 'per%' AS is_piece,
    list_filter(holding, lambda one: one.field = component) AS own,
    list_filter(holding, lambda one: one.field = CASE component WHEN 'reasoning' THEN 'output' WHEN 'inputImage' THEN 'input' END) AS other
  FROM held, unnest(components) AS c(component)
)
SELECT provider, id, component, level, region, prompt_above, prompt_up_to, minute_from, minute_to, valid_from, valid_to,
  CASE WHEN is_free AND NOT is_piece THEN 0 ELSE agreed(narrowest(CASE WHEN len(own) > 0 THEN own ELSE other END)) END AS usd_each
FROM stated WHERE (is_served OR is_piece) AND usd_each IS NOT NULL;
