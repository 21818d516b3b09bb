import { describe, expect, it } from 'vitest';
import { bookOf } from '../../src/page/book.js';
import { dayOf, isUsed, promptOfOne, requestsOf } from '../../src/page/cost/day.js';
import { cheapestFirst, dayCost, levelsOf, ofDays } from '../../src/page/cost/dayCost.js';
import { findOffers } from '../../src/page/search/findOffers.js';
import { typedCount } from '../../src/page/cost/typedCount.js';
import { aPricing } from '../builders.js';
import { aFile, aReport } from '../report/builders.js';
import { unknownCost } from '../../src/sources/unknownCost.js';

describe('a number that somebody types', () => {
  it.each([
    ['20m', 20_000_000],
    ['20M', 20_000_000],
    ['20,000,000', 20_000_000],
    ['20 000 000', 20_000_000],
    ["20'000'000", 20_000_000],
    ['20_000', 20_000],
    ['1.5k', 1500],
    ['1.1m', 1_100_000],
    ['0.3 million', 300_000],
    ['2 bn', 2_000_000_000],
    [' 12 ', 12],
    ['12.0', 12],
    ['', 0],
    ['0', 0],
  ])('%j is %d', (typed, count) => expect(typedCount(typed)).toBe(count));

  it.each(['1,5k', '1.5', '1.500.000', '20,000 000', '1,00', '-3', '20q', 'm', '1e3', '9999999999m', '5constructor'])(
    '%j is none',
    (typed) => expect(typedCount(typed)).toBe(null),
  );
});

const none = { input: 0, cached: 0, written: 0, output: 0, reasoning: 0 };

describe('a day', () => {
  it('is what the address says', () => {
    expect(dayOf({ input: '20m', output: '1k', requests: '100', service: 'batch', offers: 'a/b' })).toEqual({
      counts: { ...none, input: 20_000_000, output: 1000 },
      ...{ requests: 100, serviceTier: 'batch' },
    });
    expect(dayOf({})).toEqual({ counts: none, requests: 1000, serviceTier: null });
  });

  it('is none where part of it can not be read', () => {
    expect(dayOf({ input: 'many' })).toBe(null);
    expect(dayOf({ input: '1', requests: '0' })).toBe(null);
    expect([requestsOf(''), requestsOf('2k'), requestsOf('x'), requestsOf('0')]).toEqual([1000, 2000, null, null]);
  });

  it('has prompts of all that goes in', () => {
    const day = {
      counts: { ...none, input: 500, cached: 300, written: 200, output: 9 },
      requests: 4,
      serviceTier: null,
    };
    expect(promptOfOne(day)).toBe(250);
    expect(isUsed(day)).toBe(true);
    expect(isUsed({ ...day, counts: none })).toBe(false);
  });
});

const { offers, byKey } = bookOf(
  aReport([
    aFile('acme', [
      {
        id: 'big',
        cost: { ...unknownCost, input: 0.00015, output: 0.0006 },
        pricing: aPricing(),
        tiers: [
          { when: { contextAbove: 200_000 }, cost: { input: 0.0003 } },
          { when: { serviceTier: 'Batch' }, cost: { input: 0.000075, output: 0.0003 } },
        ],
      },
      {
        id: 'big-small',
        cost: { ...unknownCost, input: 0.0001 },
        pricing: aPricing(),
        tiers: [{ when: { serviceTier: 'default' }, cost: {} }],
      },
      { id: 'huge', name: 'Big One' },
    ]),
  ]),
);
const big = byKey.get('acme/big')!;
const small = byKey.get('acme/big-small')!;
const at = new Date('2026-01-01');
const day = { counts: { ...none, input: 20_000_000, output: 1_000_000 }, requests: 1000, serviceTier: null };

describe('what a day costs', () => {
  it('is each count times its price', () => {
    const { cost } = dayCost(big, day, at);
    expect(cost.total).toBe('3.6');
    expect(cost.parts['input']).toEqual({
      ...{ units: 20_000_000, usd: '3' },
      factors: [{ units: 20_000_000, price: '0.00015', per: 1000 }],
    });
  });

  it('is by the length of one prompt', () => {
    expect(dayCost(big, { ...day, requests: 50 }, at).cost.total).toBe('6.6');
  });

  it('is by the level of service, and not known where there is none', () => {
    expect(dayCost(big, { ...day, serviceTier: 'batch' }, at).cost.total).toBe('1.8');
    expect(dayCost(big, { ...day, serviceTier: 'flex' }, at).cost).toMatchObject({
      total: null,
      why: { input: 'no price is for flex' },
    });
  });

  it('is by the time', () => {
    const night = { ...big, tiers: [{ when: { timeUtc: '22:00-06:00' }, cost: { input: 0.0001 } }] };
    expect(dayCost(night, day, new Date('2026-01-01T23:00:00Z')).cost.total).toBe('2.6');
    expect(dayCost(night, day, new Date('2026-01-01T12:00:00Z')).cost.total).toBe('3.6');
  });

  it('is not known where a part has no price', () => {
    expect(dayCost(small, day, at).cost).toMatchObject({
      total: null,
      parts: { input: { usd: '2' } },
      unpriced: ['output'],
    });
  });

  it('is the least first, what is not known last', () => {
    const costs = [dayCost(small, day, at), dayCost(big, day, at), dayCost(big, { ...day, serviceTier: 'batch' }, at)];
    expect(cheapestFirst(costs).map(({ cost }) => cost.total)).toEqual(['1.8', '3.6', null]);
  });

  it('is so many times as much for more days', () => {
    expect(ofDays('0.1', 30)).toBe('3');
    expect(ofDays('0.000000000123', 365)).toBe('0.000000044895');
  });

  it('may have other levels of service', () => {
    expect(levelsOf(offers)).toEqual(['batch']);
  });
});

describe('the search for offers', () => {
  it('finds all words in any order, those with a price first', () => {
    expect(findOffers(offers, 'big ACME', 9).offers.map(({ key }) => key)).toEqual([
      'acme/big',
      'acme/big-small',
      'acme/huge',
    ]);
    expect(findOffers(offers, 'acme/big', 1)).toMatchObject({ offers: [{ key: 'acme/big' }], found: 2 });
  });

  it('finds a name in any spelling', () => {
    expect(findOffers(offers, 'bigSmall', 9).offers.map(({ key }) => key)).toEqual(['acme/big-small']);
  });

  it('finds nothing for nothing', () => {
    for (const nothing of ['', ' - ', '/']) expect(findOffers(offers, nothing, 9)).toEqual({ offers: [], found: 0 });
  });
});
