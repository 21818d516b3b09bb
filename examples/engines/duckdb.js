import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

/** Opens a log and prices.parquet in DuckDB; gives the function that adds up what the calls cost, as known at a moment. */
export async function openDuckDb({ prices, usage, memory = '1GB' }) {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: memory });
  const connection = await instance.connect();
  await connection.run(`CREATE VIEW prices AS FROM read_parquet(${quoted(prices)})`);
  await connection.run(`CREATE TABLE usage AS
    SELECT call, provider, model AS id, "at" AS called_at, "serviceTier" AS service_tier, region, units
    FROM read_json(${quoted(usage)}, format = 'newline_delimited', columns = { call: 'INTEGER', provider: 'VARCHAR',
      model: 'VARCHAR', "at": 'TIMESTAMP', "serviceTier": 'VARCHAR', region: 'VARCHAR', units: 'MAP(VARCHAR, BIGINT)' })`);
  for (const name of ['price_cells', 'call_costs'])
    await connection.run(await readFile(join(import.meta.dirname, `../sql/duckdb/${name}.sql`), 'utf8'));
  return {
    name: 'DuckDB, range join',
    async total(asOf) {
      await connection.run(`SET VARIABLE as_of = ${asOf ? `TIMESTAMP ${quoted(asOf.toISOString())}` : 'NULL'}`);
      const reader = await connection.runAndReadAll(
        'SELECT sum(usd)::VARCHAR AS total, count(usd)::INTEGER AS priced, count(*)::INTEGER AS calls FROM call_costs',
      );
      return reader.getRowObjectsJson()[0];
    },
    close: () => instance.closeSync(),
  };
}
