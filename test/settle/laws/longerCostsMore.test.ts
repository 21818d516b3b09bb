import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Prices, Statement } from '../../../src/settle/law.js';
import { longerCostsMore } from '../../../src/settle/laws/longerCostsMore.js';
import { aPrice, aStatement, brokenBy, million } from '../given.js';

const base = { input: 1.25, output: 10, cacheRead: 0.31 };
const broken = (own: Prices, when: Statement['tiers'][0]['when'] = { contextAbove: 200_000 }) =>
  brokenBy(longerCostsMore, aStatement(million(base), { tiers: [{ when, cost: million(own) }] }));

it('names what costs less for a longer prompt: 1.25 USD up to 200K tokens and 0.63 USD above', () => {
  expect(broken({ input: 0.63, output: 15 })).toEqual(['0.input']);
  expect(broken({ input: 2.5, output: 15, cacheRead: 0.25 })).toEqual(['0.cacheRead']);
  expect(broken({ input: 0.63 }, { contextAbove: 200_000, contextUpTo: 1_000_000 })).toEqual(['0.input']);
});

it('lets it cost the same, but for rounding', () => {
  expect(broken({ input: 1.25, output: 9.991 })).toEqual([]);
  expect(broken({ input: 1.25, output: 9.98 })).toEqual(['0.output']);
});

it('says nothing of a tier under another condition, and of what the price has not', () => {
  expect(broken({ input: 0.63 }, { contextAbove: 200_000, serviceTier: 'batch' })).toEqual([]);
  expect(broken({ input: 0.63 }, { serviceTier: 'batch' })).toEqual([]);
  expect(broken({ input: 0.63 }, { contextUpTo: 32_000 })).toEqual([]);
  expect(broken({ reasoning: 0.1 })).toEqual([]);
});

it('says both figures', () => {
  const tiers = [{ when: { contextAbove: 200_000 }, cost: million({ input: 0.63 }) }];
  expect(longerCostsMore.breaches(aStatement(million(base), { tiers }))[0]?.detail).toBe(
    'input 0.63 USD per 1M above 200000 tokens, 1.25 USD per 1M below',
  );
});

it('never touches a price that grows', () =>
  fc.assert(
    fc.property(aPrice, fc.array(fc.double({ min: 1, max: 12, noNaN: true })), (input, factors) => {
      const tiers = factors.map((factor, i) => ({
        when: { contextAbove: (i + 1) * 1000 },
        cost: { input: input * factor },
      }));
      expect(brokenBy(longerCostsMore, aStatement({ input }, { tiers }))).toEqual([]);
    }),
  ));
