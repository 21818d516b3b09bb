import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Prices, Statement } from '../../../src/settle/law.js';
import { tierFarOff } from '../../../src/settle/laws/tierFarOff.js';
import { aFactor, aPrice, aStatement, brokenBy, million, times } from '../given.js';

const broken = (base: Prices, own: Prices, when: Statement['tiers'][0]['when'] = { serviceTier: 'priority' }) =>
  brokenBy(tierFarOff, aStatement(million(base), { tiers: [{ when, cost: million(own) }] }));

it('takes out the price of the big sister: priority at 2.5 USD beside 0.05 USD', () =>
  expect(broken({ input: 0.05, output: 0.4 }, { input: 2.5, output: 0.8 })).toEqual(['0.input']));

it('draws the line at twenty times, both ways', () => {
  expect(broken({ input: 0.1 }, { input: 2 })).toEqual([]);
  expect(broken({ input: 0.1 }, { input: 2.01 })).toEqual(['0.input']);
  expect(broken({ input: 2 }, { input: 0.1 })).toEqual([]);
  expect(broken({ input: 2.01 }, { input: 0.1 })).toEqual(['0.input']);
});

it('lets the longest prompts cost twelve times as much', () =>
  expect(broken({ input: 1, output: 5 }, { input: 6, output: 60 }, { contextAbove: 256_000 })).toEqual([]));

it('says nothing of a variant, which may be another thing: film at 12 USD beside text at 0.2 USD', () =>
  expect(broken({ input: 0.2 }, { input: 12 }, { variant: 'video' })).toEqual([]));

it('says nothing of prices by image, of 0 and of what the price itself has not', () => {
  expect(broken({ perImage: 1 }, { perImage: 1000 })).toEqual([]);
  expect(broken({ input: 1 }, { input: 0 })).toEqual([]);
  expect(broken({ input: 1 }, { cacheRead: 0.001 })).toEqual([]);
});

it('counts the tiers', () => {
  const tiers = [
    { when: { serviceTier: 'batch' }, cost: million({ input: 0.5 }) },
    { when: { region: 'eu' }, cost: million({ input: 100, cacheRead: 9 }) },
  ];
  expect(brokenBy(tierFarOff, aStatement(million({ input: 1, cacheRead: 0.1 }), { tiers }))).toEqual([
    '1.input',
    '1.cacheRead',
  ]);
});

it('gives the same verdict on all prices many times as dear', () =>
  fc.assert(
    fc.property(aPrice, fc.double({ min: 0.01, max: 100, noNaN: true }), aFactor, (input, ratio, factor) => {
      fc.pre([20, 0.05].every((edge) => Math.abs(ratio / edge - 1) > 1e-6));
      const tiers = (cost: Prices) => ({ tiers: [{ when: { region: 'eu' }, cost }] });
      const verdict = ratio > 20 || ratio < 0.05 ? ['0.input'] : [];
      const own = { input: input * ratio };
      expect(brokenBy(tierFarOff, aStatement({ input }, tiers(own)))).toEqual(verdict);
      expect(brokenBy(tierFarOff, aStatement(times({ input }, factor), tiers(times(own, factor))))).toEqual(verdict);
    }),
  ));
