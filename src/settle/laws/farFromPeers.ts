import type { Law } from '../law.js';
import { apart, middleOf, type Peer } from '../peers.js';
import { isPaid, shown } from '../prices.js';

/** Offers of one model differ by up to 17 times in input or output, not in both. */
const factor = 20;
/** Below this many other providers there is no middle to speak of. */
const enough = 4;

interface Middle {
  readonly input: number;
  readonly output: number;
}

/** Every witness of an offer is held against the same peers. */
const known = new WeakMap<readonly Peer[], Middle>();

const middleIn = (peers: readonly Peer[]): Middle => ({
  input: middleOf(peers.map(({ input }) => input)),
  output: middleOf(peers.map(({ output }) => output)),
});

/** The peers of a model are within a factor of each other. */
export const farFromPeers: Law = {
  name: 'far-from-peers',
  reason: `with ${enough} or more other providers of the same model, no price is ${factor} times away from the middle of theirs in both input and output`,
  counterExample: 'devstral at 300 USD where five others ask 0.1 to 0.4 USD per 1M',
  weight: 'hard',
  breaches: ({ cost, peers }) => {
    const others = peers();
    if (others.length < enough) return [];
    const middle = known.get(others) ?? middleIn(others);
    known.set(others, middle);
    const times = apart(cost, middle);
    if (times < factor || times === Infinity) return [];
    const field = isPaid(cost.input) ? 'input' : 'output';
    const detail = `${shown(field, cost[field] ?? 0)}, ${shown(field, middle[field])} in the middle of ${others.length} other providers`;
    return [{ field: '*', detail: `${field} ${detail}` }];
  },
};
