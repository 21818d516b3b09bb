import { groupBy } from '../../src/identity/groupBy.js';
import type { Scored } from './label.js';
import { joint, mean, tally } from './tally.js';

/** B-cubed: per offer, how much of its given cluster is its model, and how much of its model got its key. */
export interface BCubed {
  readonly n: number;
  readonly precision: number;
  readonly recall: number;
  /** 95 %, by drawing whole models, because the offers of one model fail together. */
  readonly precisionRange: readonly [number, number];
  readonly recallRange: readonly [number, number];
}

/** What an offer adds to the two means; precision is null where nothing was answered. */
export interface Share {
  readonly gold: string;
  readonly precision: number | null;
  readonly recall: number;
}

/** The shares of every offer that has a model. */
export function sharesOf(scored: readonly Scored[]): Share[] {
  const named = scored.flatMap((one) => (one.gold === null ? [] : [{ ...one, gold: one.gold }]));
  const golds = tally(named.map(({ gold }) => gold));
  const givens = tally(scored.flatMap(({ given }) => (given === null ? [] : [given])));
  const cells = tally(named.map(({ gold, given }) => joint(gold, given ?? '')));
  return named.map(({ gold, given }) => {
    const cell = given === null ? 1 : (cells.get(joint(gold, given)) ?? 0);
    const precision = given === null ? null : cell / (givens.get(given) ?? 1);
    return { gold, precision, recall: cell / (golds.get(gold) ?? 1) };
  });
}

const precisionOf = (shares: readonly Share[]): number =>
  mean(shares.flatMap(({ precision }) => (precision === null ? [] : [precision])));
const recallOf = (shares: readonly Share[]): number => mean(shares.map(({ recall }) => recall));

/** B-cubed of shares, with intervals from 500 draws of a fixed seed. */
export function bCubedOf(shares: readonly Share[]): BCubed {
  const models = [...groupBy(shares, ({ gold }) => gold).values()];
  const random = seeded(20261125);
  const draws = Array.from({ length: 500 }, () =>
    models.flatMap(() => models[Math.floor(random() * models.length)] ?? []),
  );
  return {
    n: shares.length,
    precision: precisionOf(shares),
    recall: recallOf(shares),
    precisionRange: ends(draws.map(precisionOf)),
    recallRange: ends(draws.map(recallOf)),
  };
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

function ends(numbers: number[]): readonly [number, number] {
  numbers.sort((a, b) => a - b);
  return [numbers[Math.floor(numbers.length * 0.025)] ?? 0, numbers[Math.floor(numbers.length * 0.975)] ?? 1];
}
