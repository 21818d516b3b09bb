import {
  catchError,
  EMPTY,
  ignoreElements,
  type MonoTypeOperatorFunction,
  NEVER,
  type Observable,
  of,
  ReplaySubject,
  share,
  tap,
} from 'rxjs';

/**
 * Runs a source of one value for the first subscriber only; all later ones get what it gave, its end included.
 * Unsubscribed by the last one before its value, it is stopped, and the next subscriber starts it anew.
 *
 * ```
 * source   --(a|)      subscribed once
 * first    --(a|)
 * second   -----(a|)   subscribes at 5
 * ```
 *
 * `share` as it comes would forget the value when a reader leaves on it (`take(1)`), before the source completes.
 */
export const once = <T>(): MonoTypeOperatorFunction<T> => {
  return (source) => {
    let hasValue = false;
    return source.pipe(
      tap(() => (hasValue = true)),
      share({
        connector: () => new ReplaySubject<T>(1),
        resetOnComplete: false,
        resetOnError: false,
        resetOnRefCountZero: () => (hasValue ? NEVER : of(true)),
      }),
    );
  };
};

/**
 * Begins what `once` gave, and holds it until it ends; what becomes of it is for those who subscribe to it as well.
 *
 * ```
 * source   --(a|)
 * result   --|
 *
 * source   --#
 * result   --|
 * ```
 */
export const begun = (source: Observable<unknown>): Observable<never> =>
  source.pipe(
    ignoreElements(),
    catchError(() => EMPTY),
  );
