import { asyncScheduler, map, merge, type MonoTypeOperatorFunction, NEVER, type Observable, retry } from 'rxjs';
import { take, throwError, timer } from 'rxjs';
import { refusedUntil, SourceError } from './errors.js';

export interface RetryTransientOptions {
  /** Retries after the first attempt. Default 3. */
  readonly limit?: number;
  /** First back-off step in ms; doubles each time. Default 500. */
  readonly baseMs?: number;
  /** Longest wait in ms, whoever asks for it. Default 30 000. */
  readonly capMs?: number;
  /** Spreads a back-off step of so many ms; not applied to a wait the server asks for. Default: full jitter. */
  readonly jitter?: (ms: number) => number;
  /** Once this emits nobody waits any longer: the error at hand passes on. Default: never. */
  readonly until?: Observable<unknown>;
  /** Hears of each wait before it begins. Default: nobody does. */
  readonly told?: ((wait: Wait) => void) | undefined;
}

/** A wait for the next attempt. */
export interface Wait {
  /** The attempt that comes after it, from 2, and the last one that there will be. */
  readonly attempt: number;
  readonly attempts: number;
  readonly ms: number;
  readonly error: SourceError;
}

/**
 * Resubscribes after a transient `SourceError`, with exponential back-off, or after the wait the server asks for.
 * Any other error, and the last one when the limit is reached, passes on at once.
 *
 * A wait above the cap is refused, not shortened, because asking early again is what the server told us not to do:
 * the error passes on and its `retryAt` says when to come back.
 *
 * ```
 * source   -#                    transient, retryAfterMs 20
 * source    - 20ms -a|
 * result    - 20ms -a|
 * ```
 */
export function retryTransient<T>(options: RetryTransientOptions = {}): MonoTypeOperatorFunction<T> {
  const { limit = 3, baseMs = 500, capMs = 30_000, jitter = fullJitter, until = NEVER, told } = options;

  return retry({
    count: limit,
    delay: (error: unknown, attempt) => {
      if (!(error instanceof SourceError) || !error.transient) return throwError(() => error);
      const asked = error.retryAfterMs ?? 0;
      if (asked > capMs) return throwError(() => refusedUntil(error, isoIn(asked)));
      const wait = asked > 0 ? asked : jitter(Math.min(capMs, baseMs * 2 ** (attempt - 1)));
      told?.({ attempt: attempt + 1, attempts: limit + 1, ms: wait, error });
      return merge(until.pipe(map(() => rethrow(error))), timer(wait)).pipe(take(1));
    },
  });
}

// Anything between nothing and the whole step, because clients that failed together must not come back together.
const fullJitter = (ms: number) => Math.random() * ms;

// The scheduler's clock, so that a test in virtual time sees virtual dates.
const isoIn = (ms: number) => new Date(asyncScheduler.now() + Math.min(ms, longestMs)).toISOString();

/** Whoever asks for a longer wait has a wrong clock, or asks not to come back. */
const longestMs = 366 * 24 * 3_600_000;

const rethrow = (error: SourceError): never => {
  throw error;
};
