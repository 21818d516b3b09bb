import type { Issue } from '../model/pricing.js';
import { type Heard } from './collect.js';
import { familyOf } from './families.js';
import { judge } from './judge.js';
import type { Offered, Prices, Statement } from './law.js';
import { isComparable } from './agreement.js';
import { overrideWitness } from './overrides.js';
import type { Peer, Peers } from './peers.js';
import { pricesIn } from './prices.js';

/** A statement that went before the laws. */
export interface Witness extends Omit<Heard, 'cost' | 'tiers'> {
  readonly family: string;
  /** What the laws left of it. */
  readonly cost: Prices;
  readonly tiers: Heard['tiers'];
  /** As it was stated. */
  readonly stated: Prices;
  /** Why some of it, or all, is not believed. */
  readonly broken: readonly Issue[];
  readonly odd: readonly Issue[];
  /** There is a price that may be taken. */
  readonly isUsable: boolean;
}

/** What a statement is held against. */
export interface Bench {
  readonly peers: Peers;
  readonly sibling: Statement['sibling'];
}

/** Calls the witnesses of an offer before the laws, one of each family: the first that speaks for it. */
export function testify(heard: readonly Heard[], offer: Offered, { peers, sibling }: Bench): Witness[] {
  const spoken = new Set<string>();
  // All witnesses are held against the same ones.
  let others: readonly Peer[] | undefined;
  let kin: readonly Peer[] | undefined;
  return heard.flatMap((one): Witness[] => {
    const family = familyOf(one.witness);
    // Of a provider's endpoints each may speak: they are pages of their own.
    if (family !== 'provider' && spoken.has(family)) return [];
    spoken.add(family);
    // A person who corrects an offer speaks of that very offer, as its provider does.
    const isOwn = family === 'provider' || family === overrideWitness;
    const { cost, tiers, broken, odd } = judge({
      offer: { ...offer, mode: offer.mode ?? one.mode },
      isOwn,
      cost: one.cost,
      tiers: one.tiers,
      peers: () => (others ??= peers.of(offer.provider, offer.id)),
      kin: () => (kin ??= peers.kinOf(offer.provider, offer.id)),
      sibling,
      usual: peers.usual,
    });
    // Of a provider's own word any part may be taken, of another's one that prices more than a cache.
    const isPrice = isOwn ? pricesIn(cost).length > 0 || tiers.length > 0 : isComparable(cost, cost);
    const isUsable = one.doubt === null && isPrice;
    return [{ ...one, family, cost, tiers, stated: one.cost, broken, odd, isUsable }];
  });
}
