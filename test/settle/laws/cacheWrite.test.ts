import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Prices } from '../../../src/settle/law.js';
import { cacheWrite } from '../../../src/settle/laws/cacheWrite.js';
import { aFactor, aPrice, aStatement, brokenBy, million, times } from '../given.js';

const broken = (cost: Prices) => brokenBy(cacheWrite, aStatement(million(cost)));

it('takes out a write of more than 2.5 times the input: 4.5 USD beside 1.25 USD, what an hour of storage costs', () => {
  expect(broken({ input: 1.25, output: 10, cacheWrite: 4.5 })).toEqual(['cacheWrite']);
  expect(broken({ input: 0.15, cacheWrite: 0.375 })).toEqual([]);
  expect(broken({ input: 0.15, cacheWrite: 0.376 })).toEqual(['cacheWrite']);
});

it('judges each of the two for itself: 6 USD an hour beside 0.3 USD for five minutes', () => {
  expect(broken({ input: 0.25, cacheWrite: 0.3, cacheWrite1h: 6 })).toEqual(['cacheWrite1h']);
  expect(broken({ input: 0.25, cacheWrite: 6, cacheWrite1h: 0.5 })).toEqual(['cacheWrite']);
});

it('takes out an hour that costs less than five minutes', () => {
  expect(broken({ input: 3, cacheWrite: 3.75, cacheWrite1h: 0.3 })).toEqual(['cacheWrite1h']);
  expect(broken({ input: 3, cacheWrite: 3.75, cacheWrite1h: 3.75 })).toEqual([]);
  expect(broken({ cacheWrite: 3.75, cacheWrite1h: 3.7 })).toEqual(['cacheWrite1h']);
});

it('lets it cost as it does: a quarter more, twice for an hour, five minutes of storage', () => {
  expect(broken({ input: 3, cacheWrite: 3.75, cacheWrite1h: 6 })).toEqual([]);
  expect(broken({ input: 0.3, cacheWrite: 0.08333 })).toEqual([]);
});

it('judges a tier by its own input', () => {
  const tiers = [
    { when: { serviceTier: 'batch' }, cost: million({ input: 1, cacheWrite: 3.75 }) },
    { when: { region: 'eu' }, cost: million({ cacheWrite: 30 }) },
  ];
  expect(brokenBy(cacheWrite, aStatement(million({ input: 3, cacheWrite: 3.75 }), { tiers }))).toEqual([
    '0.cacheWrite',
  ]);
});

it('gives the same verdict on all prices many times as dear', () =>
  fc.assert(
    fc.property(aPrice, fc.double({ min: 0.1, max: 5, noNaN: true }), aFactor, (input, ratio, factor) => {
      fc.pre(Math.abs(ratio - 2.5) > 0.01);
      const cost = { input, cacheWrite: input * ratio };
      const verdict = ratio > 2.5 ? ['cacheWrite'] : [];
      expect(brokenBy(cacheWrite, aStatement(cost))).toEqual(verdict);
      expect(brokenBy(cacheWrite, aStatement(times(cost, factor)))).toEqual(verdict);
    }),
  ));
