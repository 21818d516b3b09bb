import { lastValueFrom, NEVER, of, toArray } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Page } from '../../src/model/page.js';
import { eachBlock } from '../../src/read/eachBlock.js';
import { readEndpoint } from '../sources/harness.js';
import { readSource } from '../../src/read/readSource.js';
import { withinTime } from '../../src/read/withinTime.js';
import { companions, paged } from '../../src/sources/ask.js';
import { defineEndpoint, type Endpoint } from '../../src/sources/define.js';
import { amount, id } from '../../src/sources/parse/fields.js';
import { htmlTables } from '../../src/sources/parse/html.js';
import { json, jsonList, jsonPages } from '../../src/sources/parse/json.js';
import { markdownTables } from '../../src/sources/parse/markdown.js';
import { perToken } from '../../src/sources/parse/money.js';
import { yamlList } from '../../src/sources/parse/yaml.js';
import { Readable } from 'node:stream';
import { aList, anEndpoint, aNetwork, aPage, aSource } from '../builders.js';
import { marbles } from '../marbles.js';

// What a hostile or broken provider may send, each ended in time and named. The times are ten times those measured.
const inTime = { timeout: 2_000 };

const much = (text: string, length: number): string => text.repeat(Math.ceil(length / text.length));

/** An endpoint whose rows have an id and a price per token. */
const priced: Endpoint = defineEndpoint({
  name: 'api',
  requests: { list: { url: 'https://acme.example/api' } },
  rows: ({ list }) => jsonList(list, 'data'),
  row: z.looseObject({ id, price: amount }),
  normalize: ({ id: model, price }) => ({ id: model, cost: { input: perToken(price) } }),
});

const read = (page: Page, endpoint = priced) => lastValueFrom(readEndpoint(aSource(), endpoint, () => of(page)));

describe('a row that no provider has costs itself alone', () => {
  const rows: readonly (readonly [string, object, RegExp])[] = [
    ['a price of 64 KB', { id: 'a', price: `${'1'.repeat(65_536)}x` }, /price.*more than 20,000 characters/],
    ['a price of 10,000 digits', { id: 'a', price: '1'.repeat(10_000) }, /price is longer than 100 characters/],
    ['an id of 600 characters', { id: 'a'.repeat(600) }, /id: .*500/],
    ['a text of 25,000 characters deep within', { id: 'a', b: [{ c: 'x'.repeat(25_000) }] }, /b\.0\.c/],
    ['30,000 values', { id: 'a', b: Array.from({ length: 30_000 }, () => 1) }, /more than 20,000 values/],
  ];
  it.each(rows)('%s', inTime, async (_, row, reason) => {
    const { items, letters } = await read(aList([row, { id: 'b', price: 1e-6 }]));
    expect(items.map((item) => item.id)).toEqual(['b']);
    expect(letters).toMatchObject([{ reason: expect.stringMatching(reason) as string }]);
    expect(JSON.stringify(letters).length).toBeLessThan(700_000 / 20);
  });

  it('a row nested 5,000 deep that does not come as JSON', inTime, async () => {
    const deep = Array.from({ length: 5_000 }).reduce<object>((inner) => ({ a: inner }), {});
    const endpoint = anEndpoint({ rows: () => [{ id: 'a', deep }, { id: 'b' }] });
    const { items, letters } = await read(aPage('{}'), endpoint);
    expect(items.map((item) => item.id)).toEqual(['b']);
    expect(letters).toMatchObject([{ reason: 'nested more than 64 deep', row: { id: 'a', deep: '…' } }]);
  });
});

