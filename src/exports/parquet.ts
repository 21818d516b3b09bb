import type { HistoryLine } from '../model/history.js';
import type { Export, Table } from './export.js';
import { type PeriodRow, periodRows } from './periodRows.js';
import { eachScale, usdEach } from './usdEach.js';
import { unitOf } from './units.js';

type Kind = 'STRING' | 'DOUBLE' | 'INT64' | 'DATE' | 'TIMESTAMP' | 'USD';
type Cell = string | number | bigint | Date | null | undefined;

const columns: readonly (readonly [string, Kind, (row: PeriodRow) => Cell])[] = [
  ['provider', 'STRING', ({ provider }) => provider],
  ['id', 'STRING', ({ id }) => id],
  ['name', 'STRING', ({ name }) => name],
  ['model', 'STRING', ({ model }) => model],
  ['mode', 'STRING', ({ mode }) => mode],
  ['status', 'STRING', ({ status }) => status],
  ['price_field', 'STRING', ({ field }) => field],
  ['price_usd', 'DOUBLE', ({ price }) => price],
  ['per', 'STRING', ({ field }) => field && unitOf(field)],
  ['usd_each', 'USD', ({ field, price }) => (field === null || price === null ? null : usdEach(field, price))],
  ['context_above', 'INT64', ({ when }) => whole(when.contextAbove)],
  ['context_up_to', 'INT64', ({ when }) => whole(when.contextUpTo)],
  ['service_tier', 'STRING', ({ when }) => when.serviceTier],
  ['region', 'STRING', ({ when }) => when.region],
  ['variant', 'STRING', ({ when }) => when.variant],
  ['quantity_above', 'DOUBLE', ({ when }) => when.quantityAbove],
  ['time_utc', 'STRING', ({ when }) => when.timeUtc],
  ['days', 'STRING', ({ when }) => when.days],
  ['valid_from', 'TIMESTAMP', ({ from }) => moment(from)],
  ['valid_to', 'TIMESTAMP', ({ to }) => moment(to)],
  ['known_from', 'TIMESTAMP', ({ knownFrom }) => momentOf(knownFrom)],
  ['known_to', 'TIMESTAMP', ({ knownTo }) => momentOf(knownTo)],
  ['change', 'STRING', ({ change }) => change],
  ['line', 'INT64', ({ line }) => whole(line ?? undefined)],
  ['stated_by', 'STRING', ({ witness }) => witness],
  ['confidence', 'DOUBLE', ({ confidence }) => confidence],
  ['stated_on', 'DATE', ({ page }) => momentOf(page?.fetchedAt.slice(0, 10))],
  ['page', 'STRING', ({ page }) => page?.url],
  ['why_none', 'STRING', ({ field, issues }) => (field === null ? issues.join(' ') : null)],
];

const whole = (many: number | undefined): bigint | null => (many === undefined ? null : BigInt(many));
const moment = (ms: number): Date | null => (Number.isFinite(ms) ? new Date(ms) : null);
const momentOf = (iso: string | null | undefined): Date | null => moment(Date.parse(iso ?? ''));

export const parquet: Export = {
  format: 'parquet',
  path: 'parquet/prices.parquet',
  summary: 'one price and period a row, typed: DuckDB, ClickHouse, pandas, Spark',
  notes: [
    'valid_from and valid_to are when the price held, past prices too: half open, UTC; null = open, or no history says it',
    'known_from and known_to are the runs between which that was what the history said: known_to is null in what it says now',
    'usd_each is the exact price of one token, image or the like; price_usd is that of what per says',
    'confidence is that of the price in the table; an earlier one has none',
    'an offer without a price in the table has one row more, which says why',
    'limits, capabilities and dates of models are left out',
  ],
  takesHistory: true,
  write: async (table: Table, history: readonly HistoryLine[] = []) => {
    const { rows, losses } = periodRows(table, history);
    return { content: await bytesOf(rows), losses };
  },
};

/** The writer is loaded when it is wanted: most runs want none. */
async function bytesOf(rows: readonly PeriodRow[]): Promise<Uint8Array> {
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
  TIMESTAMP: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
  USD: { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, converted_type: 'DECIMAL', precision: 38, scale: eachScale },
} as const;
