import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Session } from 'chdb';

const quoted = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

/** Opens a log and prices.parquet in ClickHouse; gives the functions that add up what the calls cost, as known at a moment. */
export async function openClickHouse({ prices, usage, memory = 1_000_000_000 }) {
  const session = new Session();
  const run = (sql) => session.query(sql, 'JSONEachRow');
  run(`CREATE VIEW prices AS SELECT * FROM file(${quoted(prices)})`);
  run(`CREATE TABLE usage ENGINE = MergeTree ORDER BY call AS
    SELECT call, provider, model AS id, at AS called_at, "serviceTier" AS service_tier, region, units
    FROM file(${quoted(usage)}, JSONEachRow, 'call UInt32, provider String, model String, at DateTime64(3, \\'UTC\\'),
      "serviceTier" String, region String, units Map(String, Int64)')
    SETTINGS date_time_input_format = 'best_effort'`);
  const version = (asOf) =>
    run(`CREATE OR REPLACE VIEW price_version AS
      SELECT toDateTime64(${quoted(asOf ? asOf.toISOString().replace('Z', '').replace('T', ' ') : '2200-01-01')}, 3, 'UTC') AS as_of`);
  version();
  for (const name of ['price_cells', 'call_costs', 'dictionaries']) {
    const text = await readFile(join(import.meta.dirname, `../sql/clickhouse/${name}.sql`), 'utf8');
    for (const statement of text.split(/;\n/)) if (/^(?!--)./m.test(statement)) run(statement);
  }
  const sum = (view) =>
    JSON.parse(
      run(`SELECT toString(sum(usd)) AS total, toUInt32(count(usd)) AS priced, toUInt32(count()) AS calls FROM ${view}
        SETTINGS max_memory_usage = ${memory}`),
    );
  return {
    ways: [
      {
        name: 'ClickHouse, range join',
        total(asOf) {
          version(asOf);
          return sum('call_costs');
        },
      },
      {
        name: 'ClickHouse, RANGE_HASHED dictionary',
        total(asOf) {
          version(asOf);
          for (const name of ['price_steps', 'price_at']) run(`SYSTEM RELOAD DICTIONARY ${name}`);
          return sum('call_costs_by_dictionary');
        },
      },
    ],
    close: () => session.close(),
  };
}
