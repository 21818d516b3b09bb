import { asyncScheduler, defer, type OperatorFunction, scan, startWith } from 'rxjs';
import type { Activity } from '../model/activity.js';
import type { Event } from '../model/events.js';
import { nextState, newState, type PlannedRun, type RunState } from './followRun/runState.js';

/**
 * Tells where a run stands, at once and after whatever happens in it.
 *
 * ```
 * events   --s1-m1-r1-c1-|
 * result   S-S--S--S--S--|
 * ```
 */
export function followRun(planned: PlannedRun): OperatorFunction<Event | Activity, RunState> {
  return (events) =>
    defer(() => {
      const first = newState(planned, asyncScheduler.now());
      return events.pipe(
        scan((state, event) => nextState(state, event, asyncScheduler.now()), first),
        startWith(first),
      );
    });
}
