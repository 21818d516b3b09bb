import { describe, expect, it } from 'vitest';
import { inTiers } from '../../../src/sources/parse/inTiers.js';
import { statedTier } from '../../../src/sources/parse/statedTier.js';

describe('statedTier', () => {
  it('is a tier of the prices that are known, 0 among them', () => {
    expect(statedTier({ serviceTier: 'batch' }, { input: 0.001, output: null, cacheRead: 0 })).toEqual([
      { when: { serviceTier: 'batch' }, cost: { input: 0.001, cacheRead: 0 } },
    ]);
  });

  it('is none without a price or a condition', () => {
    expect(statedTier({ serviceTier: 'batch' }, { input: null })).toEqual([]);
    expect(statedTier(null, { input: 1 })).toEqual([]);
    expect(statedTier(undefined, { input: 1 })).toEqual([]);
  });
});

describe('inTiers', () => {
  const batch = { serviceTier: 'batch' };

  it("tells a model's own prices, as they are, from those under a condition", () => {
    expect(
      inTiers([
        { when: batch, cost: { input: 0.5, output: null } },
        { when: {}, cost: { input: 1, output: null } },
        { when: { contextAbove: 200_000 }, cost: { input: null } },
      ]),
    ).toEqual({ cost: { input: 1, output: null }, tiers: [{ when: batch, cost: { input: 0.5 } }] });
  });

  it('counts the first of several with the same condition', () => {
    const twice = [
      { when: {}, cost: { input: 1 } },
      { when: batch, cost: { input: 0.5 } },
      { when: {}, cost: { input: 2 } },
      { when: { ...batch }, cost: { input: 3 } },
    ];
    expect(inTiers(twice)).toEqual({ cost: { input: 1 }, tiers: [{ when: batch, cost: { input: 0.5 } }] });
  });

  it('has no price of its own where each has a condition', () => {
    expect(inTiers([{ when: batch, cost: { input: 1 } }]).cost).toEqual({});
    expect(inTiers([])).toEqual({ cost: {}, tiers: [] });
  });
});
