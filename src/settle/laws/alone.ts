import type { Law } from '../law.js';
import { apart, isCloser } from '../peers.js';
import { isPaid, shown } from '../prices.js';

/** Offers of one model differ by up to 17 times in input or output, not in both: beyond this in both, one is wrong. */
const peerFactor = 20;
/** Models of one line differ by up to 200 times for the farthest two; beyond this from the nearest, no more. */
const kinFactor = 100;

/** A price that nobody else confirms lies among those of its line. */
export const alone: Law = {
  name: 'unconfirmed-outlier',
  reason: `a price that no other provider of the model comes near is within ${kinFactor} times of its line and below the upper fence of all prices`,
  counterExample: 'llama3-8b at 220 USD in and 720 USD out',
  weight: 'hard',
  breaches: ({ cost, isOwn, peers, kin, usual }) => {
    if (!isPaid(cost.input)) return [];
    const others = peers();
    if (others.some((other) => apart(cost, other) < peerFactor)) return [];
    const nearer = (other: { input: number }) => isCloser(other, cost, usual.median);
    if (!isOwn && others.some(nearer))
      return [{ field: '*', detail: `${peerFactor} times or more away from all other offers of this model` }];
    if (!isOwn && cost.input >= usual.fence)
      return [{ field: '*', detail: `at or above ${shown('input', usual.fence)}, and no other provider confirms it` }];
    const line = kin();
    if (line.some((other) => apart(cost, other) < kinFactor) || !line.some(nearer)) return [];
    return [{ field: '*', detail: `${kinFactor} times or more away from all other models of its line` }];
  },
};
