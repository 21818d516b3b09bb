import type { Draft } from '../../model/draft.js';
import type { Tier } from '../../model/cost.js';
import { stated } from './money.js';

/** The tier of the prices that are known, as a list of one; none where no price is known, or no condition is given. */
export function statedTier(when: Tier['when'] | null | undefined, cost: NonNullable<Draft['cost']>): Tier[] {
  const known = stated(cost);
  return when && Object.keys(known).length > 0 ? [{ when, cost: known }] : [];
}
