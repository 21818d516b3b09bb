import type { Snapshot } from '../../model/snapshot.js';
import type { Source } from '../../sources/define.js';
import type { LostPart } from './lost.js';
import { withPages } from './withPages.js';

/** The snapshot with what an earlier one knew of what was lost now; it says so where there was anything. */
export function withKept<Out, Item>(
  snapshot: Snapshot<Item>,
  earlier: Snapshot<Item>,
  lost: readonly LostPart[],
  { kind, endpoints }: Pick<Source<Out, Item>, 'kind' | 'endpoints'>,
): Snapshot<Item> {
  const day = earlier.fetchedAt.slice(0, 10);
  const today = snapshot.fetchedAt.slice(0, 10);
  const isGone = goneFrom(snapshot, earlier);
  const how = { lost, endpoints, now: snapshot.endpoint, before: earlier.endpoint, day, today, isGone };
  const { items, kept } = kind.keep(snapshot.items, earlier.items, how);
  const counts = [
    [kept.records, 'records'],
    [kept.prices, 'prices'],
    [kept.facts, 'records with other facts'],
  ] as const;
  const words = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  if (words.length === 0) return snapshot;
  const isWhy = ({ brings }: LostPart): boolean =>
    (kept.prices > 0 && brings.includes('prices')) ||
    (kept.facts > 0 && brings.includes('facts')) ||
    (kept.records > 0 && brings.includes('models'));
  // What cost prices is told first.
  const bringsPrices = ({ brings }: LostPart): number => (kept.prices > 0 && brings.includes('prices') ? 0 : 1);
  const reasons = lost.filter(isWhy).toSorted((a, b) => bringsPrices(a) - bringsPrices(b));
  const why = [...new Set(reasons.map((part) => part.why))];
  const more = why.length > 1 ? ` (and ${why.length - 1} more)` : '';
  const says = `${why[0] ?? ''}${more}: ${words.join(', ')} kept as of ${day}`;
  return {
    ...snapshot,
    items,
    kept,
    sources: withPages(snapshot, earlier, items, kind),
    error: snapshot.error === null ? says : `${snapshot.error}; ${says}`,
    retryAt: snapshot.retryAt ?? reasons.find(({ retryAt }) => retryAt !== null)?.retryAt ?? null,
  };
}

type Named = Pick<Snapshot<unknown>, 'sources'>;

/** Tells of a page that records of the earlier reading name whether it is not among those of this one, by its address. */
function goneFrom(snapshot: Named, earlier: Named): (page: string) => boolean {
  const came = new Set(Object.values(snapshot.sources).map(({ url }) => url));
  return (page) => !came.has(earlier.sources[page]?.url ?? '');
}