describe('a document that no provider has is a fault of its page', () => {
  const wideTable = `<table>${much('<tr><td rowspan=1000 colspan=1000>a', 23_000)}</table>`;
  const documents: readonly (readonly [string, () => unknown, RegExp])[] = [
    ['20 KB of nested YAML', () => yamlList(aPage(much('[', 20_000))), /nested more than/],
    ['YAML of nested lists in a line', () => yamlList(aPage(much('- ', 20_000))), /nested more than/],
    ['YAML of nested objects', () => yamlList(aPage(much('{a: ', 20_000))), /nested more than/],
    ['YAML of indented keys', () => yamlList(aPage(indented('a:\n'))), /nested more than/],
    ['YAML of anchors', () => yamlList(aPage(much('- &a [*a]\n', 20_000))), /anchors/],
    ['1 MB of YAML', () => yamlList(aPage(much('- a\n', 2 ** 20))), /more than 131,072 characters/],
    ['200 KB of brackets in markdown', () => markdownTables(much('[', 200_000)), /marks in a paragraph/],
    [
      'brackets in a cell of markdown',
      () => markdownTables(`|a|\n|-|\n|${much('[', 200_000)}|`),
      /marks in a paragraph/,
    ],
    ['emphasis in markdown', () => markdownTables(much('*a **b ', 200_000)), /marks in a paragraph/],
    ['quotes in markdown', () => markdownTables(much('> ', 200_000)), /nested more than/],
    ['lists in a line of markdown', () => markdownTables(much('1. ', 200_000)), /nested more than/],
    ['components in markdown', () => markdownTables(`${much('<Tab>\n', 20_000)}\n| a |`), /nested more than|lines/],
    ['headings in markdown', () => markdownTables(much('# a\n', 400_000)), /more than 10,000 lines/],
    [
      'a wide row of a long markdown table',
      () => markdownTables(`|a|\n|-|\n${much('|a', 2_000)}\n${much('|a|\n', 400)}`),
      /more than 50,000 cells/,
    ],
    ['23 KB of wide spans in HTML', () => htmlTables(wideTable), /the table has more than 50,000 cells/],
    ['a cell of 30,000 characters', () => htmlTables(`<table><tr><td>${much('a', 30_000)}`), /a cell of the table/],
    ['elements in HTML', () => htmlTables(much('<div>', 200_000)), /nested more than 512 deep/],
    ['templates in HTML', () => htmlTables(much('<template>', 200_000)), /nested more than 512 deep/],
    ['misplaced elements in HTML', () => htmlTables(`<table>${much('<b></b>', 200_000)}`), /where none may be/],
    ['attributes in HTML', () => htmlTables(`<a ${numbered('x')}>`), /more than 2,000 attributes/],
    [
      'JSON nested 100,000 deep',
      () => json(aPage(much('[', 100_000) + much(']', 100_000))),
      /nested more than 10,000 deep/,
    ],
    [
      'objects nested 100,000 deep',
      () => json(aPage(`${much('{"a":', 500_000)}1${much('}', 100_000)}`)),
      /nested more/,
    ],
    [
      'a list of 19 MB',
      () => json(aList(Array.from({ length: 100_000 }, (_, i) => ({ id: `m${i}`, x: 'x'.repeat(165) })))),
      /more than 16,777,216 characters/,
    ],
    ['a list of 29 MB', () => json(aPage(`[${much('{"id":"m"},', 29_000_000)}1]`)), /more than 16,777,216 characters/],
    ['a list of a million objects', () => json(aPage(`[${much('{},', 6_000_000)}1]`)), /more than 1,000,000 values/],
  ];
  it.each(documents)('%s', inTime, (_, parse, says) => {
    const message = expect.stringMatching(says) as string;
    expect(parse).toThrow(expect.objectContaining({ name: 'ShapeError', message }) as Error);
  });

  it('more rows than models there are', inTime, async () => {
    const page = aPage(`{"data":[${much('{"id":"m"},', 660_000)}1]}`);
    await expect(read(page)).rejects.toThrow(/60,001 rows, more than 50,000/);
  });

  it('pages that are too much together', inTime, async () => {
    const body = `{"data":[{"id":"m","x":"${'x'.repeat(2 ** 23)}"}]}`;
    const next = ({ request: { url } }: Page) => [{ url: `${url}1` }];
    const list = { url: 'https://acme.example/api' };
    const endpoint = anEndpoint({
      requests: { list: paged(list, next) },
      rows: (got) => jsonPages((got as unknown as { list: Page[] }).list, 'data'),
    });
    const reading = readEndpoint(aSource(), endpoint, (request) => of(aPage(body, { request, url: request.url })));
    await expect(lastValueFrom(reading)).rejects.toThrow(/more than 67,108,864 characters together/);
  });

  it('and of a companion it costs what that brings, by name', inTime, async () => {
    const endpoint = anEndpoint({
      requests: {
        list: { url: 'https://acme.example/api' },
        prices: companions({
          requests: [{ url: 'https://acme.example/prices' }],
          brings: 'prices',
          read: ({ body }) => markdownTables(body),
        }),
      },
    });
    const fetch = ({ url }: { url: string }) =>
      of(url.endsWith('api') ? aList([{ id: 'a' }]) : aPage(much('[', 200_000)));
    const { items, faults } = await lastValueFrom(readEndpoint(aSource(), endpoint, fetch));
    expect(items).toHaveLength(1);
    expect(faults).toMatchObject([
      { request: 'prices', kind: 'shape', error: expect.stringMatching(/marks/) as string },
    ]);
  });
});

