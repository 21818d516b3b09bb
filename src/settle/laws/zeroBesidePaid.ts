import type { Law } from '../law.js';
import { everywhere, isPaid, pricesIn } from '../prices.js';

/** In lists of others a 0 is a gap: an image has no tokens, a cache no price. */
export const zeroBesidePaid: Law = {
  name: 'zero-price',
  reason: 'in a list of prices 0 stands for "not filled in", unless the provider itself says free',
  counterExample: 'an image model at 0 USD a token and 0.04 USD an image',
  weight: 'hard',
  breaches: (statement) =>
    statement.isOwn
      ? []
      : everywhere(statement, (cost) => {
          const all = pricesIn(cost);
          if (all.length === 0 || /[:-]free$/i.test(statement.offer.id)) return [];
          if (!all.some(([, price]) => isPaid(price)))
            return [{ field: '*', detail: 'the list says 0, the provider does not say free' }];
          return all
            .filter(([, price]) => price === 0)
            .map(([field]) => ({ field, detail: `${field}: 0 beside prices` }));
        }),
};
