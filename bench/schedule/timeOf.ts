import { readFileSync } from 'node:fs';
import type { Page } from '../../src/model/page.js';
import type { Request } from '../../src/model/request.js';
import { hostOf } from '../../src/read/hostOf.js';
import { usable } from '../../src/read/usable.js';
import type { Endpoint } from '../../src/sources/define.js';
import { keyOf, recordedFiles } from '../../test/chaos/recordedMirror.js';
import type { Waits } from './slowMirror.js';

/** Requests at a time to one host, as `network.ts` has it. */
const perHost = 4;

/** A request, and when it is answered, in ms. */
interface Answered {
  readonly key: string;
  readonly at: number;
}

/** What an endpoint asks for. */
type Asks = Pick<Endpoint, 'requests'>;

const files = recordedFiles();
export const keyOfRequest = ({ method, url, body }: Request): string =>
  keyOf(method, `/${url.replace(/^https?:\/\//, '')}`, body);

/** The page that the mirror gives; undefined where it has none. */
function pageOf(request: Request): Page | undefined {
  const file = files.get(keyOfRequest(request));
  if (file === undefined) return undefined;
  const body = readFileSync(file, 'utf8');
  return { request, url: request.url, body, fetchedAt: '', sha256: '', bytes: body.length, via: 'mirror', attempts: 1 };
}

/** What a page makes one ask for, beyond itself; nothing where it is not what it was. */
function following({ requests }: Asks, name: string, page: Page): [string, Request][] {
  try {
    const next = requests[name]?.next?.(page) ?? [];
    const of = Object.entries(requests).flatMap(([other, ask]) =>
      (ask.of?.[name]?.(page) ?? []).map((request): [string, Request] => [other, request]),
    );
    return [...next.map((request): [string, Request] => [name, request]), ...of];
  } catch {
    return [];
  }
}

/**
 * The requests of an endpoint that begins at `start`, each when it is answered at the earliest: it goes out once the page that
 * leads to it is there, and its host has fewer than four of this source under way, in the order in which they are known.
 */
function answersOf(endpoint: Asks, start: number, took: (key: string) => number | undefined): Answered[] {
  const known = new Set<string>();
  const answered: Answered[] = [];
  const free = new Map<string, number[]>();
  const asked = Object.entries(endpoint.requests).flatMap(([name, ask]) =>
    ask.requests.map((request) => ({ name, request, from: start })),
  );
  for (let one = asked.shift(); one; one = asked.shift()) {
    const { name, request, from } = one;
    const key = keyOfRequest(request);
    const ms = took(key);
    if (ms === undefined || known.has(key)) continue;
    known.add(key);
    const lanes = free.get(hostOf(request.url)) ?? new Array<number>(perHost).fill(start);
    const lane = lanes.indexOf(Math.min(...lanes));
    const at = Math.max(from, lanes[lane] ?? start) + ms;
    free.set(hostOf(request.url), lanes.with(lane, at));
    answered.push({ key, at });
    const page = pageOf(request);
    const more = page ? following(endpoint, name, page) : [];
    asked.push(...more.map(([other, wanted]) => ({ name: other, request: wanted, from: at })));
    asked.sort((a, b) => a.from - b.from);
  }
  return answered;
}

/** Whether a run asked for the list of an endpoint. */
const wasAsked = ({ requests }: Asks, waits: Waits): boolean =>
  Object.values(requests)
    .filter(({ brings }) => !brings)
    .flatMap((ask) => ask.requests)
    .every((request) => keyOfRequest(request) in waits);

/**
 * The requests of a source that is read alone, without keys, and when each is answered, in ms from its start: those of its
 * endpoints side by side, but for an endpoint that is asked only where those before it failed, which begins when they are
 * there. `free` are requests that cost no time.
 */
export function requestsOf(
  { endpoints }: { readonly endpoints: readonly (Asks & Pick<Endpoint, 'fills'>)[] },
  waits: Waits,
  free: (key: string) => boolean = () => false,
): Answered[] {
  const route = { canUse: (request: Request) => request.key === undefined && !/\{[A-Z]/.test(request.url) };
  const took = (key: string) => (free(key) ? 0 : waits[key]?.ms);
  return usable({ endpoints }, route).reduce((answered: Answered[], endpoint, i) => {
    const isSpare = i > 0 && endpoint.fills === false;
    if (isSpare && !wasAsked(endpoint, waits)) return answered;
    return [...answered, ...answersOf(endpoint, isSpare ? lastOf(answered) : 0, took)];
  }, []);
}

/** When all are answered. */
export const lastOf = (answered: readonly Answered[]): number => Math.max(0, ...answered.map(({ at }) => at));
