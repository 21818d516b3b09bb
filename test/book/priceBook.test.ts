import { describe, expect, it } from 'vitest';
import { offerFrom } from '../../src/book/offerFrom.js';
import { openBook, type PriceBook } from '../../src/book/priceBook.js';
import type { PriceIndex } from '../../src/match/priceIndex.js';
import type { Model } from '../../src/model/model.js';
import type { Snapshot } from '../../src/model/snapshot.js';
import { openCourt } from '../../src/settle/court.js';
import { settleModel } from '../../src/settle/settleModel.js';
import { buildPriceIndex } from '../../src/match/priceIndex.js';
import { aSnapshot, day1 } from '../builders.js';
import { aList, anOffer, anOwn, aRow } from '../settle/given.js';

const price = { input: 0.0025, output: 0.01 };
const other = { input: 0.003, output: 0.012 };
const page = { url: 'https://acme.example/api', fetchedAt: day1, sha256: 'abc', via: 'live' } as const;
const lists = [aList('first', aRow('bird-2', other), aRow('goose-1', other))];

interface Made {
  readonly book: PriceBook;
  readonly asked: string[];
}
/** A book over a table that has some models of Acme alone. */
function made(models: readonly Model[], priceLists: readonly PriceIndex[] = lists): Made {
  const asked: string[] = [];
  const snapshot: Snapshot<Model> = { ...aSnapshot({ items: [...models] }), sources: { api: page, docs: page } };
  const table = (provider: string) => {
    asked.push(provider);
    return Promise.resolve(provider === 'acme' ? snapshot : undefined);
  };
  return { asked, book: openBook({ court: openCourt(priceLists), table, minConfidence: 0 }) };
}
const answer = (book: PriceBook, id: string, provider = 'acme') => book.price({ provider, id });

describe('an offer of the table', () => {
  const table = [anOwn('Bird-2', price), anOwn('mistral-large-latest', price), anOwn('mistral-large-2', price)];

  it.each(['Bird-2', 'bird-2', 'BIRD-2', 'bird_2', 'Bird 2'])('is meant by %s, and has the table’s price', async (id) =>
    expect(await answer(made(table).book, id)).toMatchObject({
      offer: { id: 'Bird-2' },
      cost: price,
      pricing: { status: 'priced', source: 'provider', differ: [{ witness: 'first' }] },
    }),
  );

  it('is meant by another spelling though it is an alias that moves on: it is its name', async () =>
    expect(await answer(made(table).book, 'Mistral_Large_Latest')).toMatchObject({
      offer: { id: 'mistral-large-latest' },
      cost: price,
    }));

  it.each(['bird-20', 'bird', 'bird-2-mini', 'bird-2-2025-01-01'])('is not meant by %s', async (id) =>
    expect((await answer(made(table).book, id)).offer).toBeNull(),
  );

  it('is not meant by what may be one of two', async () => {
    const { book } = made([anOwn('bird-2', price), anOwn('BIRD-2', other)]);
    expect((await answer(book, 'Bird-2')).offer).toBeNull();
    expect((await answer(book, 'BIRD-2')).offer).toMatchObject({ id: 'BIRD-2', cost: other });
  });

  it('is meant by the one that differs in case alone, before those that are spelled in another way', async () => {
    const { book } = made([anOwn('bird-2', price), anOwn('bird_2', other)]);
    expect((await answer(book, 'BIRD-2')).offer).toMatchObject({ id: 'bird-2' });
    expect((await answer(book, 'Bird 2')).offer).toBeNull();
  });

  it('brings the pages that its answer names, and no others', async () => {
    const named = buildPriceIndex(
      { id: 'first', sellers: {} },
      [aRow('bird-2', price, { evidence: { endpoint: 'api', row: 0 } })],
      {
        api: { ...page, url: 'https://first.example' },
        docs: page,
      },
    );
    expect((await answer(made(table, [named]).book, 'bird-2')).sources).toEqual({
      api: page,
      'prices/first/api': { ...page, url: 'https://first.example' },
    });
  });

  it('is judged beside the provider’s others', async () => {
    const { book } = made([anOwn('gpt-9-mini', { input: 0.003, output: 0.01 }), anOwn('gpt-9', price)]);
    expect((await answer(book, 'gpt-9-mini')).pricing.issues).toMatchObject([{ code: 'smaller-costs-more' }]);
  });

  it('has the price that a run gives it, each of them', async () => {
    const models = [
      ...[anOwn('bird-2', price), anOwn('bird-3', { input: 0.0025 }), anOffer('goose-1'), anOffer('hen-1')],
      ...[anOwn('mad-1', { input: -1 }), anOwn('mini-1', { perImage: 0.04 })],
    ];
    const { book } = made(models);
    expect(await book.offersOf('acme')).toEqual(models);
    for (const model of models) {
      const { cost, tiers, pricing } = await answer(book, model.id);
      const { enriched } = settleModel(model, { ...openCourt(lists), minConfidence: 0 });
      expect({ cost, tiers, pricing }).toEqual({
        cost: enriched.cost,
        tiers: enriched.tiers,
        pricing: enriched.pricing,
      });
    }
  });
});

