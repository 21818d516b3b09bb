import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Prices } from '../../../src/settle/law.js';
import { cacheAboveInput } from '../../../src/settle/laws/cacheAboveInput.js';
import { aFactor, aPrice, aStatement, brokenBy, million, times } from '../given.js';

const broken = (cost: Prices) => brokenBy(cacheAboveInput, aStatement(million(cost)));

it('takes out a read that is dearer than the input: 15 USD beside 3 USD', () => {
  expect(broken({ input: 3, output: 15, cacheRead: 15 })).toEqual(['cacheRead']);
  expect(broken({ input: 0.085, output: 0.4, cacheRead: 0.1 })).toEqual(['cacheRead']);
});

it('lets a read cost as much as the input, but for rounding', () => {
  expect(broken({ input: 3, cacheRead: 3 })).toEqual([]);
  expect(broken({ input: 3, cacheRead: 3.002 })).toEqual([]);
  expect(broken({ input: 3, cacheRead: 3.01 })).toEqual(['cacheRead']);
});

it('takes out the write beside it where the two are swapped', () => {
  expect(broken({ input: 3, cacheRead: 3.75, cacheWrite: 0.3 })).toEqual(['cacheRead', 'cacheWrite']);
  expect(broken({ input: 3, cacheRead: 15, cacheWrite: 3.75 })).toEqual(['cacheRead']);
  expect(broken({ input: 3, cacheRead: 0.3, cacheWrite: 0.3 })).toEqual([]);
});

it('needs an input that is paid for', () => {
  expect(broken({ cacheRead: 15 })).toEqual([]);
  expect(broken({ input: 0, cacheRead: 15 })).toEqual([]);
});

it('judges a tier by its own input', () => {
  const tiers = [
    { when: { serviceTier: 'batch' }, cost: million({ input: 1.5, cacheRead: 2 }) },
    { when: { serviceTier: 'priority' }, cost: million({ cacheRead: 9 }) },
  ];
  expect(brokenBy(cacheAboveInput, aStatement(million({ input: 3, cacheRead: 0.3 }), { tiers }))).toEqual([
    '0.cacheRead',
  ]);
});

it('never touches what is below the input, and what is above in any currency', () =>
  fc.assert(
    fc.property(aPrice, fc.double({ min: 0.01, max: 1, noNaN: true }), aFactor, (input, share, factor) => {
      expect(brokenBy(cacheAboveInput, aStatement({ input, cacheRead: input * share }))).toEqual([]);
      const above = times({ input, cacheRead: (input / share) * 1.01 }, factor);
      expect(brokenBy(cacheAboveInput, aStatement(above))).toEqual(['cacheRead']);
    }),
  ));
