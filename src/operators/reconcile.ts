import { asyncScheduler, catchError, defaultIfEmpty, EMPTY, map, mergeMap, type Observable, of } from 'rxjs';
import { type OperatorFunction, throwError, throwIfEmpty } from 'rxjs';
import type { Fault } from '../model/fault.js';
import type { Previous } from '../model/previous.js';
import type { Snapshot } from '../model/snapshot.js';
import { UnreadError } from '../read/unreadError.js';
import type { Source } from '../sources/define.js';
import { believed } from './reconcile/believed.js';
import { driftOf } from './reconcile/driftOf.js';
import { goneSince } from './reconcile/gone.js';
import { withoutJumps } from './reconcile/jumped.js';
import { withKept } from './reconcile/kept.js';
import { isSame } from './reconcile/same.js';
import { standIn, whyOf } from './reconcile/standIn.js';
import { verdictOn } from './reconcile/verdictOn.js';
import { withPassedOver } from './reconcile/withPassedOver.js';

export interface ReconcileOptions<Out, Item> {
  readonly source: Pick<Source<Out, Item>, 'kind' | 'endpoints'>;
  /** A fault for each endpoint that was not asked, because its key is not there. Default: none. */
  readonly passedOver?: readonly Fault[] | undefined;
  /** What earlier runs knew; one that was itself made from recordings stands in for no reading that failed: they do. */
  readonly previous?: Previous<Item> | undefined;
  /** The source read from its recordings; not given where recordings may not stand in. */
  readonly recorded?: Observable<Snapshot<Item>> | undefined;
  /** The same along the endpoints that the reading could use: for what a page of it did not bring. Default `recorded`. */
  readonly recordedAlike?: Observable<Snapshot<Item>> | undefined;
  /** Believe a list that lost more than 30 % of its rows, records or prices. Default false. */
  readonly acceptShrink?: boolean | undefined;
  /** Believe prices that moved by more than five times, all by one factor, or to other models. Default false. */
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
 * | has over 30 % fewer records than the most of the last seven       | the previous one                        | stale     |
 * | readings, whatever endpoint gave them or over what they came, or   |                                         |           |
 * | fewer rows than the most of those of its endpoint                  |                                         |           |
 * | has other records in the place of over 30 % of those of one of     | the previous one                        | stale     |
 * | the seven, not by a better endpoint, nor beside a recording        |                                         |           |
 * | is of a lesser endpoint, because the one that gave the previous    | the previous one                        | stale     |
 * | one, not older than 7 days, failed or has no key any more          |                                         |           |
 * | lacks the companion that brings its ids                           | the previous one of that endpoint       | stale     |
 * | the same, and there is no previous one                            | the recording, where there is one       | recording |
 * | lacks a companion or a filling endpoint                           | taken; what those brought before is     | fresh     |
 * |                                                                   | kept, from the previous or the recorded |           |
 * | has over 30 % fewer prices than before for the same records, or   | taken; the earlier prices are kept      | fresh     |
 * | states one of them over 30 % less often than in the most of seven |                                         |           |
 * | states prices that moved by more than five times                   | taken; those are kept back for one run  | fresh     |
 * | states prices of which more than half moved by one such factor     | taken; all earlier prices are kept,     | fresh     |
 * | (another unit), or stand at other models than before (rows         | however often they are stated           |           |
 * | shifted)                                                           |                                         |           |
 *
 * Under `acceptShrink` nothing of that is shorter, has other records, lacks prices, or lacks a key; under `acceptJump` no price
 * moved. Whatever is not as good as it could be says so in `error`; what the previous one had beyond a reading that is taken is
 * named in `gone`, and drift is noted against the last run in any case.
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
  const { source, previous, recorded, passedOver = [], acceptShrink = false } = options;
  const good = previous?.snapshot.via === 'recording' ? undefined : previous?.snapshot;
  return (reading) =>
    reading.pipe(
      map((read) => (good && !acceptShrink ? withPassedOver(read, good, passedOver, source) : read)),
      mergeMap((read) => judged(read, options)),
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

/** The snapshot that a reading comes to; the recording is read where the verdict wants it, and only then. */
function judged<Out, Item>(read: Snapshot<Item>, options: ReconcileOptions<Out, Item>): Observable<Snapshot<Item>> {
  const { source, acceptShrink = false, recordedAlike = options.recorded } = options;
  const { snapshot: previous, baseline } = options.previous ?? {};
  const recorded = (recordedAlike ?? EMPTY).pipe(
    catchError((error: unknown) => (error instanceof UnreadError ? EMPTY : throwError(() => error))),
  );
  const drift = baseline?.endpoint === read.endpoint ? driftOf(baseline, read) : null;
  const snapshot = { ...read, drift };
  const hasRecorded = recordedAlike !== undefined;
  const known = { source, previous: options.previous, hasRecorded, acceptShrink, now: asyncScheduler.now() };
  const verdict = verdictOn(read, known);
  if (verdict.goesBy === 'recorded')
    return recorded.pipe(
      map((stand) => ({ ...stand, ...whyOf(verdict.why), drift })),
      defaultIfEmpty(snapshot),
    );
  if (verdict.goesBy === 'previous') return of({ ...standIn(verdict.previous, verdict.why), drift });
  const { lost, keptFrom } = verdict;
  const earlier = keptFrom === null ? EMPTY : keptFrom === 'recorded' ? recorded : of(keptFrom);
  return earlier.pipe(
    map((before) => believed(withKept(snapshot, before, lost, source), lost, baseline)),
    defaultIfEmpty(snapshot),
    map((kept) => (previous ? beside(kept, previous, read, options) : kept)),
  );
}

/** A snapshot that is taken, held against the previous one: its jumps kept back, what is gone named. */
function beside<Out, Item>(
  taken: Snapshot<Item>,
  previous: Snapshot<Item>,
  read: Snapshot<Item>,
  { source, acceptJump = false, ...known }: ReconcileOptions<Out, Item>,
): Snapshot<Item> {
  const kept = acceptJump ? taken : withoutJumps(taken, previous, source, known.previous?.baseline, read);
  const told = { ...kept, gone: goneSince(kept, previous, source.kind) };
  if (!isSame(told, previous)) return told;
  const { items, fetchedAt, sources } = previous;
  return { ...told, items, fetchedAt, sources, status: 'unchanged' };
}
