import { type Observable, Subject } from 'rxjs';
import { abortable } from './abortable.js';
import type { KnownAnswers } from './knownAnswers.js';
import type { RetryTransientOptions } from './retryTransient.js';
import { fromNetwork } from './fromNetwork.js';
import { watchOutage } from './outage.js';
import { recordings } from './recording.js';
import { recordingsDir } from './recordingsDir.js';
import { createRedactor } from './redactor.js';
import { refusal } from './refusal.js';
import type { Retry } from '../model/activity.js';
import type { Page } from '../model/page.js';
import { requestKey } from './requestKey.js';
import type { Request } from '../model/request.js';
import type { Env } from './secrets.js';
import { shareByKey } from './shareByKey.js';
import { watchClock } from './watchClock.js';

export interface NetworkOptions {
  /** The real thing, or what `recordingsDir` holds. */
  readonly mode: 'live' | 'recording';
  /** Base URL of a mirror that stands in for all hosts. */
  readonly mirror?: string | undefined;
  /** Time for one attempt, headers and body, in ms. Default 30 000. Waiting for a turn or a retry doesn't count. */
  readonly timeoutMs?: number | undefined;
  /** Longest body in bytes, unpacked. Default 64 MiB. */
  readonly maxBytes?: number | undefined;
  /** Requests at a time to one host. Default 4. */
  readonly perHost?: number | undefined;
  readonly env: Env;
  /** The folder with one folder of recordings a provider. Default: those that come with the package. */
  readonly recordingsDir?: string | undefined;
  readonly retry?: Omit<RetryTransientOptions, 'until'> | undefined;
  /** What earlier runs kept: hosts are asked whether it is still the same. Default: nothing. */
  readonly answers?: KnownAnswers | undefined;
}

/** The network as the sources see it, for one run. */
export interface Network {
  /**
   * Gives the request's page and completes, or errors with a `SourceError`. Identical requests of a run are made once,
   * also where they fail; unsubscribing aborts a request that nobody else waits for. `source` is the id of who asks.
   */
  fetch(request: Request, source: string): Observable<Page>;
  /** Several hosts could not be reached and none ever answered: what is asked now fails at once. */
  readonly isDown: boolean;
  /** Hides the keys that were sent in all texts of a value; not given where none ever are. */
  readonly hideIn?: (<Value>(value: Value) => Value) | undefined;
  /** What is wrong with this machine's clock, in one line, by what is known so far; null where it seems right. */
  readonly clockFault?: string | null;
  /** Each request that failed and is made again, as that becomes known; never ends. Not given where none ever is. */
  readonly retries?: Observable<Retry> | undefined;
  /** Whether the request may be tried: a key and placeholders it needs are there. A recording needs none. */
  canUse(request: Request): boolean;
}

const modes: readonly string[] = ['live', 'recording'] satisfies NetworkOptions['mode'][];

/** Opens the one seam to the network. Nothing is asked or read before a page is subscribed to. Throws for an unknown mode. */
export function openNetwork(options: NetworkOptions): Network {
  if (!modes.includes(options.mode)) throw new TypeError(`unknown mode "${options.mode}": live or recording`);
  const outage = watchOutage();
  const isLive = options.mode === 'live';
  const redactor = createRedactor();
  const clock = watchClock();
  const retries = new Subject<Retry>();
  const ask = isLive
    ? fromNetwork({ ...options, redactor }, outage, clock, (retry) =>
        retries.next({ ...retry, why: redactor.hide(retry.why) }),
      )
    : fromRecordings(options.recordingsDir ?? recordingsDir);
  const shared = shareByKey<Page>();

  return {
    fetch: (asked, source) => {
      const request = isLive ? asked : { ...asked, recordedBy: asked.recordedBy ?? source };
      return shared(identity(request), ask(request));
    },
    get isDown() {
      return outage.isDown;
    },
    hideIn: isLive ? redactor.hideIn : undefined,
    retries: isLive ? retries.asObservable() : undefined,
    get clockFault() {
      return clock.fault;
    },
    canUse: (request) => !isLive || refusal(request, options) === undefined,
  };
}

function fromRecordings(dir: string): (request: Request) => Observable<Page> {
  const get = recordings(dir);
  return (request) => abortable((signal) => get(request, signal));
}

/** Whoever asks with other headers or another key may be told other things. */
const identity = (request: Request): string =>
  JSON.stringify([requestKey(request), Object.entries(request.headers ?? {}).sort(), request.key, request.recordedBy]);
