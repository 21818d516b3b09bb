import { connect, EMPTY, ignoreElements, lastValueFrom, merge, type Observable } from 'rxjs';
import type { Event, SourceRef } from './model/events.js';
import type { Times } from './model/times.js';
import { summarize, type Summary } from './operators/summarize.js';

/** What follows the events beside their summary. */
export interface Beside {
  /** How long a source took, in ms. Default: from its start to its end. */
  readonly tookMs?: ((who: SourceRef) => number) | undefined;
  /** When what happened to a source; asked at its end. Default: nobody knows. */
  readonly times?: ((who: SourceRef) => Times) | undefined;
  /** A display. Default: none. */
  readonly watch?: ((events: Observable<Event>) => Observable<unknown>) | undefined;
}

/** Runs the events to their end and gives their summary; a display follows them meanwhile. */
export const summaryOf = (events: Observable<Event>, { tookMs, times, watch }: Beside = {}): Promise<Summary> =>
  lastValueFrom(
    events.pipe(
      connect((shared) =>
        merge(shared.pipe(summarize(tookMs, times)), watch ? watch(shared).pipe(ignoreElements()) : EMPTY),
      ),
    ),
  );
