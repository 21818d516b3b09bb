import type { Law } from '../law.js';
import { everywhere, pricesIn } from '../prices.js';

/** -1 and the like stand for "varies" or "unknown" in lists. */
export const negative: Law = {
  name: 'negative-price',
  reason: 'nobody pays the caller: a negative number stands for "varies" or "unknown"',
  counterExample: '-1,000,000 USD per 1M for a router',
  weight: 'hard',
  breaches: (statement) =>
    everywhere(statement, (cost) => {
      const below = pricesIn(cost).find(([, price]) => price < 0 || !Number.isFinite(price));
      return below ? [{ field: '*', detail: `${below[0]} ${below[1]} is no price` }] : [];
    }),
};
