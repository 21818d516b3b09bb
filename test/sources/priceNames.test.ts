import { describe, expect, it } from 'vitest';
import type { Tier } from '../../src/model/cost.js';
import { lastingName } from '../../src/sources/conditions.js';
import { priceNames } from '../../src/sources/priceNames.js';

const until: Tier['when'] = { until: '2026-08-31' };
const from: Tier['when'] = { from: '2026-09-01' };
const tier = (when: Tier['when'], cost: Tier['cost'] = { input: 1 }): Tier => ({ when, cost });

describe('the names of the prices of a model', () => {
  it('are those of its fields, and of its tiers by the kind of their condition, as often as there are some', () =>
    expect(
      priceNames({
        cost: { input: 1, output: 2, cacheRead: null },
        tiers: [tier({ contextAbove: 1 }), tier({ contextAbove: 2 }), tier({ serviceTier: 'batch', region: 'eu' })],
      }),
    ).toEqual([
      'input',
      'output',
      'input (contextAbove)',
      'input (contextAbove)',
      'input (region, serviceTier batch)',
    ]));

  it('leave out those that hold for some days only beside the same without days', () => {
    const batch = { serviceTier: 'batch' };
    const tiers = [tier(until), tier(from), tier(batch), tier({ ...batch, ...until }), tier({ ...batch, ...from })];
    expect(priceNames({ cost: { input: 1 }, tiers })).toEqual(['input', 'input (serviceTier batch)']);
  });

  it('tell one of those that hold for some days only where there is no other', () => {
    const tiers = [tier({ contextAbove: 1, ...until }), tier({ contextAbove: 1, ...from })];
    expect(priceNames({ cost: { output: 1 }, tiers })).toEqual(['output', 'input (contextAbove, from)']);
    expect(priceNames({ cost: { input: null }, tiers: [tier(until)] })).toEqual(['input (until)']);
  });
});

it.each([
  ['input (until)', 'input'],
  ['input (from, until)', 'input'],
  ['input (contextAbove, from)', 'input (contextAbove)'],
  ['input (contextAbove, serviceTier batch, until)', 'input (contextAbove, serviceTier batch)'],
  ['prices[until].input (amount)', 'prices[].input (amount)'],
  ['a[until].b[until].cost (amount)', 'a[].b[].cost (amount)'],
])('%s is %s without days', (name, lasting) => expect(lastingName(name)).toBe(lasting));

it.each(['input', 'input (contextAbove)', 'input (serviceTier until)', 'price.until (amount)', 'per 1M tokens'])(
  '%s has none',
  (name) => expect(lastingName(name)).toBe(name),
);
