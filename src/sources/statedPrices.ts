import type { Tier } from '../model/cost.js';

/** Every price that a model states, with its name: `input`, or `input (batch)` for one under a condition. */
export function statedPrices(
  { cost, tiers }: { readonly cost: Tier['cost']; readonly tiers: readonly Tier[] },
  condition: (when: Tier['when']) => string,
): [name: string, price: number][] {
  const known = (prices: Tier['cost'], suffix: string) =>
    Object.entries(prices).flatMap(([field, price]): [string, number][] =>
      typeof price === 'number' ? [[field + suffix, price]] : [],
    );
  return [...known(cost, ''), ...tiers.flatMap((tier) => known(tier.cost, ` (${condition(tier.when)})`))];
}
