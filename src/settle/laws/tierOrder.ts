import type { CostField } from '../../model/cost.js';
import type { Law } from '../law.js';
import { shown, pricesIn } from '../prices.js';

/** Queues that are served when there is room, and those that are served first. */
const slow = /^(batch|flex)$/i;
const quick = /^(priority|fast|ultrafast)$/i;

/** Waiting costs less, being served first more. */
export const tierOrder: Law = {
  name: 'tier-order',
  reason: 'batch and flex cost at most the standard price, priority and fast at least that',
  counterExample: 'a batch at 0.6 USD beside 0.4 USD',
  weight: 'soft',
  breaches: ({ cost, tiers }) =>
    tiers.flatMap(({ when: { serviceTier = '', ...rest }, cost: own }, tier) => {
      if (Object.keys(rest).length > 0 || !(slow.test(serviceTier) || quick.test(serviceTier))) return [];
      const isWrong = ([field, price]: [CostField, number]): boolean => {
        const base = cost[field];
        if (typeof base !== 'number') return false;
        return slow.test(serviceTier) ? price > base * 1.001 : price < base * 0.999;
      };
      return pricesIn(own)
        .filter(isWrong)
        .map(([field, price]) => ({
          field,
          tier,
          detail: `${serviceTier} ${field} ${shown(field, price)} beside ${shown(field, cost[field] ?? 0)}`,
        }));
    }),
};
