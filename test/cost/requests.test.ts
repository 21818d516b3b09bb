import { describe, expect, it } from 'vitest';
import { costOf } from '../../src/cost/costOf.js';
import type { OfferPrices } from '../../src/cost/tiers/priceFinder.js';
import type { Units, Usage } from '../../src/cost/units.js';

const prices: OfferPrices = {
  cost: { input: 0.001, perRequest: 0.005 },
  tiers: [{ when: { contextAbove: 1000 }, cost: { input: 0.002 } }],
};
const usage = (units: Units, requests?: number): Usage => ({
  ...{ passes: [{ units, contradicts: [] }], charge: null, serviceTier: null, region: null, variants: [] },
  requests,
});

describe('several calls that are alike', () => {
  it('have prompts of an equal share each', () => {
    expect(costOf(usage({ input: 3000 }, 3), prices).parts['input']).toEqual({
      ...{ units: 3000, usd: '0.003' },
      factors: [{ units: 3000, price: '0.001', per: 1000 }],
    });
    expect(
      costOf(usage({ input: 3000, cacheRead: 3 }, 3), { ...prices, cost: { ...prices.cost, cacheRead: 0 } }),
    ).toMatchObject({
      parts: { input: { usd: '0.006' } },
    });
  });

  it('are so many requests', () => {
    expect(costOf(usage({ input: 3000 }, 3), prices).parts['perRequest']).toMatchObject({ units: 3, usd: '0.015' });
  });

  it('are one where it is not said', () => {
    expect(costOf(usage({ input: 3000 }), prices)).toMatchObject({ total: '0.011' });
  });
});
