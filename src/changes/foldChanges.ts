import type { Change, ChangeEvidence, ChangeValue, Offered } from '../model/change.js';
import { byPlace } from './byPlace.js';
import { factChanges, type Known } from './factChanges.js';
import { type Fact, factsOf, keyOf, offeredFrom } from './facts.js';
import { groupBy } from '../identity/groupBy.js';

/**
 * The changes of several runs, in their order, as one: what was before the first of them against what is after the last. What
 * came back to what it was is no change, nor is an offer that came and went.
 */
export function foldChanges(changes: readonly Change[]): Change[] {
  return [...groupBy(changes, ({ provider }) => provider).values()].flatMap(ofProvider).sort(byPlace);
}

function ofProvider(changes: readonly Change[]): Change[] {
  const came = changes.findIndex(({ kind }) => kind === 'provider-new');
  const first = changes[came];
  if (!first) {
    const ofOffers = changes.filter(({ id }) => id !== null);
    return [...groupBy(ofOffers, ({ id }) => id ?? '').values()].flatMap(ofOffer);
  }
  const later = changes.slice(came);
  const count = (kind: Change['kind']) => later.filter((one) => one.kind === kind).length;
  return [{ ...bare(first), after: Number(first.after) + count('offer-new') - count('offer-gone') }];
}

/** Without the runs that found it. */
const bare = (change: Change): Change => ({ ...change, run: undefined, since: undefined });

function ofOffer(changes: readonly Change[]): Change[] {
  const was = sideOf(changes, 'before');
  const is = sideOf(changes.toReversed(), 'after');
  const [last] = changes.slice(-1);
  if (!last || (!was && !is)) return [];
  const offer = { provider: last.provider, id: last.id };
  if (was && is) return factChanges(offer, was, is);
  const existence = changes.filter(({ kind }) => kind === (is ? 'offer-new' : 'offer-gone'));
  const ends = is ? existence[0] : existence.at(-1);
  if (!ends) return [];
  const whole = (side: typeof was) => (side ? offeredFrom(side.facts.values()) : null);
  return [{ ...bare(ends), before: whole(was), after: whole(is) }];
}

/**
 * What is known of an offer on one side of some changes, which go from that side to the other one: of each fact the first word.
 * Undefined where there was no such offer.
 */
function sideOf(changes: readonly Change[], side: 'before' | 'after'): Known | undefined {
  const facts = new Map<string, Fact>();
  const evidence = new Map<string, ChangeEvidence | null>();
  let whole: ChangeEvidence | null = null;
  const take = (fact: Fact, where: ChangeEvidence | null): void => {
    const key = keyOf(fact);
    if (evidence.has(key)) return;
    evidence.set(key, where);
    if (fact.value !== null) facts.set(key, fact);
  };
  for (const change of changes) {
    const value = change[side];
    if (change.kind === 'offer-new' || change.kind === 'offer-gone') {
      if (!isOffered(value)) return evidence.size === 0 ? undefined : { facts, evidence: placeIn };
      whole = change.evidence[side];
      for (const fact of factsOf(value).values()) take(fact, whole);
      break;
    }
    const fact = factOf(change, value);
    if (fact) take(fact, change.evidence[side]);
  }
  return { facts, evidence: placeIn };

  function placeIn(fact: Fact): ChangeEvidence | null {
    return evidence.get(keyOf(fact)) ?? whole;
  }
}

function factOf({ kind, field, when }: Change, value: ChangeValue): Fact | undefined {
  if (field === undefined || isOffered(value)) return undefined;
  if (kind !== 'price' && kind !== 'limit' && kind !== 'status' && kind !== 'capability') return undefined;
  return { kind, field, ...(when && { when }), value };
}

const isOffered = (value: ChangeValue): value is Offered =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
