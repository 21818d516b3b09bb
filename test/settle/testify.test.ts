import { describe, expect, it } from 'vitest';
import { testify } from '../../src/settle/testify.js';
import { aCourt, aHeard, anOffered, million, witnessesOf } from './given.js';

const price = million({ input: 1, output: 4 });

describe('a witness', () => {
  it('has what the laws left of its word, and its word', () => {
    const [witness] = witnessesOf(aHeard('first', million({ input: 3, output: 15, cacheRead: 15 })));
    expect(witness).toMatchObject({
      ...{ family: 'first', isUsable: true },
      cost: { input: 0.003, output: 0.015 },
      stated: { cacheRead: 0.015 },
      broken: [{ code: 'cache-above-input' }],
    });
    expect(witness?.cost).not.toHaveProperty('cacheRead');
  });

  it('has nothing to take where nothing is left, where there is doubt, or where it prices a cache alone', () => {
    const usable = (...heard: Parameters<typeof witnessesOf>) => witnessesOf(...heard).map(({ isUsable }) => isUsable);
    expect(usable(aHeard('first', price))).toEqual([true]);
    expect(usable(aHeard('first', { input: -1 }))).toEqual([false]);
    expect(usable(aHeard('first', price, { doubt: { code: 'ambiguous-price', detail: 'two' } }))).toEqual([false]);
    expect(usable(aHeard('first', { cacheRead: 0.001 }))).toEqual([false]);
    expect(usable(aHeard('first', { perRequest: 0.04 }))).toEqual([true]);
  });

  it('that is the provider may price what it likes', () => {
    const tiers = [{ when: { serviceTier: 'batch' }, cost: price }];
    expect(witnessesOf(aHeard('provider', { cacheRead: 0.001 }))).toMatchObject([{ isUsable: true }]);
    expect(witnessesOf(aHeard('provider', {}, { tiers }))).toMatchObject([{ isUsable: true }]);
    expect(witnessesOf(aHeard('provider', {}))).toMatchObject([{ isUsable: false }]);
  });

  it('says 0 by its own word only as the provider', () => {
    expect(witnessesOf(aHeard('provider', { input: 0, output: 0 }))).toMatchObject([{ broken: [] }]);
    expect(witnessesOf(aHeard('catalog:models.dev', { input: 0, output: 0 }))).toMatchObject([
      { broken: [{ code: 'zero-price' }] },
    ]);
  });
});

it('speaks once a family, the first; of a provider each page may speak', () => {
  const names = (...witnesses: string[]) =>
    witnessesOf(...witnesses.map((name) => aHeard(name, price))).map(({ witness }) => witness);
  expect(names('catalog:models.dev', 'first', 'models.dev', 'first')).toEqual(['catalog:models.dev', 'first']);
  expect(names('provider', 'provider', 'first')).toEqual(['provider', 'provider', 'first']);
});

it('is judged by what its list takes the model for where nothing else is known of it', () => {
  const heard = [aHeard('first', million({ input: 6 }), { mode: 'transcription' })];
  const judged = (mode: 'chat' | null) =>
    testify(heard, anOffered({ mode }), { ...aCourt([]), sibling: () => undefined });
  expect(judged(null)).toMatchObject([{ isUsable: false, broken: [{ code: 'sound-by-token' }] }]);
  expect(judged('chat')).toMatchObject([{ isUsable: true, broken: [] }]);
});
