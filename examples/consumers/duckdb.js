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
  await connection.run(`CREATE VIEW csv AS FROM read_csv(${csv}, all_varchar = true)`);
  await connection.run(`CREATE VIEW records AS
    SELECT m.provider AS provider, m.id AS id, CAST(m.cost.input AS DOUBLE) AS input, m.pricing.status AS status
    FROM (SELECT unnest(models) AS m FROM read_json(${table}, maximum_object_size = 100000000,
      columns = { models: 'STRUCT(provider VARCHAR, id VARCHAR, cost STRUCT(input DOUBLE), pricing STRUCT(status VARCHAR))[]' }))`);
  const same = await rows(`SELECT
    (SELECT count(*) FROM parquet) AS parquet, (SELECT count(*) FROM csv) AS csv,
    (SELECT count(*) FROM (SELECT price_usd FROM parquet ORDER BY ALL) p POSITIONAL JOIN
      (SELECT CAST(price_usd AS DOUBLE) AS c FROM csv ORDER BY ALL) WHERE price_usd IS DISTINCT FROM c) AS differ`);
  assert.equal(same[0].parquet, same[0].csv);
  assert.equal(Number(same[0].differ), 0);
  const base = `price_field = 'input' AND context_above IS NULL AND context_up_to IS NULL AND service_tier IS NULL AND region IS NULL
    AND variant IS NULL AND quantity_above IS NULL AND time_utc IS NULL AND days IS NULL AND valid_from IS NULL AND valid_to IS NULL`;
  const apart = await rows(`SELECT count(*) AS n FROM records r FULL JOIN (SELECT * FROM parquet WHERE ${base}) p
    USING (provider, id) WHERE r.status = 'priced' AND r.input IS DISTINCT FROM p.price_usd`);
  assert.equal(Number(apart[0].n), 0);
  const [gpt] = await rows(`SELECT count(*) AS n, min(price_usd) AS low FROM parquet WHERE id = 'gpt-4o' AND ${base}`);
  const types = await rows(
    `SELECT typeof(price_usd) AS p, typeof(valid_from) AS d, typeof(context_above) AS c FROM parquet LIMIT 1`,
  );
  assert.deepEqual(types[0], { p: 'DOUBLE', d: 'DATE', c: 'BIGINT' });
  return {
    ...{ consumer: 'DuckDB, @duckdb/node-api', version: require('@duckdb/node-api/package.json').version },
    pointed:
      '`read_parquet`, `read_csv`, `read_json` of `parquet/prices.parquet`, `csv/prices.csv`, `table/table.json`',
    asked: 'how many offers are called `gpt-4o`, and the lowest price of their input; whether the three files agree',
    answered: `${gpt.n} offers from ${gpt.low} USD per 1,000 tokens; ${same[0].parquet} rows, none of which differs`,
  };
}
