import type { Export, Table } from './export.js';
import { itemLines } from './json.js';

export const table: Export = {
  format: 'table',
  path: 'table/table.json',
  summary: 'the whole table in one file, a provider a line: openPriceBook({ url }), jq, DuckDB',
  notes: ['the records as they are, nothing is left out'],
  write: (all: Table) => ({ content: itemLines(all), losses: [] }),
};
