import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enrichRecord } from '../../src/book/enrichRecord.js';
import { openBook } from '../../src/book/priceBook.js';
import type { Model } from '../../src/model/model.js';
import type { PriceRow } from '../../src/model/price.js';
import { aSnapshot, day1 } from '../builders.js';
import { aCourt, aList, anOwn, aRow } from '../settle/given.js';

const price = { input: 0.0025, output: 0.01 };
const rows: PriceRow[] = [
  ...[aRow('bird-2', price), aRow('mad-1', { input: 2, output: 6 }), aRow('mistral-medium-3', price)],
  ...[
    aRow('embed-3-2024-06-01', { input: 0.00002 }),
    aRow(
      'tiered-1',
      { ...price, cacheRead: 0.001 },
      { tiers: [{ when: { serviceTier: 'batch' }, cost: { input: 0.001 } }] },
    ),
  ],
];
const bookOf = (items: readonly Model[], minConfidence = 0) =>
  openBook({
    court: aCourt([aList('first', ...rows)]),
    table: (provider) =>
      Promise.resolve(
        provider === 'acme'
          ? {
              ...aSnapshot({ items: [...items] }),
              sources: {
                api: { url: 'https://acme.example/api', fetchedAt: day1, sha256: 'abc', via: 'live' } as const,
              },
            }
          : undefined,
      ),
    minConfidence,
  });
const book = bookOf([anOwn('table-1', { input: 0.004, output: 0.02 })]);
const enriched = (record: Readonly<Record<string, unknown>>) => enrichRecord(record, book);
const known = { id: 'bird-2', provider: 'acme' };

describe('a partial record', () => {
  it('is priced by id and provider alone', async () =>
    expect(await enriched(known)).toEqual({
      ...known,
      cost: price,
      pricing: {
        ...{ status: 'priced', source: 'first', confidence: expect.any(Number) as number, agree: [], differ: [] },
        evidence: { endpoint: 'prices/first/api', row: 0 },
        match: {
          ...{ strategy: 'exact', confidence: expect.any(Number) as number, reason: 'same id' },
          ...{ provider: 'ACME', model: 'bird-2', operator: 'equals' },
        },
        issues: [{ code: 'alone', detail: 'nobody but first prices it' }],
      },
      from: { cost: 'first' },
    }));

  it('that names an offer of the table, however it is spelled, gets the table’s answer and its pages', async () =>
    expect(await enriched({ id: 'Table_1', provider: 'Acme' })).toMatchObject({
      ...{ id: 'Table_1', provider: 'Acme', cost: { input: 0.004, output: 0.02 } },
      pricing: { status: 'priced', source: 'provider', evidence: { endpoint: 'api', row: 0 } },
      sources: { api: { url: 'https://acme.example/api' } },
    }));

  it('keeps what it has, of whatever form', async () => {
    const record = { ...known, note: { mine: true }, cost: { input: null, output: null, odd: null, strange: 'x' } };
    expect(await enriched(record)).toMatchObject({ note: { mine: true }, cost: { ...price, odd: null, strange: 'x' } });
    expect(await enriched({ ...known, cost: null })).toMatchObject({ cost: price });
  });

  it('keeps unknown fields of its pricing', async () =>
    expect(await enriched({ ...known, pricing: { status: 'unknown', mine: 1 } })).toMatchObject({
      pricing: { status: 'priced', mine: 1 },
    }));

  it('gets the prices under conditions, unless it has some', async () => {
    const record = { id: 'tiered-1', provider: 'acme' };
    expect(await enriched(record)).toMatchObject({ tiers: [{ when: { serviceTier: 'batch' } }] });
    expect(await enriched({ ...record, tiers: ['mine'] })).toMatchObject({ tiers: ['mine'], cost: price });
  });

  it('keeps a price that is there in a form of its own', async () => {
    const record = { id: 'tiered-1', provider: 'acme', cost: { cacheRead: 'mine' } };
    expect(await enriched(record)).toMatchObject({ cost: { ...price, cacheRead: 'mine' } });
    expect(await enriched({ ...record, cost: {} })).toMatchObject({ cost: { cacheRead: 0.001 } });
  });

  it('keeps the match of a price that is not believed, and leaves its cost alone', async () =>
    expect(await enriched({ id: 'mad-1', provider: 'acme', cost: { input: null } })).toMatchObject({
      cost: { input: null },
      pricing: { status: 'quarantined', match: { model: 'mad-1' }, issues: [{ code: 'unknown-unit' }] },
    }));

  it('is found by its name where only that tells the version', async () => {
    const record = { id: 'mistral-medium-2505', provider: 'acme' };
    expect(await enriched({ ...record, name: 'Mistral Medium 3' })).toMatchObject({ cost: price });
    expect(await enriched({ ...record, name: 3 })).toMatchObject({ pricing: { status: 'unknown' } });
  });

  it('is not priced where nobody is as sure as is asked for', async () =>
    expect(await enrichRecord(known, bookOf([], 1))).toMatchObject({
      pricing: { status: 'unknown', source: null, issues: [{ code: 'low-confidence' }] },
    }));

  it('is of what it says itself', async () => {
    const record = { id: 'embed-3', provider: 'acme', mode: 'embedding' };
    expect(await enriched(record)).toMatchObject({ mode: 'embedding', cost: { input: 0.00002 } });
  });
});

