import type { Move } from '../../sources/kind.js';
import { grouped } from '../../sources/parse/grouped.js';

/** Prices of one endpoint that stand elsewhere than before. */
export interface Misplaced {
  readonly by: string;
  readonly moved: readonly Move[];
}

/** Of the new prices, so many are earlier ones of others where rows or columns are shifted. */
const mostFound = 0.8;
/** Whoever changes this many of his prices at random hits earlier ones of others, now and then. */
const fewest = 2;

/**
 * The endpoints whose prices changed places: those that are others now are, nearly all, the earlier ones of other models, or
 * of another column, as when a table is read one row off. Prices that moved by one factor may be so by chance, and are not.
 */
export function misplaced(moves: readonly Move[]): Misplaced[] {
  return [...grouped(moves, ({ by }) => by)].flatMap(([by, own]) => {
    const moved = withoutTurns(own.filter(({ was, is }) => was !== is));
    if (new Set(moved.map(({ id }) => id)).size < fewest || isUniform(moved)) return [];
    const before = moved.flatMap(({ was }) => (was > 0 ? was : []));
    const now = moved.flatMap(({ is }) => (is > 0 ? is : []));
    return inBoth(before, now) >= Math.max(before.length, now.length) * mostFound ? [{ by, moved }] : [];
  });
}

/** Without the prices that only changed their condition, as where the day has come from which one holds. */
function withoutTurns(moved: readonly Move[]): Move[] {
  const nameOf = ({ field }: Move) => field.split(' (')[0];
  return [...grouped(moved, (move) => `${move.id} ${nameOf(move)}`).values()].flatMap((some) => {
    const before = new Set(some.map(({ was }) => was));
    const now = new Set(some.map(({ is }) => is));
    return some.filter(({ was, is }) => !before.has(is) && !now.has(was));
  });
}

/** How many of the numbers are in both lists, each as often as it is in the one that has it less often. */
function inBoth(some: readonly number[], others: readonly number[]): number {
  const left = new Map<number, number>();
  for (const one of some) left.set(one, (left.get(one) ?? 0) + 1);
  return others.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count > 0;
  }).length;
}

/** Whether nearly all of them moved by one factor. */
function isUniform(moves: readonly Move[]): boolean {
  const counts = grouped(moves, ({ was, is }) => (is / was).toPrecision(2));
  return [...counts.values()].some((some) => some.length > moves.length * mostFound);
}
