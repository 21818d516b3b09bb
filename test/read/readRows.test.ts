import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { PriceRow } from '../../src/model/price.js';
import { readRows } from '../../src/read/readRows.js';
import { defineEndpoint, type Endpoint } from '../../src/sources/define.js';
import { aModel, anEndpoint, aPage, aPriceList, aPriceRow, aSource } from '../builders.js';

const page = aPage('', { request: { url: 'https://acme.example/api' } });
const { url, fetchedAt, sha256 } = page;
const modelOf = (id: string, name: string | null = null) =>
  aModel(id, { name, source: { url, fetchedAt, sha256, via: 'live' } });

const read = (rows: readonly unknown[], endpoint = anEndpoint()) =>
  readRows(rows, endpoint, { source: aSource(), page });

const letter = (stage: 'validate' | 'normalize', row: unknown, reason: string, path = '') => ({
  source: 'acme',
  kind: 'provider',
  stage,
  reason,
  path,
  row,
});

const strict = defineEndpoint({
  ...anEndpoint(),
  row: z.looseObject({
    id: z.string(),
    limit: z.looseObject({ context: z.coerce.number().positive() }).optional(),
  }),
  normalize: ({ id, limit }) => ({ id, name: JSON.stringify(limit ?? null) }),
});

/** An endpoint whose rows mean by their id what becomes of them. */
const telling: Endpoint = anEndpoint({
  normalize: ({ id }) => {
    if (id === 'shop') return undefined;
    if (id === 'torn') throw new Error('no price in "torn"');
    if (id === 'thrown') throw 'a word' as unknown as Error;
    if (id === 'dear') z.object({ cost: z.object({ input: z.number() }) }).parse({ cost: { input: '1' } });
    if (id === 'below zero') return { id, cost: { input: -1 } };
    return { id };
  },
});

describe('readRows', () => {
  it('makes of each row exactly one of three: a record, a skipped or a rejected one', () => {
    const rows = [{ id: 'm' }, { id: 'shop' }, { id: 7 }, { id: 'm' }, { id: 'n' }];
    expect(read(rows, telling)).toEqual({
      items: [modelOf('m'), modelOf('n')],
      letters: [letter('validate', { id: 7 }, 'id: Invalid input: expected string, received number', 'id')],
      skipped: 2,
    });
  });

  it('makes nothing of no rows', () => expect(read([])).toEqual({ items: [], letters: [], skipped: 0 }));

  it('hands on what the schema made of the row, unknown keys and all', () => {
    const endpoint = defineEndpoint({
      ...anEndpoint(),
      row: z.looseObject({ id: z.string(), size: z.coerce.number() }),
      normalize: (row) => ({ id: row.id, name: JSON.stringify(row) }),
    });
    expect(read([{ id: 'm', size: '128', more: [1] }], endpoint).items).toEqual([
      modelOf('m', '{"id":"m","size":128,"more":[1]}'),
    ]);
  });

  it('gives the path of the first fault of a row and the reasons of all', () => {
    const row = { id: 7, limit: { context: -1 } };
    expect(read([row], strict).letters).toEqual([
      letter(
        'validate',
        row,
        'id: Invalid input: expected string, received number; limit.context: Too small: expected number to be >0',
        'id',
      ),
    ]);
  });

  it.each([
    [null, 'null'],
    ['text', 'string'],
    [7, 'number'],
    [[[]], 'array'],
    [undefined, 'undefined'],
  ])('survives a row that is no object: %j', (row, received) => {
    expect(read([row, { id: 'm' }])).toEqual({
      items: [modelOf('m')],
      letters: [letter('validate', row, `Invalid input: expected object, received ${received}`)],
      skipped: 0,
    });
  });

  it.each([
    ['torn', 'no price in "torn"', ''],
    ['thrown', 'a word', ''],
    ['dear', 'cost.input: Invalid input: expected number, received string', 'cost.input'],
    ['below zero', 'cost.input: Too small: expected number to be >=0', 'cost.input'],
  ])('rejects a row of which no record can be made (%s) and goes on', (id, reason, path) => {
    expect(read([{ id }, { id: 'm' }], telling)).toEqual({
      items: [modelOf('m')],
      letters: [letter('normalize', { id }, reason, path)],
      skipped: 0,
    });
  });

  it('tells ids apart by case', () =>
    expect(read([{ id: 'm' }, { id: 'M' }])).toEqual({
      items: [modelOf('m'), modelOf('M')],
      letters: [],
      skipped: 0,
    }));

  it('takes the first of two rows of one record, also where the first is all that can be read', () => {
    const endpoint = anEndpoint({ normalize: ({ id, name }) => ({ id, name: name as string }) });
    const rows = [
      { id: 'm', name: 7 },
      { id: 'm', name: 'first' },
      { id: 'm', name: 'second' },
    ];
    const { items, letters, skipped } = read(rows, endpoint);
    expect(items).toEqual([modelOf('m', 'first')]);
    expect(letters.map(({ row }) => row)).toEqual([rows[0]]);
    expect(skipped).toBe(1);
  });

  it('remembers no ids from one reading to the next', () => {
    expect(read([{ id: 'm' }]).items).toEqual([modelOf('m')]);
    expect(read([{ id: 'm' }]).items).toEqual([modelOf('m')]);
  });

  it('leaves two rows of a price list under one name, and names the list where it rejects one', () => {
    const list = aPriceList();
    const endpoint: Endpoint<unknown, PriceRow> = list.endpoints[0]!;
    const unread = { ...aPriceRow('m'), operator: 'resembles' };
    expect(readRows([aPriceRow('m'), aPriceRow('m'), unread], endpoint, { source: list, page })).toEqual({
      items: [aPriceRow('m'), aPriceRow('m')],
      letters: [
        {
          source: 'acme-prices',
          kind: 'prices',
          stage: 'normalize',
          reason: 'operator: Invalid option: expected one of "equals"|"startsWith"|"includes"',
          path: 'operator',
          row: unread,
        },
      ],
      skipped: 0,
    });
  });
});
