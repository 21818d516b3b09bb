-- What calls cost, joined from a log and price_cells. ClickHouse; read price_cells.sql first. It reads usage, as
-- duckdb/call_costs.sql has it: call, provider, id, called_at DateTime64(3, 'UTC'), service_tier and region (String, '' where the
-- provider says nothing), units Map(String, Int64); and gives call_costs.

-- What a call is billed for, a row each. A call is one request, where requests have a price.
CREATE OR REPLACE VIEW call_parts AS
SELECT call, provider, id, called_at, minute, prompt, level, region, part.1 AS component, part.2 AS many, part.3 AS is_implied
FROM (
  SELECT call, usage.provider AS provider, usage.id AS id, called_at, toHour(called_at) * 60 + toMinute(called_at) AS minute,
    units['input'] + units['inputAudio'] + units['inputImage'] + units['cacheRead'] + units['cacheWrite'] + units['cacheWrite1h'] AS prompt,
    if(has(levels, level_named(service_tier)), level_named(service_tier), '?') AS level,
    if(has(regions, spelled(usage.region)), spelled(usage.region), '') AS region,
    arrayConcat(arrayMap((name, many) -> (name, many, false), mapKeys(units), mapValues(units)),
      if(has(components, 'perRequest') AND units['perRequest'] = 0, [('perRequest', toInt64(1), true)], [])) AS parts
  FROM usage LEFT JOIN priced_offers USING (provider, id)
) ARRAY JOIN parts AS part;

CREATE OR REPLACE VIEW call_costs AS
SELECT part.call AS call, groupArrayIf(part.component, usd_each IS NULL AND NOT is_implied AND many > 0) AS unpriced,
  if(empty(unpriced), toNullable(sum(ifNull(many * usd_each, 0))), NULL) AS usd
FROM call_parts AS part LEFT JOIN price_cells AS price
  ON price.provider = part.provider AND price.id = part.id AND price.component = part.component
  AND price.level = part.level AND price.region = part.region
  AND part.called_at >= price.valid_from AND part.called_at < price.valid_to
  AND part.prompt > price.prompt_above AND part.prompt <= price.prompt_up_to
  AND part.minute >= price.minute_from AND part.minute < price.minute_to
GROUP BY part.call;
