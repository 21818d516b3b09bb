import { asyncScheduler, catchError, defaultIfEmpty, EMPTY, map, mergeMap, type Observable, of } from 'rxjs';
import { type OperatorFunction, throwError, throwIfEmpty } from 'rxjs';
import type { Snapshot } from '../model/snapshot.js';
import { retryAtOf, UnreadError } from '../read/readSource.js';
import type { Source } from '../sources/define.js';
import { believed } from './reconcile/believed.js';
import { driftOf } from './reconcile/driftOf.js';
import { withKept } from './reconcile/kept.js';
import { lostIn, lostPrices } from './reconcile/lost.js';
import { isOutranked } from './reconcile/outranked.js';
import type { Previous } from '../model/previous.js';
import { withoutJumps } from './reconcile/jumped.js';
import { isSame } from './reconcile/same.js';
import { shrunk } from './reconcile/shrunk.js';

export interface ReconcileOptions<Out, Item> {
  readonly source: Pick<Source<Out, Item>, 'kind' | 'endpoints'>;
  /** What earlier runs knew; one that was itself made from recordings is no better than the recordings and doesn't count. */
  readonly previous?: Previous<Item> | undefined;
  /** The source read from its recordings; not given where recordings may not stand in. */
  readonly recorded?: Observable<Snapshot<Item>> | undefined;
  /** Believe a list that lost more than 30 % of its rows, records or prices. Default false. */
  readonly acceptShrink?: boolean | undefined;
  /** Believe prices that moved by more than five times. Default false. */
  readonly acceptJump?: boolean | undefined;
}

/**
 * Decides what a new snapshot of a source means beside what is known of it.
 *
 * | the reading                                                       | the result                              | status    |
 * | ----------------------------------------------------------------- | --------------------------------------- | --------- |
 * | says something new                                                | taken                                   | fresh     |
 * | says the same                                                     | the previous one, read again            | unchanged |
 * | failed, there is a previous one                                   | the previous one                        | stale     |
 * | failed, there is none                                             | the recording; without one, the error   | recording |
 * | has over 30 % fewer rows or records than the most of the last     | the previous one                        | stale     |
 * | seven readings of its endpoint                                    |                                         |           |
 * | is of a lesser endpoint, because the one that gave the previous   | the previous one                        | stale     |
 * | one, not older than 7 days, failed                                |                                         |           |
 * | lacks the companion that brings its ids                           | the previous one of that endpoint       | stale     |
 * | lacks a companion or a filling endpoint                           | taken; what those brought before is     | fresh     |
 * |                                                                   | kept, from the previous or the recorded |           |
 * | has over 30 % fewer prices than before for the same records, or   | taken; the earlier prices are kept      | fresh     |
 * | states one of them over 30 % less often than in the most of seven |                                         |           |
 * | states prices that moved by more than five times                  | taken; those are kept back for one run  | fresh     |
 *
 * Whatever is not as good as it could be says so in `error`; drift is noted against the last run in any case.
 *
 * ```
 * reading    -a---b---c---|     a as before, b half as long, c new
 * result     -U---S---c---|     U unchanged, S stale
 *
 * reading    --#
 * recorded     --(r|)
 * result     ----(R|)           R recording; with a previous snapshot, at once S stale
 * ```
 */
export function reconcile<Out, Item>(
  options: ReconcileOptions<Out, Item>,
): OperatorFunction<Snapshot<Item>, Snapshot<Item>> {
  const { previous, recorded } = options;
  const good = previous?.snapshot.via === 'recording' ? undefined : previous?.snapshot;
  return (reading) =>
    reading.pipe(
      mergeMap((snapshot) => judge(snapshot, good, options)),
      catchError((error: unknown) => {
        if (!(error instanceof UnreadError)) throw error;
        if (good) return of(standIn(good, error));
        return (recorded ?? EMPTY).pipe(
          map((snapshot) => ({ ...snapshot, ...whyOf(error) })),
          catchError((again: unknown) => throwError(() => (again instanceof UnreadError ? error : again))),
          throwIfEmpty(() => error),
        );
      }),
    );
}

function judge<Out, Item>(
  read: Snapshot<Item>,
  previous: Snapshot<Item> | undefined,
  { source, recorded, acceptShrink = false, acceptJump = false, ...known }: ReconcileOptions<Out, Item>,
): Observable<Snapshot<Item>> {
  const baseline = known.previous?.baseline;
  const drift = baseline?.endpoint === read.endpoint ? driftOf(baseline, read) : null;
  const snapshot = { ...read, drift };
  const missing = lostIn(read, source);
  const fewer = acceptShrink || !previous ? null : shrunk(read, previous, baseline, missing);
  if (previous && fewer !== null) return of({ ...standIn(previous, { message: fewer, faults: read.faults }), drift });
  const nameless = missing.find(({ endpoint, brings }) => endpoint === read.endpoint && brings.includes('ids'));
  if (previous?.endpoint === read.endpoint && nameless) {
    return of({ ...standIn(previous, { message: nameless.why, faults: read.faults }), drift });
  }
  if (previous && isOutranked(read, previous, source, lastRead(previous, known.previous))) {
    return of({ ...standIn(previous, { message: read.error ?? '', faults: read.faults }), drift });
  }
  const fell = acceptShrink || !previous ? [] : lostPrices(read, previous, source, baseline);
  // Where a page of prices did not come, that is the reason, and no other.
  const isMissing = (name: string) =>
    missing.some(({ endpoint, brings }) => endpoint === name && brings.includes('prices'));
  const lost = [...fell.filter(({ endpoint }) => !isMissing(endpoint)), ...missing];
  const earlier: Observable<Snapshot<Item>> = lost.length === 0 ? EMPTY : previous ? of(previous) : (recorded ?? EMPTY);
  return earlier.pipe(
    catchError((error: unknown) => (error instanceof UnreadError ? EMPTY : throwError(() => error))),
    map((before) => believed(withKept(snapshot, before, lost, source), lost, baseline)),
    defaultIfEmpty(snapshot),
    map((kept) => (previous && !acceptJump ? withoutJumps(kept, previous, source, baseline) : kept)),
    map((kept) => (previous && isSame(kept, previous) ? unchanged(kept, previous) : kept)),
  );
}

/** ms since the endpoint of the previous snapshot was last seen to give it. */
const lastRead = (previous: Snapshot<unknown>, known: Previous<unknown> | undefined): number => {
  const { endpoint, fetchedAt } = previous;
  const readAt = known?.baseline?.endpoint === endpoint ? known.baseline.readAt : fetchedAt;
  return asyncScheduler.now() - Date.parse(readAt);
};

const unchanged = <Item>(snapshot: Snapshot<Item>, { items, fetchedAt, sources }: Snapshot<Item>): Snapshot<Item> => ({
  ...snapshot,
  items,
  fetchedAt,
  sources,
  status: 'unchanged',
});

type Why = Pick<UnreadError, 'message' | 'faults'>;

const whyOf = ({ message, faults }: Why) => ({ error: message, retryAt: retryAtOf(faults), faults });

/** The previous snapshot in place of what could not be read, or should not be believed. */
const standIn = <Item>(previous: Snapshot<Item>, why: Why): Snapshot<Item> => ({
  ...previous,
  status: 'stale',
  ...whyOf(why),
});
