import type { Issue } from '../model/pricing.js';
import { unknownCost } from '../sources/unknownCost.js';
import { believable, merged, type Outcome, wordsOf } from './outcome.js';
import type { Court, Offer } from './settle.js';
import type { Witness } from './testify.js';

/** No price: quarantined where one was stated that can't be believed, and otherwise as before. */
export function unpriced({ pricing }: Offer, witnesses: readonly Witness[], issues: readonly Issue[]): Outcome {
  const usable = witnesses.filter(({ isUsable }) => isUsable);
  const isQuarantined = usable.length === 0 && witnesses.length > 0;
  const match = (usable[0] ?? witnesses.find(({ match: found }) => found !== null))?.match ?? null;
  return {
    cost: { ...unknownCost },
    tiers: [],
    pricing: {
      status: isQuarantined ? 'quarantined' : 'unknown',
      ...{ source: null, confidence: null, evidence: null, agree: [] },
      differ: usable.map(({ witness, cost }) => ({ witness, cost: believable(cost) })),
      match,
      issues: merged(pricing.issues, issues),
    },
    from: {},
  };
}

/** Why nothing could be chosen: a dispute, prices that can't be believed, or nobody who speaks. */
export function whyNot(witnesses: readonly Witness[], silences: readonly string[], { lists }: Court): Issue[] {
  const usable = witnesses.filter(({ isUsable }) => isUsable);
  if (usable.length > 0)
    return [
      { code: 'disputed', detail: usable.map(({ witness, cost }) => `${witness} says ${wordsOf(cost)}`).join('; ') },
    ];
  const doubts = witnesses
    .filter(({ family }) => family !== 'provider')
    .flatMap(({ doubt, broken }) => [...(doubt ? [doubt] : []), ...broken]);
  if (doubts.length > 0) return doubts;
  if (silences.length === 0) return [];
  const detail =
    silences.length === 1 ? (silences[0] ?? '') : `no row of ${lists.map(({ list }) => list).join(', ')} prices it`;
  return [{ code: 'no-match', detail }];
}
