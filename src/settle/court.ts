import type { ModelOf } from '../match/sameModel.js';
import type { PriceIndex } from '../match/priceIndex.js';
import { listsApart } from './listsApart.js';
import { peersIn } from './peers.js';
import type { Court } from './settle.js';

/** Price lists, ready to settle prices by: what they say of each model elsewhere is sorted once. */
export type OpenCourt = Pick<Court, 'lists' | 'peers' | 'apart' | 'overrides'>;

/** Compares the lists with each other; one that is in another unit than all others is heard, and not believed. */
export function openCourt(lists: readonly PriceIndex[], modelOf?: ModelOf): OpenCourt {
  const apart = listsApart(lists);
  const believed = lists.filter(({ list }) => !apart.has(list));
  return { lists, peers: peersIn(believed, modelOf), apart };
}