const indented = (line: string): string => Array.from({ length: 300 }, (_, i) => ' '.repeat(i) + line).join('');
const numbered = (name: string): string => Array.from({ length: 30_000 }, (_, i) => `${name}${i}`).join(' ');

describe('work without end', () => {
  const long = 1_000_000;

  it('is ended, wherever it is, and named', () => {
    const forever = (): never => {
      for (;;);
    };
    expect(() => withinTime(forever, long, 50)).toThrow(/takes more than 0.05 s/);
    expect(() => withinTime(() => /^(a+)+$/.test(`${'a'.repeat(60)}b`), long, 50)).toThrow(/takes more than/);
  });

  it('leaves values and errors as they are, one within another', () => {
    const value = {};
    expect(withinTime(() => withinTime(() => value, long), long)).toBe(value);
    const error = new TypeError('x');
    expect(() =>
      withinTime(() => {
        throw error;
      }, long),
    ).toThrow(error);
  });

  it('is not watched where there is little to read', () => {
    const until = performance.now() + 20;
    const slow = (): true => {
      while (performance.now() < until);
      return true;
    };
    expect(withinTime(slow, 15_999, 1)).toBe(true);
  });
});

describe('a source that does not end', () => {
  it('is a fault after its time, and what came before stands', () =>
    marbles(({ cold, expectObservable, expectSubscriptions }) => {
      const docs = cold('--(p|)', { p: aList([{ id: 'a' }]) });
      const catalog = cold<Page>('---');
      const source = aSource({ endpoints: [anEndpoint({ name: 'docs' }), anEndpoint({ name: 'catalog' })] });
      const network = aNetwork({ 'https://acme.example/docs': docs, 'https://acme.example/catalog': catalog });
      const result = readSource(source, network, 5);
      expectObservable(result).toBe('-----(s|)', {
        s: expect.objectContaining({
          endpoint: 'docs',
          faults: [expect.objectContaining({ endpoint: 'catalog', kind: 'timeout', request: null })],
        }) as unknown,
      });
      expectSubscriptions(catalog.subscriptions).toBe('^----!');
    }));

  it('fails where nothing came before, so that an earlier run stands in', () =>
    marbles(({ expectObservable }) => {
      const network = aNetwork({ 'https://acme.example/api': NEVER });
      expectObservable(readSource(aSource(), network, 5)).toBe(
        '-----#',
        undefined,
        expect.objectContaining({ name: 'UnreadError', message: expect.stringMatching(/took too long/) as string }),
      );
    }));
});

describe('a line of 40 MB', () => {
  const pieces = (length: number): Readable =>
    Readable.from(
      Array.from({ length: length / 65_536 }, () => 'x'.repeat(65_536)),
      { objectMode: false },
    );

  it('is an error by its number as soon as it is longer than a record, after the lines before it', inTime, async () => {
    const given: string[] = [];
    const stream = Readable.from(
      (function* () {
        yield 'a\nb\n';
        for (let i = 0; i < 640; i++) yield 'x'.repeat(65_536);
      })(),
      { objectMode: false },
    );
    const lines = eachBlock(stream, (block) => {
      given.push(String(block));
      return of(block.length);
    });
    await expect(lastValueFrom(lines)).rejects.toThrow('line 3 of stdin has more than 4,194,304 characters');
    expect(given).toEqual(['a\nb\n']);
  });

  it('costs no more per character than short ones up to there', inTime, async () => {
    const out = await lastValueFrom(eachBlock(pieces(2 ** 22), (block) => of(block.length)).pipe(toArray()));
    expect(out).toEqual([2 ** 22 + 1]);
  });
});
