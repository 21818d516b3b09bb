import { map, type MonoTypeOperatorFunction } from 'rxjs';
import { labIn } from '../identity/labIn.js';
import type { Model } from '../model/model.js';
import type { Snapshot } from '../model/snapshot.js';
import type { Joined } from '../settle/settleModel.js';
import { sortedNotes } from '../sources/facts.js';

/**
 * Names the lab of each joined offer in one spelling, and notes where its seller names none or somebody else. What the
 * provider says stays as it is.
 *
 * ```
 * snapshot  -S|      ownedBy: "Qwen"
 * result    -T|      the joined one: "alibaba"
 * ```
 */
export const nameLabs = (): MonoTypeOperatorFunction<Snapshot<Joined>> =>
  map((snapshot) => ({
    ...snapshot,
    items: snapshot.items.map((pair) => ({ ...pair, enriched: named(pair.enriched) })),
  }));

/** The word for what the registry of models tells, in `from`. */
const registry = 'registry';

function named(offer: Model): Model {
  const { ownedBy, from } = offer;
  const lab = labIn(offer);
  if (lab === ownedBy) return offer;
  const isTold = labIn({ ...offer, model: null }) === lab;
  return { ...offer, ownedBy: lab, ...(!isTold && { from: sortedNotes({ ...from, ownedBy: registry }) }) };
}
