import { expect, it } from 'vitest';
import { csvLine } from '../../src/exports/csvCells.js';

const csvCell = (value: string | number | boolean | null): string =>
  csvLine([value, 'end']).slice(0, -',end\r\n'.length);

it.each(['=1+1', '+1', '-1', '@cf/meta/llama', '\t=1', '\u202E=1', '＝1'])('keeps %j from being run', (text) => {
  expect(csvCell(text)).toMatch(/^'[=+\-@＝]/);
});

it.each([
  [null, ''],
  [-1, '-1'],
  [0, '0'],
  [true, 'true'],
  ['a "b", c', '"a ""b"", c"'],
  ['a\nb\u001B[31mc', 'a b [31mc'],
])('writes %j as %j', (value, cell) => {
  expect(csvCell(value)).toBe(cell);
});

it('ends a line as RFC 4180 has it', () => {
  expect(csvLine(['a', null, 1])).toBe('a,,1\r\n');
});
