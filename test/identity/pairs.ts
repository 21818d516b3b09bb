import type { Scored } from './label.js';
import { joint, share, tally } from './tally.js';

/** Of all pairs of offers: those that belong together, those that were joined, and how the wrong ones are wrong. */
export interface Pairs {
  readonly due: number;
  readonly said: number;
  readonly right: number;
  /** Releases of one line. */
  readonly snapshots: number;
  /** Two models altogether. */
  readonly models: number;
  /** One of the two has no model. */
  readonly none: number;
  readonly precision: number;
  readonly recall: number;
}

const two = (counts: Map<string, number>): number =>
  [...counts.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);

/** Counts pairs: an offer without a model belongs to nothing, one without an answer is joined to nothing. */
export function pairsOf(scored: readonly Scored[]): Pairs {
  const given = scored.flatMap((one) => (one.given === null ? [] : [{ ...one, given: one.given }]));
  const both = given.flatMap((one) => (one.gold === null ? [] : [{ ...one, gold: one.gold }]));
  const right = two(tally(both.map((one) => joint(one.gold, one.given))));
  const sameLine = two(tally(both.map(({ label, gold, given: key }) => joint(label.line ?? gold, key))));
  const named = two(tally(both.map((one) => one.given)));
  const said = two(tally(given.map((one) => one.given)));
  const due = two(tally(scored.flatMap(({ gold }) => (gold === null ? [] : [gold]))));
  return {
    due,
    said,
    right,
    snapshots: sameLine - right,
    models: named - sameLine,
    none: said - named,
    precision: share(right, said),
    recall: share(right, due),
  };
}
