import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNarrower } from '../../src/cost/tiers/includes.js';
import { type OfferPrices, priceFinder } from '../../src/cost/tiers/priceFinder.js';
import { daysIn, isWithin } from '../../src/cost/tiers/time.js';
import type { Situation } from '../../src/cost/tiers/when.js';

const call: Situation = {
  promptTokens: 300_000,
  serviceTier: null,
  region: null,
  variants: [],
  at: new Date('2026-10-27T02:30Z'),
};
const input = (tiers: OfferPrices['tiers'], more: Partial<Situation> = {}) => {
  const found = priceFinder({ cost: { input: 1 }, tiers }, { ...call, ...more })('input');
  return found.price ?? found.why;
};

describe('a price under a condition', () => {
  const long = { when: { contextAbove: 200_000 }, cost: { input: 2 } };
  const batch = { when: { serviceTier: 'Batch' }, cost: { input: 3 } };
  const bothOf = { when: { serviceTier: 'batch', contextAbove: 200_000 }, cost: { input: 4 } };

  it('is the same whatever the order of the tiers', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([long, batch, { ...bothOf, when: { ...bothOf.when, serviceTier: 'Batch' } }], {
          minLength: 3,
        }),
        (tiers) => {
          expect(input(tiers, { serviceTier: 'batch' })).toBe(4);
          expect(input(tiers)).toBe(2);
          expect(input(tiers, { promptTokens: 5, serviceTier: 'batch' })).toBe(3);
        },
      ),
    );
  });

  it('is none where two hold that differ, or where a level is named by nobody', () => {
    expect(input([long, batch], { serviceTier: 'batch' })).toBe('tiers that hold at once differ');
    expect(input([long, batch], { serviceTier: 'flex' })).toBe('no price is for flex');
  });

  it('holds in a region and variant of any spelling, never for a quantity that is not known', () => {
    expect(input([{ when: { region: 'Data Zone' }, cost: { input: 2 } }], { region: 'data-zone' })).toBe(2);
    expect(input([{ when: { variant: '1K low' }, cost: { input: 2 } }], { variants: ['low', '1k'] })).toBe(2);
    expect(input([{ when: { variant: '1K low' }, cost: { input: 2 } }], { variants: ['low'] })).toBe(1);
    expect(input([{ when: { quantityAbove: 5 }, cost: { input: 2 } }])).toBe(1);
  });

  it('is none where it depends on a time that nobody knows, unless it is the same at any', () => {
    const night = { when: { timeUtc: '01:00-04:00' }, cost: { input: 2 } };
    expect(input([night], { at: null })).toMatch(/^it depends on/);
    expect(input([{ ...night, cost: { input: 1 } }], { at: null })).toBe(1);
    expect(input([night, { when: { timeUtc: '02:00-03:00' }, cost: { input: 5 } }])).toBe(5);
  });

  it('is of the highest step passed alone: what that one does not list stays at the base', () => {
    const [low, high] = [
      { when: { contextAbove: 32_000, serviceTier: 'batch' }, cost: { input: 2 } },
      { when: { contextAbove: 128_000, serviceTier: 'batch' }, cost: { output: 5 } },
    ];
    for (const tiers of [
      [low, high],
      [high, low],
    ]) {
      expect(input(tiers, { serviceTier: 'batch' })).toBe(1);
      expect(input(tiers, { serviceTier: 'batch', promptTokens: 100_000 })).toBe(2);
    }
    const other = { ...high, when: { contextAbove: 128_000 } };
    expect(input([low, other], { serviceTier: 'batch' })).toBe(2);
  });

  it('takes no negative price for one', () => {
    expect(priceFinder({ cost: { input: -1 }, tiers: [] }, call)('input')).toMatchObject({ price: null });
  });
});

describe('conditions', () => {
  it('include each other by what they say, not by how many they are', () => {
    expect(isNarrower({ contextAbove: 128_000 }, { contextAbove: 32_000 })).toBe(true);
    expect(isNarrower({ days: 'sat' }, { days: 'fri-mon' })).toBe(true);
    expect(isNarrower({ timeUtc: '23:00-01:00' }, { timeUtc: '22:00-02:00' })).toBe(true);
    expect(isNarrower({ timeUtc: '21:00-01:00' }, { timeUtc: '22:00-02:00' })).toBe(false);
    expect(isNarrower({ from: '2026-02-01' }, { from: '2026-01-01' })).toBe(true);
    expect(isNarrower({ serviceTier: 'batch', region: 'us' }, { contextAbove: 1 })).toBe(false);
    expect(isNarrower({ region: 'us' }, { region: 'us' })).toBe(false);
  });

  it('know the days of the week, also across its end', () => {
    expect([...daysIn('fri-mon')].sort()).toEqual([0, 1, 5, 6]);
    expect([...daysIn('mon,wed-thu')]).toEqual([1, 3, 4]);
    expect(isWithin({ timeUtc: '22:00-24:00' }, new Date('2026-10-27T23:59:59Z'))).toBe(true);
    expect(isWithin({ timeUtc: '22:00-24:00' }, new Date('2026-10-28T00:00:00Z'))).toBe(false);
  });
});
