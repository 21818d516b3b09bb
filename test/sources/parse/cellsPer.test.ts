import { expect, it } from 'vitest';
import { cellsPer } from '../../../src/sources/parse/cellsPer.js';
import { markdownTables } from '../../../src/sources/parse/markdown.js';

const [table] = markdownTables(`
| Model | Input Price (1M Tokens) | Output Price (per image) | Cached |
|---|---|---|---|
| a | $1 | $2 | $3 |
| b | $1 / page |  | - |
`);

it.each([
  [0, /^input/, '$1 / 1M Tokens'],
  [0, /^output/, '$2 / image'],
  [0, /^cached/, '$3'],
  [1, /^input/, '$1 / page'],
  [1, /^output/, ''],
  [1, /^reasoning/, ''],
])('cellsPer reads row %i of %s as %j', (row, title, shown) =>
  expect(table && cellsPer(table, table.rows[row] ?? [], { it: title }, 'it')).toEqual({ it: shown }),
);
