import type { Heard } from './collect.js';
import { familyOf } from './families.js';
import { apart } from './peers.js';

/** So many times apart two readings of one document are not in one unit. */
const leastUnit = 10;

/**
 * Whether a catalog's price of an offer is in another unit than that which the price list has for it that is the same document:
 * it is kept from a day on which the document's unit was another. The list was held against other lists, the catalog was not.
 */
export const contradicted = (one: Heard, lists: readonly Heard[]): boolean =>
  lists.some(({ witness, cost }) => {
    const times = witness !== one.witness && witness === familyOf(one.witness) ? apart(cost, one.cost) : 1;
    return times >= leastUnit && times < Infinity;
  });
