import { connect, EMPTY, ignoreElements, lastValueFrom, merge, type Observable } from 'rxjs';
import type { Event } from './model/events.js';
import { summarize, type Summary } from './operators/summarize.js';

/** Runs the events to their end and gives their summary; a display follows them meanwhile. */
export const summaryOf = (
  events: Observable<Event>,
  watch?: (events: Observable<Event>) => Observable<unknown>,
): Promise<Summary> =>
  lastValueFrom(
    events.pipe(
      connect((shared) => merge(shared.pipe(summarize()), watch ? watch(shared).pipe(ignoreElements()) : EMPTY)),
    ),
  );
