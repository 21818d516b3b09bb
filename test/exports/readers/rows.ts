import { parquetReadObjects } from 'hyparquet';
import start from 'sql.js';
import type { CostField } from '../../../src/model/cost.js';
import type { PriceLine } from '../../../src/cost/priceLines.js';
import { cellsOf } from './cells.js';
import type { Read, Reader } from './reader.js';

type Row = Readonly<Record<string, unknown>>;

/** The conditions of a row, by the names of its columns. */
const columns = {
  context_above: 'contextAbove',
  context_up_to: 'contextUpTo',
  service_tier: 'serviceTier',
  region: 'region',
  variant: 'variant',
  quantity_above: 'quantityAbove',
  time_utc: 'timeUtc',
  days: 'days',
  valid_from: 'from',
  valid_to: 'until',
} as const;
const numbers: readonly string[] = ['contextAbove', 'contextUpTo', 'quantityAbove'];

const whenOf = (row: Row): PriceLine['when'] =>
  Object.fromEntries(
    Object.entries(columns).flatMap(([column, name]) => {
      const value = row[column];
      if (value === null || value === undefined || value === '') return [];
      if (value instanceof Date) return [[name, value.toISOString().slice(0, 10)]];
      return [[name, numbers.includes(name) ? Number(value) : value]];
    }),
  );

/** Rows by their offer; those without a price say why and are no price. */
function byOffer(rows: readonly Row[], price: string, field: string): Awaited<ReturnType<Reader>> {
  const known = new Map<string, Read[]>();
  for (const row of rows) {
    if (row[price] === null || row[price] === '') continue;
    const key = `${unquoted(row['provider'])} ${unquoted(row['id'])}`;
    const read = { field: row[field] as CostField, price: Number(row[price]), when: whenOf(row) };
    known.set(key, [...(known.get(key) ?? []), read]);
  }
  return (provider, id) => known.get(`${provider} ${id}`) ?? [];
}

/** Without the apostrophe that keeps a spreadsheet from running it. */
const unquoted = (cell: unknown): string => String(cell).replace(/^'(?=[=+\-@])/, '');

const rowsOf = (content: string): Row[] => {
  const [head = [], ...rows] = cellsOf(content);
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i]])));
};

export const csv: Reader = (content) => byOffer(rowsOf(String(content)), 'price_usd', 'price_field');

export const focus: Reader = (content) => {
  const known = new Map<string, Read[]>();
  for (const row of rowsOf(String(content))) {
    const details = JSON.parse((row['SkuPriceDetails'] as string) || '{}') as Row;
    const when = Object.entries(details).map(([name, value]) => [`${name[2]?.toLowerCase()}${name.slice(3)}`, value]);
    const key = `${String(row['ProviderName'])} ${unquoted(row['ServiceName'])}`;
    const read = {
      field: row['SkuMeter'] as CostField,
      price: Number(row['ListUnitPrice']),
      when: Object.fromEntries(when) as PriceLine['when'],
    };
    known.set(key, [...(known.get(key) ?? []), read]);
  }
  return (provider, id) => known.get(`${provider} ${id}`) ?? [];
};

export const parquetRows = (content: string | Uint8Array): Promise<Row[]> =>
  parquetReadObjects({ file: new Uint8Array(content as Uint8Array).buffer });

const dayMs = 24 * 60 * 60 * 1000;

/** Its periods are half open, and the last day of a condition counts. */
export const parquet: Reader = async (content) => {
  const rows = (await parquetRows(content)).map((row) => ({
    ...row,
    valid_to: row['valid_to'] instanceof Date ? new Date(row['valid_to'].getTime() - dayMs) : null,
  }));
  return byOffer(rows, 'price_usd', 'price_field');
};

export const sqlite: Reader = async (content) => {
  const { Database } = await start();
  const database = new Database(content as Uint8Array);
  const statement = database.prepare(
    'SELECT p.provider, p.id, p.field, p.usd, t.* FROM prices p LEFT JOIN tiers t USING (tier)',
  );
  const rows: Row[] = [];
  while (statement.step()) {
    const [provider, id, field, usd, ...tier] = statement.get();
    const names = statement.getColumnNames().slice(4);
    rows.push({ ...Object.fromEntries(names.map((name, i) => [name, tier[i]])), provider, id, field, usd });
  }
  database.close();
  return byOffer(rows, 'usd', 'field');
};
