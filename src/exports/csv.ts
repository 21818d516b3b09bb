import { csvLine } from './csvCells.js';
import { plainDecimal } from './exact.js';
import type { Export, Table } from './export.js';
import { type PriceRow, priceRows } from './priceRows.js';
import { unitOf } from './units.js';

type Cell = string | number | null;

const columns: readonly (readonly [string, (row: PriceRow) => Cell | undefined])[] = [
  ['provider', ({ provider }) => provider],
  ['id', ({ id }) => id],
  ['name', ({ name }) => name],
  ['model', ({ model }) => model],
  ['mode', ({ mode }) => mode],
  ['status', ({ status }) => status],
  ['price_field', ({ field }) => field],
  ['price_usd', ({ price }) => (price === null ? null : plainDecimal(price))],
  ['per', ({ field }) => field && unitOf(field)],
  ['context_above', ({ when }) => when.contextAbove],
  ['context_up_to', ({ when }) => when.contextUpTo],
  ['service_tier', ({ when }) => when.serviceTier],
  ['region', ({ when }) => when.region],
  ['variant', ({ when }) => when.variant],
  ['quantity_above', ({ when }) => when.quantityAbove],
  ['time_utc', ({ when }) => when.timeUtc],
  ['days', ({ when }) => when.days],
  ['valid_from', ({ when }) => when.from],
  ['valid_to', ({ when }) => when.until],
  ['stated_by', ({ witness }) => witness],
  ['confidence', ({ confidence }) => confidence],
  ['stated_on', ({ page }) => page?.fetchedAt.slice(0, 10)],
  ['page', ({ page }) => page?.url],
  ['why_none', ({ field, issues }) => (field === null ? issues.join(' ') : null)],
];

export const csv: Export = {
  format: 'csv',
  path: 'csv/prices.csv',
  summary: 'one price a row, for spreadsheets and databases',
  notes: [
    'a text that a spreadsheet would run as a formula begins with an apostrophe',
    'an offer without a price has one row, which says why',
    'limits, capabilities and dates are left out',
  ],
  write: (table: Table) => ({
    content: [
      csvLine(columns.map(([name]) => name)),
      ...priceRows(table).map((row) => csvLine(columns.map(([, cell]) => cell(row) ?? null))),
    ].join(''),
    losses: [],
  }),
};
