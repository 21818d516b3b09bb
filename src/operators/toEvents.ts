import { catchError, concat, from, mergeMap, of, type OperatorFunction } from 'rxjs';
import type { Event, SourceRef } from '../model/events.js';
import type { Fault } from '../model/fault.js';
import type { Snapshot, SnapshotHead } from '../model/snapshot.js';
import { requestsOf, retryAtOf } from '../read/readSource.js';
import { UnreadError } from '../read/unreadError.js';

/**
 * Spreads a snapshot into the source's events; `event` says what each of its items is. Never errors for a source's sake:
 * that is its last event, be it unreadable or a defect of ours in reading it.
 *
 * ```
 * snapshot  --(S|)          two models, one rejected row
 * result    --(mmrc|)
 *
 * snapshot  --#
 * result    --(f|)
 * ```
 */
export function toEvents<Item>(
  ref: SourceRef,
  event: (item: Item, head: SnapshotHead) => Event,
): OperatorFunction<Snapshot<Item>, Event> {
  return (snapshots) =>
    snapshots.pipe(
      mergeMap(({ items, letters, shape, stated, ...head }) =>
        concat(
          from(items.map((item) => event(item, head))),
          from(letters.map((letter): Event => ({ type: 'rejected', ...ref, letter }))),
          of<Event>({ type: 'completed', ...ref, head, shape, stated }),
        ),
      ),
      catchError((error: unknown) => {
        const faults = error instanceof UnreadError ? error.faults : [defect(error)];
        const requests = requestsOf(faults);
        return of<Event>({
          type: 'failed',
          ...ref,
          error: textOf(faults),
          retryAt: retryAtOf(faults),
          faults,
          requests,
        });
      }),
    );
}

const textOf = ([first]: readonly Fault[]): string => first?.error ?? 'no endpoint to read';

function defect(error: unknown): Fault {
  const says = error instanceof Error ? error.message : String(error);
  const nothing = { endpoint: '', request: null, url: null, httpStatus: null, attempts: 1, retryAt: null };
  return { ...nothing, kind: 'defect', error: `a defect of ratecard, please report it: ${says}` };
}
