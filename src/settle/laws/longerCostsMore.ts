import type { Law } from '../law.js';
import { shown, pricesIn } from '../prices.js';

/** A longer prompt is more work for each of its tokens, never less. */
export const longerCostsMore: Law = {
  name: 'longer-costs-less',
  reason: 'a longer prompt never costs less by the token',
  counterExample: '1.25 USD up to 200K tokens and 0.63 USD above',
  weight: 'soft',
  breaches: ({ cost, tiers }) =>
    tiers.flatMap(({ when: { contextAbove, ...rest }, cost: own }, tier) =>
      contextAbove === undefined || Object.keys(rest).some((condition) => condition !== 'contextUpTo')
        ? []
        : pricesIn(own)
            .filter(([field, price]) => price < (cost[field] ?? 0) * 0.999)
            .map(([field, price]) => ({
              field,
              tier,
              detail: `${field} ${shown(field, price)} above ${contextAbove} tokens, ${shown(field, cost[field] ?? 0)} below`,
            })),
    ),
};
