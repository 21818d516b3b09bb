import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Format } from '../../../src/cli/formats.js';
import { formatOf, showRows, type Shown } from '../../../src/cli/show/format.js';

interface Row {
  readonly name: string;
  readonly price: string | null;
  readonly flag: boolean | null;
}

const shown: Shown<Row> = {
  columns: [
    { head: 'name', cell: ({ name }) => name },
    { head: 'price', isNumber: true, cell: ({ price }) => price ?? '-' },
  ],
  csv: [
    { name: 'name', value: ({ name }) => name },
    { name: 'price_usd_per_1m', value: ({ price }) => price },
    { name: 'flag', value: ({ flag }) => flag },
  ],
  json: (row) => row,
};
const row = (name: string, price: string | null = '0.15', flag: boolean | null = true): Row => ({ name, price, flag });

function written(rows: readonly Row[], format: Format, columns?: number): Promise<string> {
  const stdout = Object.assign(new PassThrough(), columns === undefined ? {} : { columns });
  const said = text(stdout);
  showRows(rows, format, shown, { stdout });
  stdout.end();
  return said;
}
const read = (csv: string): string[][] => parse(csv);

describe('CSV', () => {
  it('has one row of names, numbers in plain digits, true and false, and nothing where nothing is known', async () =>
    expect(await written([row('a', '0.0000001'), row('b', null, null), row('c', '15', false)], 'csv')).toBe(
      'name,price_usd_per_1m,flag\na,0.0000001,true\nb,,\nc,15,false\n',
    ));

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://x","y")'])(
    'is no formula where a cell begins with %j',
    async (name) => {
      const [, [cell = ''] = []] = read(await written([row(name)], 'csv'));
      expect(cell).toMatch(/^['\s]/);
      expect(cell).not.toMatch(/^\s*[\t\r]/);
    },
  );

  it('quotes by RFC 4180: commas, quotes, and a line break is no row of its own', async () => {
    const csv = await written([row('a,b'), row('say "x"'), row('two\nlines')], 'csv');
    expect(csv).toContain('"a,b",');
    expect(csv).toContain('"say ""x""",');
    expect(read(csv).map(([name]) => name)).toEqual(['name', 'a,b', 'say "x"', 'two lines']);
  });

  it('gives every text back, and one row a row, whatever is in it', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }), async (names) => {
        const rows = read(
          await written(
            names.map((name) => row(name)),
            'csv',
          ),
        );
        expect(rows.length).toBe(names.length + 1);
        expect(rows.every(({ length }) => length === 3)).toBe(true);
        expect(rows.slice(1).filter(([cell]) => /^[=+@\t\r-]/.test(cell ?? ''))).toEqual([]);
      }),
      { numRuns: 50 },
    ));

  it('cuts no line', async () => {
    const long = 'x'.repeat(15_000);
    expect(read(await written([{ ...row(long), price: long }], 'csv'))[1]).toEqual([long, long, 'true']);
  });
});

describe('other formats', () => {
  it('JSON lines are one value a line, each whole', async () => {
    const long = 'x'.repeat(30_000);
    const lines = (await written([row(long), row('\u202eb')], 'jsonl')).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as Row)).toEqual([row(long), row('\u202eb')]);
    expect(lines[1]).not.toContain('\u202e');
  });

  it('Markdown is a table of GitHub, and its cells are no markup', async () =>
    expect(await written([row('a|b <i> [x](y) *z*')], 'md')).toBe(
      '| name | price |\n| --- | ---: |\n| a\\|b \\<i> \\[x](y) \\*z\\* | 0.15 |\n',
    ));

  it('a table is as wide as the terminal at most', async () => {
    const lines = (await written([row('a long name of a model '.repeat(5))], 'table', 60)).trimEnd().split('\n');
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(60);
  });

  it.each(['table', 'csv', 'md', 'json', 'jsonl'] as const)(
    '%s holds nothing that a terminal obeys',
    async (format) => {
      const text = await written([row('\u001b[31mred\u202e\u0007')], format);
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    },
  );

  it('JSON is a list, a table has a frame', async () => {
    expect(JSON.parse(await written([row('a')], 'json'))).toEqual([row('a')]);
    expect(await written([row('a')], 'table')).toMatch(/│ a +│ +0\.15 │/);
  });
});

it('--json is --format json, and nothing else', () => {
  expect([formatOf({}), formatOf({ json: true }), formatOf({ json: true, format: 'json' })]).toEqual([
    ...['table', 'json', 'json'],
  ]);
  expect(() => formatOf({ json: true, format: 'csv' })).toThrow('leave out --json or --format csv');
});