describe('what the table does not list', () => {
  it('has the price of the lists', async () =>
    expect(await answer(made([anOwn('bird-2', price)]).book, 'goose-1')).toMatchObject({
      ...{ offer: null, cost: other },
      pricing: { status: 'priced', source: 'first', match: { model: 'goose-1' } },
    }));

  it('has none where no list has it, and the reason', async () =>
    expect(await answer(made([]).book, 'hen-1')).toMatchObject({
      offer: null,
      pricing: { status: 'unknown', issues: [{ code: 'no-match', detail: 'no row of acme prices hen-1' }] },
    }));

  it('is all of a provider that nothing is known of', async () => {
    const { book } = made([anOwn('bird-2', price)], [aList('first', aRow('bird-2', other, { provider: 'FOWL' }))]);
    expect(await book.offersOf('fowl')).toEqual([]);
    expect(await answer(book, 'bird-2', 'fowl')).toMatchObject({ offer: null, cost: other });
    expect(await answer(book, 'bird-2', 'nobody')).toMatchObject({ offer: null, pricing: { status: 'unknown' } });
  });

  it('is judged by what its name says it is for', async () => {
    const { book } = made(
      [],
      [aList('first', aRow('whisper-1', { input: 0.006 }), aRow('bge-m3', { input: 0.00001, output: 0.00001 }))],
    );
    expect((await answer(book, 'whisper-1')).pricing).toMatchObject({
      status: 'quarantined',
      issues: [{ code: 'sound-by-token' }],
    });
    expect((await answer(book, 'bge-m3')).cost).toMatchObject({ input: 0.00001, output: null });
  });
});

it('asks for the table of a provider once, and not before it is needed', async () => {
  const { book, asked } = made([anOwn('bird-2', price)]);
  expect(asked).toEqual([]);
  await Promise.all([answer(book, 'bird-2'), answer(book, 'bird-3'), book.offersOf('acme'), answer(book, 'x', 'fowl')]);
  await answer(book, 'bird-2');
  expect(asked).toEqual(['acme', 'fowl']);
});

it('settles a record of which more is known than a name, without the table', () => {
  const { book, asked } = made([anOwn('bird-2', price)]);
  const offer = { ...offerFrom({ provider: 'acme', id: 'bird-2' }), cost: { input: 0.003 } };
  const stated = { ...offer, pricing: { ...offer.pricing, status: 'priced', source: 'provider' } as const };
  expect(book.settle(stated)).toMatchObject({ offer: null, cost: other, from: { 'cost.output': 'first' } });
  expect(asked).toEqual([]);
});

describe('the names in the table', () => {
  const table = [anOwn('bird-2-mini', price), anOwn('bird-2', price), anOwn('goose-1', price)];

  it('say which offer a query means, in another spelling too', async () => {
    const { book } = made(table);
    expect(await book.offer({ provider: 'acme', id: 'Bird 2' })).toMatchObject({ id: 'bird-2' });
    expect(await book.offer({ provider: 'acme', id: 'bird-3' })).toBeNull();
    expect(await book.offer({ provider: 'nobody', id: 'bird-2' })).toBeNull();
  });

  it('say which are most like it, the most alike first', async () => {
    const { book } = made(table);
    const near = async (id: string) => (await book.near({ provider: 'acme', id })).map((offer) => offer.id);
    expect(await near('bird-2-2025-01-01')).toEqual(['bird-2', 'bird-2-mini']);
    expect(await near('bird-2')).toEqual(['bird-2-mini']);
  });
});
