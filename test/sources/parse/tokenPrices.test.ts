import { describe, expect, it } from 'vitest';
import { chargedPrice } from '../../../src/sources/parse/chargedPrice.js';
import { tokenPrices } from '../../../src/sources/parse/tokenPrices.js';

describe('tokenPrices', () => {
  it("reads the rows without a condition as the model's own, the others as tiers", () => {
    expect(
      tokenPrices([
        { when: { serviceTier: 'batch' }, cells: { input: '$1', output: '$2' } },
        { when: {}, cells: { input: '$2', output: '$4', cacheRead: '-' } },
      ]),
    ).toEqual({
      cost: { input: 0.002, output: 0.004, cacheRead: null },
      tiers: [{ when: { serviceTier: 'batch' }, cost: { input: 0.001, output: 0.002 } }],
      issues: [],
    });
  });

  it('tells the amounts that are no price, and those under columns that nobody knows', () => {
    const row = { when: {}, cells: { input: '$3 / fortnight', output: null }, stray: ['Night: $1'] };
    expect(tokenPrices([row])).toEqual({
      cost: { input: null, output: null },
      tiers: [],
      issues: [
        { code: 'unread-price', detail: 'input: $3 / fortnight' },
        { code: 'unread-price', detail: 'Night: $1' },
      ],
    });
  });

  it('reads the cells as it is told', () => {
    const row = { when: {}, cells: { input: '$0.50 $0.25' } };
    expect(tokenPrices([row])).toMatchObject({ cost: { input: null }, issues: [{}] });
    expect(tokenPrices([row], chargedPrice)).toMatchObject({ cost: { input: 0.00025 }, issues: [] });
  });
});
