import fc from 'fast-check';
import { expect, it } from 'vitest';
import { negative } from '../../../src/settle/laws/negative.js';
import { aPrice, aStatement, brokenBy, million } from '../given.js';

it('takes out a price of which a part is below zero: -1,000,000 USD per 1M for a router', () => {
  expect(brokenBy(negative, aStatement(million({ input: -1_000_000, output: -1_000_000 })))).toEqual(['*']);
  expect(brokenBy(negative, aStatement({ input: 0.001, output: -0.001 }))).toEqual(['*']);
  expect(brokenBy(negative, aStatement({ input: 0.001, perImage: -1e-12 }))).toEqual(['*']);
});

it.each([Number.NaN, Number.POSITIVE_INFINITY])('takes out what is no number: %d', (input) =>
  expect(brokenBy(negative, aStatement({ input, output: 0.001 }))).toEqual(['*']),
);

it('leaves 0 and gaps alone', () => {
  expect(brokenBy(negative, aStatement({ input: 0, output: 1e-12, cacheRead: null, reasoning: undefined }))).toEqual(
    [],
  );
});

it('takes out a tier for itself', () => {
  const tiers = [
    { when: { serviceTier: 'batch' }, cost: { input: 0.0005 } },
    { when: { serviceTier: 'flex' }, cost: { input: -1 } },
  ];
  expect(brokenBy(negative, aStatement({ input: 0.001 }, { tiers }))).toEqual(['1.*']);
});

it('says which figure it is', () => {
  expect(negative.breaches(aStatement({ input: 0.001, output: -1000 }))[0]?.detail).toBe('output -1000 is no price');
});

it('never touches prices that are not below zero', () =>
  fc.assert(
    fc.property(aPrice, aPrice, (input, output) => {
      const tiers = [{ when: { serviceTier: 'batch' }, cost: { input: input / 2 } }];
      expect(brokenBy(negative, aStatement({ input, output }, { tiers }))).toEqual([]);
    }),
  ));
