import type { Export, Table } from './export.js';
import { schema } from './sqlite/schema.js';
import { type Cell, tablesOf } from './sqlite/tablesOf.js';

export const sqlite: Export = {
  format: 'sqlite',
  path: 'sqlite/prices.sqlite',
  summary: 'a database with the tables models, offers, prices, tiers and sources',
  notes: [
    'a tier is a set of conditions of an offer; prices point to it, base prices to none',
    'witnesses that differ and the match of names are left out',
  ],
  write: async (table: Table) => ({ content: await bytesOf(table), losses: [] }),
};

/** Loaded when it is wanted: a machine for SQL is too much for who wants none. */
async function bytesOf(table: Table): Promise<Uint8Array> {
  const { default: start } = await import('sql.js');
  const { Database } = await start();
  const database = new Database();
  try {
    database.run(schema);
    database.run('BEGIN');
    for (const [name, rows] of Object.entries(tablesOf(table))) insert(database, name, rows);
    database.run('COMMIT');
    return database.export();
  } finally {
    database.close();
  }
}

interface Database {
  prepare(sql: string): { run(values: Cell[]): void; free(): boolean };
}

function insert(database: Database, table: string, rows: readonly (readonly Cell[])[]): void {
  const [first] = rows;
  if (!first) return;
  const statement = database.prepare(`INSERT INTO ${table} VALUES (${first.map(() => '?').join(', ')})`);
  for (const row of rows) statement.run([...row]);
  statement.free();
}
