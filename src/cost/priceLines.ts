import type { Cost, CostField, Tier } from '../model/cost.js';
import type { Model } from '../model/model.js';

/** One price of an offer, under one set of conditions. */
export interface PriceLine {
  /** `provider/id`. */
  readonly offer: string;
  readonly field: CostField;
  /** In the units of `cost`: USD per 1,000 tokens, `per…` USD per one. */
  readonly price: number;
  /** Empty for the price that holds without a condition. */
  readonly when: Tier['when'];
}

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
