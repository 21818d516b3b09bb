import type { Law } from '../law.js';
import { isPaid, shown, pricesIn } from '../prices.js';

/** What is called free costs nothing. */
export const freeIsFree: Law = {
  name: 'free-is-paid',
  reason: 'an offer whose id ends in ":free" costs nothing: a price of it is that of the paid one',
  counterExample: 'deepseek-r1:free at 0.55 USD per 1M',
  weight: 'hard',
  breaches: ({ offer, cost }) => {
    const paid = /:free$/i.test(offer.id) ? pricesIn(cost).find(([, price]) => isPaid(price)) : undefined;
    return paid ? [{ field: '*', detail: `${offer.id} is free and not ${shown(...paid)}` }] : [];
  },
};
