import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellOf, column, isUnder, label, type Table, tablesWith } from '../../../src/sources/parse/tables.js';

const cell = (text: string) => ({ text, links: [] });
const table: Table = {
  headings: ['Pricing', 'Text models [1]'],
  header: ['Model', 'Input (USD / 1M tokens)', 'Output[^2]'],
  rows: [[cell('a'), cell('$1'), cell('$2')]],
};

describe('label', () => {
  it.each([
    ['Input Price', 'input price'],
    ['  Cached\ninput*  ', 'cached input'],
    ['Context window [1]', 'context window'],
    ['Output[^2]', 'output'],
    ['$/1M tokens', '$/1m tokens'],
    ['50 % off', '50 % off'],
    ['Größe', 'größe'],
    ['—', ''],
  ])('%j -> %j', (text, expected) => expect(label(text)).toBe(expected));

  it('is the same the second time, for any text', () => {
    fc.assert(fc.property(fc.string(), (text) => label(label(text)) === label(text)));
  });
});

describe('column and cellOf', () => {
  it('find a column by its label, wherever it stands', () => {
    expect([column(table, /^input/), column(table, /^output$/), column(table, /^cache/)]).toEqual([1, 2, -1]);
    expect(cellOf(table, table.rows[0]!, /^output$/).text).toBe('$2');
  });

  it('give an empty cell where there is no such column, or the row is too short', () => {
    expect(cellOf(table, table.rows[0]!, /^cache/)).toEqual({ text: '', links: [] });
    expect(cellOf(table, [cell('a')], /^output$/)).toEqual({ text: '', links: [] });
  });
});

it('tablesWith keeps the tables that have a column for each pattern', () => {
  expect(tablesWith([table], /^model$/, /^input/)).toEqual([table]);
  expect(tablesWith([table], /^model$/, /^cache/)).toEqual([]);
  expect(tablesWith([], /^model$/)).toEqual([]);
});

it('isUnder compares labels of any heading above', () => {
  expect([isUnder(table, /^text models$/), isUnder(table, /^pricing$/), isUnder(table, /^image/)]).toEqual([
    true,
    true,
    false,
  ]);
});
