import type { Export, Table } from './export.js';
import { type PriceRow, priceRows } from './priceRows.js';
import { unitOf } from './units.js';

type Kind = 'STRING' | 'DOUBLE' | 'INT64' | 'DATE';
type Cell = string | number | bigint | Date | null | undefined;

const columns: readonly (readonly [string, Kind, (row: PriceRow) => Cell])[] = [
  ['provider', 'STRING', ({ provider }) => provider],
  ['id', 'STRING', ({ id }) => id],
  ['name', 'STRING', ({ name }) => name],
  ['model', 'STRING', ({ model }) => model],
  ['mode', 'STRING', ({ mode }) => mode],
  ['status', 'STRING', ({ status }) => status],
  ['price_field', 'STRING', ({ field }) => field],
  ['price_usd', 'DOUBLE', ({ price }) => price],
  ['per', 'STRING', ({ field }) => field && unitOf(field)],
  ['context_above', 'INT64', ({ when }) => whole(when.contextAbove)],
  ['context_up_to', 'INT64', ({ when }) => whole(when.contextUpTo)],
  ['service_tier', 'STRING', ({ when }) => when.serviceTier],
  ['region', 'STRING', ({ when }) => when.region],
  ['variant', 'STRING', ({ when }) => when.variant],
  ['quantity_above', 'DOUBLE', ({ when }) => when.quantityAbove],
  ['time_utc', 'STRING', ({ when }) => when.timeUtc],
  ['days', 'STRING', ({ when }) => when.days],
  ['valid_from', 'DATE', ({ when }) => day(when.from)],
  ['valid_to', 'DATE', ({ when }) => day(when.until)],
  ['stated_by', 'STRING', ({ witness }) => witness],
  ['confidence', 'DOUBLE', ({ confidence }) => confidence],
  ['stated_on', 'DATE', ({ page }) => day(page?.fetchedAt.slice(0, 10))],
  ['page', 'STRING', ({ page }) => page?.url],
  ['why_none', 'STRING', ({ field, issues }) => (field === null ? issues.join(' ') : null)],
];

const whole = (tokens: number | undefined): bigint | null => (tokens === undefined ? null : BigInt(tokens));
const day = (iso: string | undefined): Date | null => (iso === undefined ? null : new Date(iso));

export const parquet: Export = {
  format: 'parquet',
  path: 'parquet/prices.parquet',
  summary: 'one price a row, typed: DuckDB, pandas, Spark',
  notes: [
    'valid_from and valid_to are days, both included; null = open',
    'an offer without a price has one row, which says why',
    'limits, capabilities and dates of models are left out',
  ],
  write: async (table: Table) => ({ content: await bytesOf(priceRows(table)), losses: [] }),
};

/** The writer is loaded when it is wanted: most runs want none. */
async function bytesOf(rows: readonly PriceRow[]): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  const columnData = columns.map(([name, , cell]) => ({ name, data: rows.map((row) => cell(row) ?? null) }));
  const schema = [
    { name: 'root', num_children: columns.length },
    ...columns.map(([name, kind]) => ({ name, ...elements[kind], repetition_type: 'OPTIONAL' as const })),
  ];
  return new Uint8Array(parquetWriteBuffer({ columnData, schema, createdBy: 'ratecard' }));
}

/** How a type is written. */
const elements = {
  STRING: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  DOUBLE: { type: 'DOUBLE' },
  INT64: { type: 'INT64' },
  DATE: { type: 'INT32', converted_type: 'DATE' },
} as const;
