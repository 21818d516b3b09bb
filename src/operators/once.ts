import { type MonoTypeOperatorFunction, ReplaySubject, share } from 'rxjs';

/**
 * Runs a source of one value for the first subscriber only; all later ones get what it gave, its end included.
 * Unsubscribed by the last one before its end, it is stopped, and the next subscriber starts it anew.
 *
 * ```
 * source   --a|        subscribed once
 * first    --a|
 * second      (a|)
 * ```
 */
export const once = <T>(): MonoTypeOperatorFunction<T> =>
  share({
    connector: () => new ReplaySubject<T>(1),
    resetOnComplete: false,
    resetOnError: false,
    resetOnRefCountZero: true,
  });
