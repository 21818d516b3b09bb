import type { Pricing } from '../model/pricing.js';
import { differences, isAgreed, isComparable } from './agreement.js';
import type { Prices } from './law.js';
import type { Witness } from './testify.js';

/** Who says the same as a price, and who says something else, in the order in which they were asked. */
export function sides(cost: Prices, others: readonly Witness[]): Pick<Pricing, 'agree' | 'differ'> {
  const comparable = others.filter((other) => isComparable(other.cost, cost));
  return {
    agree: comparable
      .filter((other) => other.family !== 'provider' && isAgreed(other.cost, cost))
      .map(({ witness }) => witness),
    differ: comparable
      .filter((other) => !isAgreed(other.cost, cost))
      .map((other) => ({ witness: other.witness, cost: differences(other.cost, cost) })),
  };
}