describe('a record that states an input price alone', () => {
  it('gets the output of who agrees, and says whose it is', async () => {
    const record = await enriched({ ...known, cost: { input: 0.0025, mine: 'x' }, from: { '*': 'api', name: 'docs' } });
    expect(record).toMatchObject({
      cost: { ...price, mine: 'x' },
      pricing: { status: 'priced', source: 'provider', match: { model: 'bird-2' } },
    });
    expect(JSON.stringify(record['from'])).toBe('{"*":"api","cost.output":"first","name":"docs"}');
  });

  it.each(['mine', 7, [1]])('keeps a `from` of another form: %j', async (from) =>
    expect(await enriched({ ...known, cost: { input: 0.0025 }, from })).toMatchObject({ from, cost: price }),
  );

  it('gets nothing of who does not agree', async () =>
    expect(await enriched({ ...known, cost: { input: 0.009 } })).toMatchObject({ cost: { input: 0.009 } }));
});

describe('a record comes back unchanged', () => {
  it.each([
    ['without an id', { provider: 'acme' }],
    ['without a provider', { id: 'bird-2' }],
    ['with an id of another form', { id: 7, provider: 'acme' }],
    ['with a provider of another form', { id: 'bird-2', provider: null }],
    ['with its whole price', { ...known, cost: { input: 0.1, output: 2 } }],
    ['with a price of an image', { ...known, cost: { perImage: 0.04 } }],
    ['with an input in a form that is not ours', { ...known, cost: { input: '0.1', output: 2 } }],
    ['with no more than that', { ...known, cost: { input: '0.0025' } }],
    ['with a cost in a form that is not ours', { ...known, cost: '2.5 USD' }],
    ['with a list of costs', { ...known, cost: [1] }],
    ['with a price that is none', { ...known, cost: { input: -1 } }],
    ['with nothing', {}],
  ])('%s', async (_, record: Readonly<Record<string, unknown>>) => expect(await enriched(record)).toBe(record));
});

it('a record that says why it has no price keeps its word', async () => {
  const pricing = {
    ...{
      status: 'free',
      source: 'provider',
      confidence: null,
      evidence: null,
      agree: [],
      differ: [],
      match: null,
      issues: [],
    },
  };
  expect(await enriched({ ...known, pricing })).toMatchObject({ pricing: { status: 'free', source: 'provider' } });
  expect(await enriched({ ...known, pricing })).not.toHaveProperty('cost');
});

describe('whatever the record', () => {
  const ours = ['id', 'provider', 'name', 'cost', 'pricing', 'from', 'sources', 'tiers', 'mode', 'modalities'];
  const field = fc.string().filter((name) => !ours.includes(name) && name !== '__proto__');
  const value = fc.jsonValue().filter((some) => some !== null);

  it('no field of its own is lost', () =>
    fc.assert(
      fc.asyncProperty(
        fc.dictionary(field, fc.jsonValue(), { minKeys: 1 }),
        fc.constantFrom({}, { input: 0.0025 }, { input: 1, output: 2 }, null, 'x'),
        async (rest, cost) => {
          const after = await enriched({ ...rest, ...known, cost });
          for (const name of Object.keys(rest)) expect(after[name]).toBe(rest[name]);
        },
      ),
    ));

  it('no price of its own is changed', () =>
    fc.assert(
      fc.asyncProperty(
        fc.dictionary(fc.constantFrom('input', 'output', 'cacheRead', 'x'), fc.oneof(fc.constant(0.0025), value), {
          minKeys: 1,
        }),
        fc.constantFrom({}, { input: null }, { output: null, x: null }),
        async (stated, open) => {
          const { cost } = await enriched({ ...known, cost: { ...open, ...stated } });
          for (const [name, own] of Object.entries(stated)) expect(cost).toHaveProperty(name, own);
        },
      ),
    ));

  it('a form of pricing that is not ours is no reason to fail', () =>
    fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (pricing) => {
        expect(await enriched({ ...known, pricing })).toMatchObject({ cost: price });
      }),
    ));

  it('it changes nothing the second time', async () => {
    const records = ['bird-2', 'table-1', 'mad-1', 'hen-1', 'embed-3', 'tiered-1'].map((id) => ({
      id,
      provider: 'acme',
    }));
    for (const record of [...records, { ...known, cost: { input: 0.0025 } }]) {
      const once = await enriched(record);
      expect(await enriched(once)).toEqual(once);
    }
  });
});
