import { describe, expect, it } from 'vitest';
import { askedBook } from '../../src/book/askedBook.js';
import { offerFrom } from '../../src/book/offerFrom.js';
import { openBook } from '../../src/book/priceBook.js';
import { partOf } from '../../src/book/settledPart.js';
import type { Model } from '../../src/model/model.js';
import { aModel, anOrigin, aPricing } from '../builders.js';
import { aCourt, aList, aRow } from '../settle/given.js';

const price = { input: 0.0025, output: 0.01 };
const model = { key: 'acme/bird-2', line: 'acme/bird-2', facets: {} };
const sources = { api: anOrigin(), docs: anOrigin(), 'prices/first/api': anOrigin() };
const bird = aModel('Bird-2', { model, from: { '*': 'api', cost: 'docs', 'cost.output': 'first' } });

/** A book over a table with these offers of Acme, and how often the lists were opened. */
function made(...models: readonly Model[]) {
  const asked: string[] = [];
  let opened = 0;
  const book = askedBook({
    part: (provider) => {
      asked.push(provider);
      return Promise.resolve(provider === 'acme' ? partOf({ models: [...models], sources }) : undefined);
    },
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
