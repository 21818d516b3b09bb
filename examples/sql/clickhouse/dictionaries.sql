-- What calls cost without a join: by dictionaries, one of which is RANGE_HASHED. ClickHouse; read price_cells.sql first. It reads
-- usage as call_costs.sql does, and gives call_costs_by_dictionary, which says the same. A dictionary is loaded when it is first
-- asked: SYSTEM RELOAD DICTIONARY price_steps, and price_at, after another export or price version.

-- Where the price of an offer may change.
CREATE OR REPLACE DICTIONARY price_steps (
  provider String, id String, levels Array(String), regions Array(String), prompts Array(Int64), hours Array(Int32), has_requests UInt8
) PRIMARY KEY provider, id
SOURCE(CLICKHOUSE(QUERY 'SELECT provider, id, levels, regions, prompts.1 AS prompts, hours.1 AS hours, has(components, \'perRequest\') AS has_requests FROM priced_offers'))
LAYOUT(COMPLEX_KEY_HASHED()) LIFETIME(0);

-- Both ends of a range of a dictionary are in it, so that it ends a millisecond earlier.
CREATE OR REPLACE DICTIONARY price_at (
  provider String, id String, component String, level String, region String, prompt_above Int64, minute_from Int32,
  valid_from DateTime64(3, 'UTC'), last_moment DateTime64(3, 'UTC'), usd_each Nullable(Decimal(38, 24))
) PRIMARY KEY provider, id, component, level, region, prompt_above, minute_from
SOURCE(CLICKHOUSE(QUERY 'SELECT provider, id, component, level, region, prompt_above, minute_from, valid_from, valid_to - toIntervalMillisecond(1) AS last_moment, usd_each FROM price_cells'))
LAYOUT(COMPLEX_KEY_RANGE_HASHED()) RANGE(MIN valid_from MAX last_moment) LIFETIME(0);

CREATE OR REPLACE VIEW call_costs_by_dictionary AS
WITH calls AS (
  SELECT call, provider, id, called_at, service_tier, region, units,
    units['input'] + units['inputAudio'] + units['inputImage'] + units['cacheRead'] + units['cacheWrite'] + units['cacheWrite1h'] AS prompt,
    toHour(called_at) * 60 + toMinute(called_at) AS minute,
    dictGet('price_steps', ('levels', 'regions', 'prompts', 'hours', 'has_requests'), (provider, id)) AS steps
  FROM usage
), placed AS (
  SELECT call, provider, id, called_at, units,
    if(has(steps.1, level_named(service_tier)), level_named(service_tier), '?') AS level,
    if(has(steps.2, spelled(region)), spelled(region), '') AS region,
    arrayMax(arrayFilter(step -> step < prompt, steps.3)) AS prompt_above,
    arrayMax(arrayFilter(step -> step <= minute, steps.4)) AS minute_from,
    steps.5 AND units['perRequest'] = 0 AS is_request
  FROM calls
), priced AS (
  SELECT call, units,
    dictGetOrNull('price_at', 'usd_each', (provider, id, part.1, level, region, prompt_above, minute_from), called_at) AS usd_each,
    part.1 AS component, part.2 AS many, part.3 AS is_implied
  FROM placed ARRAY JOIN arrayConcat(arrayMap((name, many) -> (name, many, false), mapKeys(units), mapValues(units)),
    if(is_request, [('perRequest', toInt64(1), true)], [])) AS part
)
SELECT call, groupArrayIf(component, usd_each IS NULL AND NOT is_implied AND many > 0) AS unpriced,
  if(empty(unpriced), toNullable(sum(ifNull(many * usd_each, 0))), NULL) AS usd
FROM priced GROUP BY call;
