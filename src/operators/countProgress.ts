import { asyncScheduler, defer, filter, map, type OperatorFunction, scan } from 'rxjs';
import type { Completed, Event, Failed, SourceRef, Started } from '../model/events.js';

/** How far a run is. */
export interface Progress {
  readonly done: number;
  readonly running: number;
  /** Sources; grows where a run finds more than were planned. */
  readonly total: number;
  readonly elapsedMs: number;
  /** At the pace so far; null before the first source is done. */
  readonly etaMs: number | null;
  /** The start or the end that changed it. */
  readonly event: Started | Completed | Failed;
  readonly name: string;
}

/**
 * Tells how far a run is whenever a source starts or ends.
 *
 * ```
 * events   s1-s2-m1-c1-f2-|
 * result   p--p-----p--p--|
 * ```
 */
export function countProgress(planned: number): OperatorFunction<Event, Progress> {
  return (events) =>
    defer(() => {
      const startedAt = asyncScheduler.now();
      const names = new Map<string, string>();
      return events.pipe(
        filter(isTurn),
        scan(
          (before: { done: number; started: number; event?: Progress['event'] }, event) => {
            if (event.type !== 'started') return { ...before, done: before.done + 1, event };
            names.set(keyOf(event), event.name);
            return { ...before, started: before.started + 1, event };
          },
          { done: 0, started: 0 },
        ),
        map(({ done, started, event }) => {
          const total = Math.max(planned, started);
          const elapsedMs = asyncScheduler.now() - startedAt;
          const etaMs = done === 0 ? null : (elapsedMs / done) * (total - done);
          const seen = event as Progress['event'];
          return {
            done,
            running: started - done,
            total,
            elapsedMs,
            etaMs,
            event: seen,
            name: names.get(keyOf(seen)) ?? seen.source,
          };
        }),
      );
    });
}

const isTurn = (event: Event): event is Progress['event'] =>
  event.type === 'started' || event.type === 'completed' || event.type === 'failed';

/** A provider and a price list may have the same id. */
const keyOf = ({ kind, source }: SourceRef): string => `${kind}/${source}`;
