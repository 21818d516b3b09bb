import { asyncScheduler, catchError, defaultIfEmpty, EMPTY, map, mergeMap, type Observable, of } from 'rxjs';
import { type OperatorFunction, throwError, throwIfEmpty } from 'rxjs';
import { clocksApartMs, isPlausible } from '../model/clock.js';
import type { Fault } from '../model/fault.js';
import type { Snapshot } from '../model/snapshot.js';
import { retryAtOf } from '../read/readSource.js';
import { UnreadError } from '../read/unreadError.js';
import type { Source } from '../sources/define.js';
import { believed } from './reconcile/believed.js';
import { driftOf } from './reconcile/driftOf.js';
import { goneSince } from './reconcile/gone.js';
import { withKept } from './reconcile/kept.js';
import { type LostPart, lostIn, lostPrices } from './reconcile/lost.js';
import { isOutranked } from './reconcile/outranked.js';
import type { Previous } from '../model/previous.js';
import { withoutJumps } from './reconcile/jumped.js';
import { isSame } from './reconcile/same.js';
import { shrunk } from './reconcile/shrunk.js';

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
  const { previous, recorded } = options;
  const good = previous?.snapshot.via === 'recording' ? undefined : previous?.snapshot;
  return (reading) =>
    reading.pipe(
      mergeMap((snapshot) => judge(withPassedOver(snapshot, good, options), options)),
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

/** The reading with a fault for each endpoint that an earlier run had and that could not be asked for want of its key. */
function withPassedOver<Out, Item>(
  read: Snapshot<Item>,
  previous: Snapshot<Item> | undefined,
  { source, passedOver = [], acceptShrink = false }: ReconcileOptions<Out, Item>,
): Snapshot<Item> {
  const missed = acceptShrink || !previous ? [] : passedOver.filter(({ endpoint }) => isOf(previous, endpoint));
  if (missed.length === 0) return read;
  const rankOf = (name: string) => source.endpoints.findIndex((endpoint) => endpoint.name === name);
  const better = missed.find(({ endpoint }) => rankOf(endpoint) < rankOf(read.endpoint));
  return { ...read, faults: [...missed, ...read.faults], error: read.error ?? better?.error ?? null };
}

function judge<Out, Item>(
  read: Snapshot<Item>,
  { source, acceptShrink = false, acceptJump = false, ...known }: ReconcileOptions<Out, Item>,
): Observable<Snapshot<Item>> {
  const previous = known.previous?.snapshot;
  const baseline = known.previous?.baseline;
  const recorded = (known.recordedAlike ?? known.recorded ?? EMPTY).pipe(
    catchError((error: unknown) => (error instanceof UnreadError ? EMPTY : throwError(() => error))),
  );
  const drift = baseline?.endpoint === read.endpoint ? driftOf(baseline, read) : null;
  const snapshot = { ...read, drift };
  const missing = lostIn(read, source);
  const refused = previous && whyRefused(read, previous, missing, { source, acceptShrink, ...known });
  const wasLive = previous !== undefined && previous.via !== 'recording';
  const nameless = missing.find(({ endpoint, brings }) => endpoint === read.endpoint && brings.includes('ids'));
  const hasRecorded = (known.recordedAlike ?? known.recorded) !== undefined;
  if (!wasLive && nameless && hasRecorded) {
    const why = whyOf({ message: nameless.why, faults: read.faults });
    return recorded.pipe(
      map((stand) => ({ ...stand, ...why, drift })),
      defaultIfEmpty(snapshot),
    );
  }
  if (previous && refused !== undefined)
    return of({ ...standIn(previous, { message: refused, faults: read.faults }), drift });
  // What a recording of another endpoint had may have taken a key that was never there.
  const isMeasure = previous !== undefined && (wasLive || previous.endpoint === read.endpoint);
  const fell = acceptShrink || !isMeasure ? [] : lostPrices(read, previous, source, baseline);
  // Where a page of prices did not come, that is the reason, and no other.
  const isMissing = (name: string) =>
    missing.some(({ endpoint, brings }) => endpoint === name && brings.includes('prices'));
  const lost = [...fell.filter(({ endpoint }) => !isMissing(endpoint)), ...missing];
  // A recording that an earlier run wrote is no better than the recording itself; without one, it is at least no worse than none.
  const atHand = wasLive || (previous && !hasRecorded && fell.length > 0) ? of(previous) : recorded;
  const earlier: Observable<Snapshot<Item>> = lost.length === 0 ? EMPTY : atHand;
  return earlier.pipe(
    map((before) => believed(withKept(snapshot, before, lost, source), lost, baseline)),
    defaultIfEmpty(snapshot),
    map((kept) => (previous && !acceptJump ? withoutJumps(kept, previous, source, baseline, read) : kept)),
    map((kept) => (previous ? { ...kept, gone: goneSince(kept, previous, source.kind) } : kept)),
    map((kept) => (previous && isSame(kept, previous) ? unchanged(kept, previous) : kept)),
  );
}

/** Why the previous snapshot stands in for a reading; undefined where the reading is taken. */
function whyRefused<Out, Item>(
  read: Snapshot<Item>,
  previous: Snapshot<Item>,
  missing: readonly LostPart[],
  { source, acceptShrink = false, ...known }: ReconcileOptions<Out, Item>,
): string | undefined {
  const isLive = previous.via !== 'recording';
  const nameless = missing.find(({ endpoint, brings }) => endpoint === read.endpoint && brings.includes('ids'));
  if (isLive && previous.endpoint === read.endpoint && nameless) return nameless.why;
  if (isLive && isOutranked(read, previous, source, lastRead(previous, known.previous, read))) return read.error ?? '';
  const fewer = acceptShrink ? null : shrunk(read, previous, known.previous?.baseline, source, missing);
  if (fewer === null) return undefined;
  return read.error === null ? fewer : `${read.error}; ${fewer}`;
}

/** Whether an endpoint gave a snapshot, or one of the pages that its records name, and no recording did. */
const isOf = ({ endpoint, sources, via }: Snapshot<unknown>, name: string): boolean =>
  (endpoint === name && via !== 'recording') ||
  Object.entries(sources).some(([page, { via: over }]) => over !== 'recording' && page.split(/[/@]/)[0] === name);

/** ms since the endpoint of the previous snapshot was last seen to give it; a date from the future is no date. */
const lastRead = (
  previous: Snapshot<unknown>,
  known: Previous<unknown> | undefined,
  read: Snapshot<unknown>,
): number => {
  const { endpoint, fetchedAt } = previous;
  const readAt = known?.baseline?.endpoint === endpoint ? known.baseline.readAt : fetchedAt;
  // By the clock of those who were asked, where they say it: ours may be wrong.
  const seenAt = Date.parse(read.readAt);
  const ageMs = (isPlausible(seenAt) ? seenAt : asyncScheduler.now()) - Date.parse(readAt);
  return ageMs < -clocksApartMs ? Infinity : ageMs;
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
