import type { Law } from '../law.js';
import { isPaid, shown } from '../prices.js';

/** What a name adds for a smaller model of the same family. */
const smaller = /-(mini|nano|lite|small)(?=$|-\d|-preview|-latest)/i;

/** A provider's smaller model of a family costs no more than its base. */
export const smallerCostsLess: Law = {
  name: 'smaller-costs-more',
  reason: 'the mini, nano or lite of a family costs at most what its base does at the same provider',
  counterExample: 'gpt-4o-mini at 2.5 USD, the price of gpt-4o',
  weight: 'soft',
  breaches: ({ offer: { id, mode }, cost: { input }, sibling }) => {
    const base = smaller.test(id) && mode === 'chat' ? sibling(id.replace(smaller, ''))?.input : undefined;
    return isPaid(input) && isPaid(base) && input > base * 1.001
      ? [{ field: 'input', detail: `${shown('input', input)}, ${shown('input', base)} for ${id.replace(smaller, '')}` }]
      : [];
  },
};
