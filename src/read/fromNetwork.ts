import { asyncScheduler, catchError, defer, map, type Observable, tap, throwError, timeout } from 'rxjs';
import { abortable } from './abortable.js';
import { retryTransient, type Wait } from './retryTransient.js';
import { SourceError, triedOften } from './errors.js';
import { hostOf } from './hostOf.js';
import { limitConcurrency } from './limitConcurrency.js';
import { live, type LiveOptions } from './live.js';
import type { NetworkOptions } from './network.js';
import type { Outage } from './outage.js';
import type { ClockWatch } from './watchClock.js';
import type { Get } from './get.js';
import type { Retry } from '../model/activity.js';
import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';
import { requestKey } from './requestKey.js';

/**
 * Asks the live network: each attempt with its time limit, a limit of attempts at a time to one host, and retries.
 * Gives the page of a request, or errors with a `SourceError`.
 *
 * The order matters: the clock inside the queue, the queue inside the retries, so that who waits uses up neither his
 * time nor another's turn.
 */
export function fromNetwork(
  options: NetworkOptions & Pick<LiveOptions, 'redactor'>,
  outage: Outage,
  clock?: ClockWatch,
  told?: (retry: Retry) => void,
): (request: Request) => Observable<Page> {
  const { timeoutMs = 30_000, perHost = 4, mirror, retry } = options;
  const get = live(options, () => outage.reached(), clock);
  const limitOf = remember(() => limitConcurrency(perHost));

  return (request) => {
    const once = (): Observable<Page> =>
      outage.isDown
        ? throwError(() => noNetwork(request))
        : attempt(get, request, timeoutMs).pipe(learn(request, outage, mirror));
    return defer(() => {
      let attempts = 0;
      return defer(() => {
        attempts += 1;
        return once();
      }).pipe(
        limitOf(hostOf(request.url))(),
        retryTransient({ ...retry, until: outage.down, told: told && ((wait) => told(retryOf(request, wait))) }),
        map((page) => ({ ...page, attempts })),
        catchError((error: unknown) =>
          throwError(() => (error instanceof SourceError ? triedOften(error, attempts) : error)),
        ),
      );
    });
  };
}

const retryOf = (request: Request, { attempt, attempts, ms, error }: Wait): Retry => ({
  ...{ request: requestKey(request), attempt, attempts },
  ...{ at: asyncScheduler.now() + ms, why: error.message },
});

const attempt = (get: Get, request: Request, timeoutMs: number): Observable<Page> =>
  abortable((signal) => get(request, signal)).pipe(
    timeout({ first: timeoutMs, with: () => throwError(() => timedOut(request, timeoutMs)) }),
  );

/** Tells the watch over the network how an attempt failed; one that is cut or answered with an error reached a host. */
const learn = (request: Request, outage: Outage, mirror: string | undefined) =>
  tap<Page>({
    error: (error: unknown) => {
      if (!(error instanceof SourceError) || error.kind === 'no-key') return;
      if (error.unreachable || error.kind === 'timeout') outage.missed(place(error, request, mirror));
      else if (error.kind !== 'network' || error.transient) outage.reached();
    },
  });

/**
 * What counts as one place. A mirror is one however many hosts it stands for, so that a mirror with a few broken paths
 * is no outage; but where it can't be reached at all, each request that misses it counts.
 */
const place = (error: SourceError, request: Request, mirror: string | undefined): string =>
  mirror === undefined ? hostOf(request.url) : error.unreachable ? request.url : mirror;

/** Not transient: a timeout has used up its whole budget, and trying again would multiply the run's longest wait. */
const timedOut = ({ url }: Request, timeoutMs: number) =>
  new SourceError('timeout', `${hostOf(url)} took more than ${timeoutMs / 1000} s: try again, or raise --timeout`, {
    url,
  });

const noNetwork = ({ url }: Request) =>
  new SourceError('network', 'no network: nothing could be reached, so this was not asked', { url });

function remember<T>(make: () => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    const value = made.get(name) ?? make();
    made.set(name, value);
    return value;
  };
}
