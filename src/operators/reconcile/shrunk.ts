import type { Baseline } from '../../model/baseline.js';
import type { Snapshot } from '../../model/snapshot.js';
import type { Lost } from '../../sources/kind.js';

/** A list that keeps fewer of its rows, or of the records read from them, is more likely cut short than cleaned up. */
export const leastKept = 0.7;

/**
 * In words, that a list lost more than 30 % against the most of its last seven readings, or against the previous snapshot;
 * null where it did not. Against the most of seven, because a list that loses a quarter each day is soon gone. What went
 * with a page that did not come is told by that page, and kept.
 */
export function shrunk(
  read: Snapshot<unknown>,
  previous: Snapshot<unknown>,
  baseline: Baseline | undefined,
  missing: readonly Lost[] = [],
): string | null {
  if (previous.endpoint !== read.endpoint) return null;
  const pages = missing.filter(({ endpoint }) => endpoint === read.endpoint);
  const readings = (baseline?.readings ?? []).filter(({ endpoint }) => endpoint === read.endpoint);
  const most = (counts: readonly number[]) => Math.max(0, ...counts);
  const counts = [
    { what: 'rows', was: most(readings.map(({ rows }) => rows)), is: read.rows },
    {
      what: 'records',
      was: most([previous.items.length, ...readings.map(({ records }) => records)]),
      is: read.items.length,
    },
  ];
  const isTold = ({ what }: { what: string }) =>
    what === 'rows' ? pages.length > 0 : pages.some(({ brings }) => brings.includes('models'));
  const fell = counts.find((count) => count.is < count.was * leastKept && !isTold(count));
  return fell
    ? `the list fell from ${fell.was} to ${fell.is} ${fell.what}; if that is right, run again with --accept-shrink`
    : null;
}
