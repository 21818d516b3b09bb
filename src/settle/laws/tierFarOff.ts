import type { Law } from '../law.js';
import { isPaid, shown, pricesIn } from '../prices.js';

/** The widest known: the longest prompts at twelve times, fast modes at seven. */
const factor = 20;

/** A condition changes a price, it doesn't make it another one; a variant may be another thing, such as film beside text. */
export const tierFarOff: Law = {
  name: 'tier-far-off',
  reason: `under a condition a token costs at most ${factor} times more or less than without`,
  counterExample: 'priority at 2.5 USD beside 0.05 USD: the price of the big sister',
  weight: 'hard',
  breaches: ({ cost, tiers }) =>
    tiers.flatMap(({ when: { variant }, cost: own }, tier) =>
      pricesIn(own)
        .filter(([field, price]) => {
          const base = cost[field];
          return (
            variant === undefined &&
            !field.startsWith('per') &&
            isPaid(base) &&
            isPaid(price) &&
            (price > base * factor || price * factor < base)
          );
        })
        .map(([field, price]) => ({
          field,
          tier,
          detail: `${field} ${shown(field, price)} beside ${shown(field, cost[field] ?? 0)}`,
        })),
    ),
};
