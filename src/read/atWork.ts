import { asyncScheduler, type MonoTypeOperatorFunction, Observable } from 'rxjs';

/**
 * Passes all on and tells, of each value, from when to when (ms since 1970) those after it were at work on it.
 *
 * ```
 * source   --a--(b|)
 * result   --a--(b|)
 * told       x  x
 * ```
 */
export const atWork =
  <T>(told: (from: number, to: number) => void): MonoTypeOperatorFunction<T> =>
  (source) =>
    new Observable((subscriber) =>
      source.subscribe({
        next: (value) => {
          const from = asyncScheduler.now();
          subscriber.next(value);
          told(from, asyncScheduler.now());
        },
        error: (error: unknown) => subscriber.error(error),
        complete: () => subscriber.complete(),
      }),
    );
