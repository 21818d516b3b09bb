import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { columnTexts } from '../../../src/sources/parse/columnTexts.js';
import { markdownTables } from '../../../src/sources/parse/markdown.js';
import { ShapeError } from '../../../src/sources/parse/shapeError.js';
import { tableRows } from '../../../src/sources/parse/tableRows.js';

const tables = markdownTables(`
# Text

| Output | Model | Note |
|---|---|---|
| $2 | [a](/a) | new |
| $3 | b |  |

# Batch

| Model | Output price |
|---|---|
| a | $1 |

# Regions

| Region |
|---|
| EU |
`);
const columns = { model: /^model/, output: /^output/, context: /^context/ };

describe('tableRows', () => {
  it('reads the rows of all tables with the needed columns, whatever their order', () => {
    expect(tableRows(tables, columns, 'model', 'output').map(({ shown }) => shown)).toEqual([
      { model: 'a', output: '$2', context: '' },
      { model: 'b', output: '$3', context: '' },
      { model: 'a', output: '$1', context: '' },
    ]);
  });

  it('gives each row with its table and cells', () => {
    const rows = tableRows(tables, columns, 'model');
    expect(rows.map(({ table }) => table.headings)).toEqual([['Text'], ['Text'], ['Batch']]);
    expect(rows[0]?.cells[1]?.links).toEqual([{ text: 'a', url: '/a' }]);
  });

  it('tells the amounts above zero under columns that have no name here', () => {
    const others = markdownTables('| Model | Night price | Day | Free |\n|---|---|---|---|\n| a | $1 | 2 | $0 |\n');
    expect(tableRows(others, columns, 'model').map(({ stray }) => stray)).toEqual([['Night price: $1']]);
    expect(tableRows(tables, columns, 'model').flatMap(({ stray }) => stray)).toEqual([]);
  });

  it('fails where no table has the needed columns', () => {
    expect(() => tableRows(tables, columns, 'model', 'context')).toThrow(ShapeError);
    expect(() => tableRows(tables, columns, 'model', 'context')).toThrow('no table with the columns model, context');
  });

  it('reads every table where no column is needed, and none of none', () => {
    expect(tableRows(tables, columns)).toHaveLength(4);
    expect(tableRows([], columns)).toEqual([]);
  });
});

it('columnTexts is the schema of such a row: an empty cell, or none, is null', () => {
  const row = z.looseObject(columnTexts(columns));
  expect(row.parse({ model: '', output: ' $1 ', more: 1 })).toEqual({
    model: null,
    output: '$1',
    context: null,
    more: 1,
  });
});
