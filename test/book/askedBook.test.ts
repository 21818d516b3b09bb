import { describe, expect, it } from 'vitest';
import { askedBook, type Words } from '../../src/book/askedBook.js';
import { offerFrom } from '../../src/book/offerFrom.js';
import { askedIn } from '../../src/book/ownWord.js';
import { openBook } from '../../src/book/priceBook.js';
import { partOf } from '../../src/book/settledPart.js';
import type { Model } from '../../src/model/model.js';
import { aModel, anOrigin, aPricing } from '../builders.js';
import { aCourt, aList, anOwn, aRow } from '../settle/given.js';

const price = { input: 0.0025, output: 0.01 };
const model = { key: 'acme/bird-2', line: 'acme/bird-2', facets: {} };
const sources = { api: anOrigin(), docs: anOrigin(), 'prices/first/api': anOrigin() };
const bird = aModel('Bird-2', { model, from: { '*': 'api', cost: 'docs', 'cost.output': 'first' } });

/** A book over a table with these offers of Acme, and how often the lists were opened. */
const made = (...models: readonly Model[]) => madeWith(models, () => undefined);

/** The same that knows what records said before they were settled. */
function madeWith(models: readonly Model[], words: (provider: string) => Words | undefined) {
  const asked: string[] = [];
  let opened = 0;
  const book = askedBook({
    part: (provider) => {
      asked.push(provider);
      return Promise.resolve(provider === 'acme' ? partOf({ models: [...models], sources }) : undefined);
    },
    words: (provider) => Promise.resolve(words(provider)),
    open: () => {
      opened += 1;
      const court = aCourt([aList('first', aRow('goose-1', price))]);
      return Promise.resolve(openBook({ court, table: () => Promise.resolve(undefined), minConfidence: 0 }));
    },
  });
  return { book, asked, opened: () => opened };
}

describe('an offer of the table', () => {
  it.each(['Bird-2', 'bird_2', 'BIRD 2'])('has, as %s, the price and the model of its record', async (id) => {
    const { book, opened } = made(bird);
    const answer = await book.price({ provider: 'acme', id });
    expect(answer).toMatchObject({ offer: bird, cost: bird.cost, pricing: bird.pricing, tiers: [] });
    expect(await book.modelOf({ provider: 'acme', id })).toEqual(model);
    expect(opened()).toBe(0);
  });

  it('has the notes that name another witness, and none of where a field stood on its own pages', async () => {
    const { book } = made(
      bird,
      aModel('goose', { from: { '*': 'api', cost: 'first' }, pricing: aPricing({ source: 'first' }) }),
    );
    expect((await book.price({ provider: 'acme', id: 'Bird-2' })).from).toEqual({ 'cost.output': 'first' });
    expect((await book.price({ provider: 'acme', id: 'goose' })).from).toEqual({ cost: 'first' });
  });

  it('has the pages that its price names, and the one that lists it', async () => {
    const evidence = { endpoint: 'docs', row: 1 };
    const { book } = made({ ...bird, pricing: { ...bird.pricing, evidence } });
    expect(Object.keys((await book.price({ provider: 'acme', id: 'Bird-2' })).sources)).toEqual(['api', 'docs']);
  });
});

describe('what the table does not answer', () => {
  it('is settled by the price lists, which are opened once', async () => {
    const { book, opened } = made(bird);
    expect(await book.price({ provider: 'acme', id: 'goose-1' })).toMatchObject({ offer: null, cost: price });
    await book.price({ provider: 'other', id: 'bird-2' });
    await book.settle(offerFrom({ provider: 'acme', id: 'bird-2' }));
    await book.near({ provider: 'acme', id: 'bird-3' });
    expect(opened()).toBe(1);
  });

  it('asks the table once a provider', async () => {
    const { book, asked } = made(bird);
    for (const id of ['Bird-2', 'bird-2', 'goose']) await book.price({ provider: 'acme', id });
    expect(asked).toEqual(['acme']);
  });
});

describe('a record that says itself what its price is', () => {
  const raw = anOwn('embed', { input: 0.001 }, { provider: 'acme', name: 'Embed', model });
  const settled: Model = { ...raw, pricing: { ...raw.pricing, confidence: 0.99, agree: ['first', 'catalog:second'] } };
  const query = { id: 'embed', provider: 'acme', name: 'Embed' };
  const words = (provider: string): Words | undefined =>
    provider === 'acme' ? new Map([['embed', { ...raw }]]) : undefined;
  const asked = (more: object = {}) => askedIn({ ...raw, ...more }, query)!;

  it('in the words of the one that was settled, gets the answer of the table, without the lists', async () => {
    const { book, opened } = madeWith([settled], words);
    const { cost, pricing } = settled;
    expect(await book.settle(asked())).toMatchObject({ offer: { id: 'embed' }, cost, pricing });
    expect(opened()).toBe(0);
  });

  it.each([
    ['another price', { cost: { input: 0.002 } }],
    ['a price more', { cost: { ...raw.cost, perImage: 1 } }],
    ['another witness', { pricing: { ...raw.pricing, source: 'second' } }],
    ['another mode', { mode: 'rerank' }],
  ])('by %s, is settled by the lists', async (_, more) => {
    const { book, opened } = madeWith([settled], words);
    expect((await book.settle(asked(more))).pricing.agree).toEqual([]);
    expect(opened()).toBe(1);
  });

  it.each([
    ['name', { name: 'Other' }],
    ['name, or none', { name: null }],
    ['id', { id: 'EMBED' }],
    ['provider', { provider: 'other' }],
  ])('by another %s, is settled by the lists', async (_, more) => {
    const { book, opened } = madeWith([settled], words);
    await book.settle(askedIn({ ...raw, ...more }, { ...query, ...more })!);
    expect(opened()).toBe(1);
  });

  it('gets the pages of others, and none that it names itself', async () => {
    const evidence = { endpoint: 'prices/first/api', row: 1 };
    const filled = { ...settled, pricing: { ...settled.pricing, source: 'first', evidence } };
    const pagesOf = async (one: Model) => Object.keys((await madeWith([one], words).book.settle(asked())).sources);
    expect(await pagesOf(filled)).toEqual(['prices/first/api']);
    expect(
      await pagesOf({ ...settled, pricing: { ...settled.pricing, evidence: { endpoint: 'api', row: 1 } } }),
    ).toEqual([]);
  });
});
