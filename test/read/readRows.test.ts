import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { PriceRow } from '../../src/model/price.js';
import { readRows } from '../../src/read/readRows.js';
import { defineEndpoint, type Endpoint } from '../../src/sources/define.js';
import { ofPage } from '../../src/sources/parse/ofPage.js';
import { aModel, anEndpoint, aPage, aPriceList, aPriceRow, aSource } from '../builders.js';
import { whole } from './whole.js';

const page = aPage('', { request: { url: 'https://acme.example/api' } });
const pages = [{ page, name: 'api', isForPrices: null }];
const modelOf = (id: string, name: string | null = null) => aModel(id, { name });

const read = (rows: readonly unknown[], endpoint = anEndpoint()) =>
  whole(readRows(rows, endpoint, { source: aSource(), pages }));

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
      skips: { 'not on offer': 1, "another one's double": 1 },
      unread: {},
      unplaced: 0,
    });
  });

  it('makes nothing of no rows', () =>
    expect(read([])).toEqual({ items: [], letters: [], skipped: 0, skips: {}, unread: {}, unplaced: 0 }));

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
      skips: {},
      unread: {},
      unplaced: 0,
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
      skips: {},
      unread: {},
      unplaced: 0,
    });
  });

  it('tells ids apart by case', () =>
    expect(read([{ id: 'm' }, { id: 'M' }])).toEqual({
      items: [modelOf('m'), modelOf('M')],
      letters: [],
      skipped: 0,
      skips: {},
      unread: {},
      unplaced: 0,
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

  it('rejects a row whose id has bytes that were no UTF-8: it may be any other id', () => {
    const { items, letters } = read([{ id: 'bird-\uFFFD' }, { id: 'bird-2' }]);
    expect(items.map(({ id }) => id)).toEqual(['bird-2']);
    expect(letters).toEqual([
      letter('normalize', { id: 'bird-\uFFFD' }, 'id: holds bytes that are no UTF-8: bird-\uFFFD'),
    ]);
  });

  it('leaves two rows of a price list under one name, and names the list where it rejects one', () => {
    const list = aPriceList();
    const endpoint: Endpoint<unknown, PriceRow> = list.endpoints[0]!;
    const at = (row: number) => ({ evidence: { endpoint: 'api', row } });
    const unread = { ...aPriceRow('m'), operator: 'resembles' };
    expect(whole(readRows([aPriceRow('m'), aPriceRow('m'), unread], endpoint, { source: list, pages }))).toEqual({
      items: [aPriceRow('m', at(0)), aPriceRow('m', at(1))],
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
      skips: {},
      unread: {},
      unplaced: 0,
    });
  });

  describe('of several pages', () => {
    const meters = aPage('meters', { fetchedAt: '2026-03-01T08:00:00.000Z' });
    const details = aPage('details');
    const second = aPage('page 2');
    const several = [
      ...pages,
      { page: second, name: 'api/list/2', isForPrices: null },
      { page: details, name: 'api/details', isForPrices: false },
      { page: meters, name: 'api/meters', isForPrices: true },
    ];
    const priced = anEndpoint({ normalize: ({ id }) => ({ id, cost: { input: 0.001 }, retiresAt: '2026-02-01' }) });
    const from = (...rows: readonly unknown[]) =>
      whole(readRows(rows, priced, { source: aSource(), pages: several })).items;
    const evidenceOf = (...rows: readonly unknown[]) => from(...rows).map(({ pricing }) => pricing.evidence);

    it('names the one that a row is marked with, and the first one otherwise, with its place among all rows', () =>
      expect(
        evidenceOf({ id: 'a' }, ...ofPage([{ id: 'b' }], second), ...ofPage([{ id: 'c' }, { id: 'd' }], page)),
      ).toEqual([
        { endpoint: 'api', row: 0 },
        { endpoint: 'api/list/2', row: 1 },
        { endpoint: 'api', row: 2 },
        { endpoint: 'api', row: 3 },
      ]));

    it('names, of those that a row was put together from, the one that is there for prices', () => {
      const [meter] = ofPage([{ price: 1 }], meters);
      const row = (...parts: unknown[]) => ({ ...ofPage([{ id: `m${parts.length}` }], details)[0], parts });
      expect(evidenceOf(row(), row(meter))).toEqual([
        { endpoint: 'api', row: 0 },
        { endpoint: 'api/meters', row: 1 },
      ]);
    });

    it('names no page that is there for other things: whatever else a row has, its prices are of the list', () => {
      const [detail] = ofPage([{ context: 8 }], details);
      const [listed] = ofPage([{ id: 'b' }], second);
      expect(evidenceOf({ id: 'a', detail }, { ...listed, detail })).toEqual([
        { endpoint: 'api', row: 0 },
        { endpoint: 'api/list/2', row: 1 },
      ]);
    });

    it('goes by the day of the first one all the same: what a page of prices brings is prices', () =>
      expect(from({ id: 'a' }, ...ofPage([{ id: 'b' }], meters)).map(({ status }) => status)).toEqual([
        'deprecated',
        'deprecated',
      ]));

    it('takes the first one where the page is none of the endpoint', () =>
      expect(evidenceOf(...ofPage([{ id: 'a' }], aPage('of another endpoint')))).toEqual([
        { endpoint: 'api', row: 0 },
      ]));

    it('hands rejected rows on as they came', () => {
      const row = { id: 7 };
      const { letters } = whole(readRows(ofPage([{ ...row }], meters), priced, { source: aSource(), pages: several }));
      expect(letters.map((one) => one.row)).toEqual([row]);
    });
  });

  it('counts the place of a row among all rows, those that are no record included', () => {
    const priced = anEndpoint({ normalize: ({ id }) => (id === 'shop' ? undefined : { id, cost: { input: 1 } }) });
    const { items } = read([{ id: 7 }, { id: 'shop' }, { id: 'm' }], priced);
    expect(items.map(({ pricing }) => pricing.evidence)).toEqual([{ endpoint: 'api', row: 2 }]);
  });

  describe('price keys that nobody reads', () => {
    const reading = defineEndpoint({
      ...anEndpoint(),
      row: z.looseObject({ id: z.string(), price: z.looseObject({ input: z.number() }).optional() }),
      normalize: ({ id, price }) => (id === 'shop' ? undefined : { id, cost: { input: price?.input } }),
    });

    it('are counted by rows, and told of each record with their price', () => {
      const rows = [
        { id: 'a', price: { input: 0.001, hour: 2 } },
        { id: 'b', price: { input: 0.001, hour: 3, minute: 0.1 } },
        { id: 'c', price: { input: 0.001, hour: 0 } },
      ];
      const { items, unread } = read(rows, reading);
      expect(unread).toEqual({ 'price.hour': 2, 'price.minute': 1 });
      expect(items.map(({ pricing }) => pricing.issues)).toEqual([
        [{ code: 'unread-price', detail: 'price.hour: 2 is not read' }],
        [
          { code: 'unread-price', detail: 'price.hour: 3 is not read' },
          { code: 'unread-price', detail: 'price.minute: 0.1 is not read' },
        ],
        [],
      ]);
    });

    it('are not counted of rows that are no record', () =>
      expect(
        read(
          [
            { id: 7, price: { hour: 2 } },
            { id: 'shop', price: { input: 1, hour: 2 } },
          ],
          reading,
        ),
      ).toMatchObject({ items: [], unread: {}, unplaced: 0 }));

    it.each([
      ['price.hour', { 'price.minute': 1, 'price.old.hour': 1 }],
      ['*.hour', { 'price.minute': 1 }],
      ['*', {}],
      ['hour', { 'price.hour': 1, 'price.minute': 1, 'price.old.hour': 1 }],
      ['price', { 'price.hour': 1, 'price.minute': 1, 'price.old.hour': 1 }],
    ])('are neither counted nor told where the endpoint ignores them: %s', (pattern, unread) => {
      const row = { id: 'a', price: { input: 0.001, hour: 2, minute: 1, old: { hour: 3 } } };
      const rows = read([row], { ...reading, ignores: { [pattern]: 'the price of a machine, not of the model' } });
      expect(rows.unread).toEqual(unread);
      expect(rows.items[0]!.pricing.issues).toHaveLength(Object.keys(unread).length);
    });

    it('keep a record from being free', () => {
      const free = { ...reading, normalize: ({ id }: { id: string }) => ({ id, priceStatus: 'free' as const }) };
      const { items } = read([{ id: 'a', price: { input: 0, hour: 2 } }, { id: 'b' }], free as Endpoint);
      expect(items.map(({ pricing }) => pricing.status)).toEqual(['unknown', 'free']);
    });
  });

  it('reads the end of a model from the row as it came, whatever `normalize` makes of it', () =>
    expect(read([{ id: 'm', shutdown_date: '2026-03-01' }]).items).toMatchObject([
      { id: 'm', retiresAt: '2026-03-01', status: 'deprecated' },
    ]));
});
