import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** DuckDB over CSV, Parquet and JSON: the three say the same. */
export async function duckdb({ assert, exports, require }) {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const rows = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson();
  const [csv, parquet, table] = ['csv/prices.csv', 'parquet/prices.parquet', 'table/table.json'].map(
    (path) => `'${join(exports, path).replaceAll("'", "''")}'`,
  );
  await connection.run(`CREATE VIEW parquet AS FROM read_parquet(${parquet})`);
  await connection.run(`CREATE VIEW csv AS SELECT * REPLACE (regexp_replace(id, '^''([=+@-])', '\\1') AS id)
    FROM read_csv(${csv}, all_varchar = true)`);
  await connection.run(`CREATE VIEW records AS
    SELECT m.provider AS provider, m.id AS id, CAST(m.cost.input AS DOUBLE) AS input, m.pricing.status AS status
    FROM (SELECT unnest(models) AS m FROM read_json(${table}, maximum_object_size = 100000000,
      columns = { models: 'STRUCT(provider VARCHAR, id VARCHAR, cost STRUCT(input DOUBLE), pricing STRUCT(status VARCHAR))[]' }))`);
  // A price has a row for each of its periods in the one, and one for each of its conditions, days among them, in the other.
  const price = `provider, id, price_field, price_usd::DOUBLE, context_above::BIGINT, context_up_to::BIGINT, service_tier, region,
    variant, quantity_above::DOUBLE, time_utc, days, coalesce(why_none, '') AS why_none`;
  const now = 'known_to IS NULL';
  const [same] = await rows(`SELECT
    (SELECT count(*) FROM parquet WHERE ${now}) AS parquet, (SELECT count(*) FROM csv) AS csv,
    (SELECT count(*) FROM (SELECT ${price} FROM parquet WHERE ${now} EXCEPT SELECT ${price} FROM csv)) AS unstated,
    (SELECT count(*) FROM (SELECT ${price} FROM csv EXCEPT SELECT ${price} FROM parquet WHERE ${now})) AS missing`);
  assert.deepEqual([Number(same.unstated), Number(same.missing)], [0, 0]);
  // Against the text of the number: as a number it would be rounded twice.
  const [{ n: apartByOne }] = await rows(`SELECT count(*) AS n FROM parquet
    WHERE price_usd::VARCHAR::DECIMAL(38, 24) IS DISTINCT FROM usd_each * if(per = '1000 Tokens', 1000, 1)::BIGINT`);
  assert.equal(Number(apartByOne), 0);
  const base = `price_field = 'input' AND context_above IS NULL AND context_up_to IS NULL AND service_tier IS NULL AND region IS NULL
    AND variant IS NULL AND quantity_above IS NULL AND time_utc IS NULL AND days IS NULL AND ${now}`;
  const apart = await rows(`SELECT count(*) AS n FROM records r FULL JOIN
    (SELECT provider, id, list(price_usd) AS prices FROM parquet WHERE ${base} GROUP BY ALL) p
    USING (provider, id) WHERE r.status = 'priced' AND NOT coalesce(list_contains(p.prices, r.input), r.input IS NULL)`);
  assert.equal(Number(apart[0].n), 0);
  const [gpt] = await rows(`SELECT count(*) AS n, min(price_usd) AS low FROM parquet WHERE id = 'gpt-4o' AND ${base}`);
  const types = await rows(
    `SELECT typeof(price_usd) AS p, typeof(usd_each) AS e, typeof(valid_from) AS d,
      typeof(context_above) AS c FROM parquet LIMIT 1`,
  );
  assert.deepEqual(types[0], { p: 'DOUBLE', e: 'DECIMAL(38,24)', d: 'TIMESTAMP', c: 'BIGINT' });
  return {
    ...{ consumer: 'DuckDB, @duckdb/node-api', version: require('@duckdb/node-api/package.json').version },
    pointed:
      '`read_parquet`, `read_csv`, `read_json` of `parquet/prices.parquet`, `csv/prices.csv`, `table/table.json`',
    asked: 'how many offers are called `gpt-4o`, and the lowest price of their input; whether the three files agree',
    answered: `${gpt.n} offers from ${gpt.low} USD per 1,000 tokens; ${same.parquet} periods and ${same.csv} rows, no price of which differs`,
  };
}
