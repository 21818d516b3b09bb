import {
  asyncScheduler,
  connect,
  endWith,
  ignoreElements,
  interval,
  map,
  type OperatorFunction,
  takeUntil,
} from 'rxjs';
import { withLatestFrom } from 'rxjs';

/** A value as it stands at a moment. */
export interface Frame<T> {
  readonly value: T;
  /** In ms since 1970. */
  readonly now: number;
}

/**
 * Tells of the latest value every `ms` milliseconds, however many come or none: what is shown of it counts the time. Ends with
 * its source.
 *
 * ```
 * source   abc----d---|      ms 4
 * result   ----c---d---|
 * ```
 */
export const eachFrame =
  <T>(ms: number): OperatorFunction<T, Frame<T>> =>
  (source) =>
    source.pipe(
      connect((values) =>
        interval(ms).pipe(
          withLatestFrom(values),
          map(([, value]) => ({ value, now: asyncScheduler.now() })),
          takeUntil(values.pipe(ignoreElements(), endWith('end'))),
        ),
      ),
    );
