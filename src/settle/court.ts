import type { ModelOf } from '../match/sameModel.js';
import type { PriceIndex } from '../match/priceIndex.js';
import { peersIn } from './peers.js';
import type { Court } from './settle.js';

/** Price lists, ready to settle prices by: what they say of each model elsewhere is sorted once. */
export type OpenCourt = Pick<Court, 'lists' | 'peers' | 'overrides'>;

export const openCourt = (lists: readonly PriceIndex[], modelOf?: ModelOf): OpenCourt => ({
  lists,
  peers: peersIn(lists, modelOf),
});
