import type { Cost, CostField } from '../model/cost.js';
import type { Model } from '../model/model.js';
import type { PriceLine } from './export.js';

/**
 * The prices that a record believes in, base prices first, then those of its tiers in their order. None where the price is
 * unknown, quarantined or part of a plan; of a model that is free without figures, tokens cost 0, for the record says so.
 */
export function priceLines({ provider, id, cost, tiers, pricing: { status } }: Model): PriceLine[] {
  if (status !== 'priced' && status !== 'free' && status !== 'variable') return [];
  const offer = `${provider}/${id}`;
  const base = linesOf(offer, cost, {});
  const conditional = tiers.flatMap((tier) => linesOf(offer, tier.cost, tier.when));
  if (status === 'free' && base.length + conditional.length === 0) {
    return linesOf(offer, { input: 0, output: 0 }, {});
  }
  return [...base, ...conditional];
}

type Prices = { readonly [field in CostField]?: Cost[field] | undefined };

const linesOf = (offer: string, cost: Prices, when: PriceLine['when']): PriceLine[] =>
  (Object.entries(cost) as [CostField, number | null][]).flatMap(([field, price]) =>
    price === null ? [] : { offer, field, price, when },
  );
