-- What calls cost, joined from a log and price_cells. DuckDB; read price_cells.sql first.
--
-- It reads usage, which you make: one row a call, with
--   call          your key
--   provider, id  the offer, as ratecard spells it
--   called_at     TIMESTAMP, UTC
--   service_tier  as the provider says it, or null
--   region        as the provider says it, or null
--   units         MAP(VARCHAR, BIGINT) by the names of prices; no token in two of them: {input: 900, cacheRead: 100, output: 50}
-- and gives call_costs: a row a call with usd, exact, or null where part of it has no price that is known, which unpriced names.
-- Of many logs, CREATE TABLE AS makes a table of price_cells once.

-- What a call is billed for, a row each. A call is one request, where requests have a price.
CREATE OR REPLACE VIEW call_parts AS
WITH calls AS (
  SELECT call, provider, id, called_at, hour(called_at) * 60 + minute(called_at) AS minute, units,
    list_sum(list_transform(['input', 'inputAudio', 'inputImage', 'cacheRead', 'cacheWrite', 'cacheWrite1h'],
      lambda name: coalesce(units[name], 0)))::BIGINT AS prompt,
    CASE WHEN list_contains(levels, level_named(service_tier)) THEN level_named(service_tier) ELSE '?' END AS level,
    CASE WHEN list_contains(regions, spelled(region)) THEN spelled(region) ELSE '' END AS region,
    list_contains(components, 'perRequest') AND coalesce(units['perRequest'], 0) = 0 AS is_request
  FROM usage LEFT JOIN priced_offers USING (provider, id)
)
SELECT * EXCLUDE (units, is_request, part), part.key AS component, part.value AS units, false AS is_implied
  FROM (SELECT *, unnest(map_entries(units)) AS part FROM calls)
UNION ALL
SELECT * EXCLUDE (units, is_request), 'perRequest', 1, true FROM calls WHERE is_request;

CREATE OR REPLACE VIEW call_costs AS
SELECT part.call,
  CASE WHEN bool_and(usd_each IS NOT NULL OR is_implied OR units = 0) THEN sum(coalesce(units * usd_each, 0)) END AS usd,
  list(part.component) FILTER (usd_each IS NULL AND NOT is_implied AND units > 0) AS unpriced
FROM call_parts AS part LEFT JOIN price_cells AS price
  ON price.provider = part.provider AND price.id = part.id AND price.component = part.component
  AND price.level = part.level AND price.region = part.region
  AND part.called_at >= price.valid_from AND part.called_at < price.valid_to
  AND part.prompt > price.prompt_above AND part.prompt <= price.prompt_up_to
  AND part.minute >= price.minute_from AND part.minute < price.minute_to
GROUP BY part.call;
