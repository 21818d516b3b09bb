import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Prices } from '../../../src/settle/law.js';
import { tierOrder } from '../../../src/settle/laws/tierOrder.js';
import { aFactor, aPrice, aStatement, brokenBy, million, times } from '../given.js';

const broken = (serviceTier: string, own: Prices, more = {}) =>
  brokenBy(
    tierOrder,
    aStatement(million({ input: 0.4, output: 1.6 }), {
      tiers: [{ when: { serviceTier, ...more }, cost: million(own) }],
    }),
  );

describe('waiting', () => {
  it.each(['batch', 'flex', 'Batch'])('costs at most the standard price: %s at 0.6 USD beside 0.4 USD', (name) => {
    expect(broken(name, { input: 0.6, output: 1.6 })).toEqual(['0.input']);
    expect(broken(name, { input: 0.2, output: 0.8 })).toEqual([]);
  });

  it('may cost the same, but for rounding', () => {
    expect(broken('batch', { input: 0.4004 })).toEqual([]);
    expect(broken('batch', { input: 0.401 })).toEqual(['0.input']);
  });
});

describe('being served first', () => {
  it.each(['priority', 'fast', 'ultrafast'])('costs at least the standard price: %s', (name) => {
    expect(broken(name, { input: 0.3, output: 3.2 })).toEqual(['0.input']);
    expect(broken(name, { input: 0.8, output: 3.2 })).toEqual([]);
  });

  it('may cost the same, but for rounding', () => {
    expect(broken('priority', { input: 0.3997 })).toEqual([]);
    expect(broken('priority', { input: 0.399 })).toEqual(['0.input']);
  });
});

it('says nothing of a tier of another name, of one under more conditions, and of what the price has not', () => {
  expect(broken('enterprise', { input: 9 })).toEqual([]);
  expect(broken('batch', { input: 9 }, { contextAbove: 200_000 })).toEqual([]);
  expect(broken('batch', { cacheRead: 9 })).toEqual([]);
  expect(brokenBy(tierOrder, aStatement({ input: 0.4 }, { tiers: [{ when: {}, cost: { input: 9 } }] }))).toEqual([]);
});

it('never touches a batch below and a priority above, in any currency', () =>
  fc.assert(
    fc.property(aPrice, fc.double({ min: 0.05, max: 1, noNaN: true }), aFactor, (input, share, factor) => {
      const tiers = [
        { when: { serviceTier: 'batch' }, cost: times({ input: input * share }, factor) },
        { when: { serviceTier: 'priority' }, cost: times({ input: input / share }, factor) },
      ];
      expect(brokenBy(tierOrder, aStatement(times({ input }, factor), { tiers }))).toEqual([]);
    }),
  ));
