import { describe, expect, it } from 'vitest';
import { priceKeysIn } from '../../src/read/priceKeysIn.js';

describe('the price keys of rows', () => {
  it('are those that are prices by their name or stand below such a key, with their type and how often they come', () => {
    const row = {
      id: 'a',
      context: 8000,
      pricing: {
        prompt: '0.1',
        tiers: [
          { min: 0, cost: 1 },
          { min: 9, cost: 2 },
        ],
      },
    };
    expect(priceKeysIn([row, row])).toEqual({
      'pricing.prompt (amount)': 2,
      'pricing.tiers[].min (amount)': 4,
      'pricing.tiers[].cost (amount)': 4,
    });
  });

  it('are the same as a number and in quotes, and others with another type', () => {
    expect(priceKeysIn([{ price: 1 }, { price: '$1' }])).toEqual({ 'price (amount)': 2 });
    expect(priceKeysIn([{ price: true }, { price: true }])).toEqual({ 'price (boolean)': 2 });
    expect(priceKeysIn([{ price: { usd: 1 } }, { price: { usd: 1 } }])).toEqual({ 'price.usd (amount)': 2 });
  });

  it('tell entries of a list that hold for some days only apart', () => {
    const prices = [
      { cost: 1, note: 'through August 31, 2026' },
      { cost: 2, note: 'starting September 1, 2026' },
    ];
    expect(priceKeysIn([{ prices }, { prices: [{ cost: 2 }, { cost: 3 }] }])).toMatchObject({
      'prices[until].cost (amount)': 2,
      'prices[].cost (amount)': 2,
    });
    const model = { until: '2026-08-31', cost: 1 };
    expect(priceKeysIn([model, model])).toEqual({ 'cost (amount)': 2 });
  });

  it('are none that come only once, say nothing, or bound what is sold', () =>
    expect(priceKeysIn([{ a_cost: 1 }, { price: null }, { price: null }, { rate_limits: { price: 1 } }])).toEqual({}));
});
