import { describe, expect, it } from 'vitest';
import { statedPrices } from '../../src/history/statedPrices.js';
import { anOffer } from './builders.js';

const at = (iso: string): number => Date.parse(iso);

describe('the prices that a record states', () => {
  it('are one for all times where no day is named', () => {
    expect([...statedPrices(anOffer(0.001)).values()]).toEqual([
      { component: 'input', when: {}, periods: [{ from: -Infinity, to: Infinity, usd: 0.001 }] },
    ]);
  });

  it('end with the last day of an offer, and the price of every day comes back', () => {
    const tiers = [{ when: { until: '2026-12-31' }, cost: { input: 0.0005 } }];
    expect(statedPrices(anOffer(0.001, { tiers })).get('input []')?.periods).toEqual([
      { from: -Infinity, to: at('2027-01-01'), usd: 0.0005 },
      { from: at('2027-01-01'), to: Infinity, usd: 0.001 },
    ]);
  });

  it('have no price after the last day where none is stated for every day', () => {
    const tiers = [
      { when: { until: '2026-12-31' }, cost: { input: 0.0005 } },
      { when: { from: '2027-02-01' }, cost: { input: 0.002 } },
    ];
    expect(statedPrices(anOffer(null, { tiers, pricing: anOffer(1).pricing })).get('input []')?.periods).toEqual([
      { from: -Infinity, to: at('2027-01-01'), usd: 0.0005 },
      { from: at('2027-01-01'), to: at('2027-02-01'), usd: null },
      { from: at('2027-02-01'), to: Infinity, usd: 0.002 },
    ]);
  });

  it('keep the other conditions, each with days of its own', () => {
    const tiers = [{ when: { serviceTier: 'batch', until: '2026-12-31' }, cost: { input: 0.0002 } }];
    const stated = statedPrices(anOffer(0.001, { tiers }));
    expect([...stated.keys()]).toEqual(['input []', 'input [["serviceTier","batch"]]']);
    expect(stated.get('input [["serviceTier","batch"]]')?.periods.map(({ usd }) => usd)).toEqual([0.0002, null]);
  });

  it('are none of a record whose price is not believed', () => {
    expect(statedPrices(anOffer(null)).size).toBe(0);
  });
});
