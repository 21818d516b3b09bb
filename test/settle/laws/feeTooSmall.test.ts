import fc from 'fast-check';
import { expect, it } from 'vitest';
import { feeTooSmall } from '../../../src/settle/laws/feeTooSmall.js';
import { aFactor, aPrice, aStatement, brokenBy, times } from '../given.js';

const broken = (perRequest: number, input = 0.001) =>
  brokenBy(feeTooSmall, aStatement({ input, output: input, perRequest }));

it('takes out a fee that buys next to nothing: 0.000005 USD, said per thousand requests as 0.005 USD', () => {
  expect(broken(0.000005)).toEqual(['perRequest']);
  expect(broken(0.005)).toEqual([]);
});

it('draws the line at 100 input tokens', () => {
  expect(broken(0.0001)).toEqual([]);
  expect(broken(0.1, 1)).toEqual([]);
  expect(broken(0.000099)).toEqual(['perRequest']);
});

it('has no measure where there is no price of tokens, and nothing to say of a fee of 0', () => {
  expect(brokenBy(feeTooSmall, aStatement({ perRequest: 0.000005 }))).toEqual([]);
  expect(broken(0.000005, 0)).toEqual([]);
  expect(broken(0)).toEqual([]);
});

it('judges tiers as well', () => {
  const tiers = [{ when: { variant: 'high' }, cost: { input: 0.001, perRequest: 0.000012 } }];
  expect(brokenBy(feeTooSmall, aStatement({ input: 0.001 }, { tiers }))).toEqual(['0.perRequest']);
});

it('gives the same verdict on all prices many times as dear', () =>
  fc.assert(
    fc.property(aPrice, fc.integer({ min: 1, max: 10_000 }), aFactor, (input, tokens, factor) => {
      fc.pre(tokens !== 100);
      const cost = { input, perRequest: (input / 1000) * tokens };
      const verdict = tokens < 100 ? ['perRequest'] : [];
      expect(brokenBy(feeTooSmall, aStatement(cost))).toEqual(verdict);
      expect(brokenBy(feeTooSmall, aStatement(times(cost, factor)))).toEqual(verdict);
    }),
  ));
