import {
  asyncScheduler,
  catchError,
  defer,
  from,
  identity,
  last,
  map,
  merge,
  mergeScan,
  type Observable,
  of,
  take,
  throwError,
  timeout,
} from 'rxjs';
import type { Fault } from '../model/fault.js';
import type { Origins } from '../model/origin.js';
import { plusSkips, skipsField, unnamed } from '../model/skips.js';
import type { Snapshot } from '../model/snapshot.js';
import type { Endpoint, Source } from '../sources/define.js';
import type { Asked } from '../sources/reading/whyUnknown.js';
import { askedAtOnce } from './askedAtOnce.js';
import { faultOf } from './faultOf.js';
import { hideKeys } from './hideKeys.js';
import type { Network } from './network.js';
import type { Answer, Fetch } from './fetchPages.js';
import { begun, once } from './once.js';
import { answersOf, readAnswers } from './readEndpoint.js';
import { filled, plus, type Requests } from './filled.js';
import { UnreadError } from './unreadError.js';
import { noKey } from './noKey.js';
import { usable } from './usable.js';
import type { Working } from './slots.js';
import { longestSource, tooLong } from './longestSource.js';

/** The first date that one of them names to be asked again. */
export const retryAtOf = (faults: readonly Fault[]): string | null =>
  faults.find((fault) => fault.retryAt)?.retryAt ?? null;

interface Progress<Item> {
  readonly snapshot?: Snapshot<Item>;
  readonly faults: readonly Fault[];
  /** Endpoints that came. */
  readonly read: Asked['read'];
}

/**
 * Reads a source's chain: the first endpoint that works gives the records, the later ones fill what is null in them.
 * An endpoint whose key is not there is passed over; one that fails is noted, and where it is better than the one that
 * gave the records it is the snapshot's error. Errors with an `UnreadError` when none works.
 *
 * What is asked for in any case is asked for at once: the first endpoint, and all that fill. A second way to the same facts
 * (`fills` false) is asked for once none before it worked.
 *
 * All of it together takes `longestMs` at most: an endpoint that is not read by then is a fault, and what the earlier ones
 * gave stands.
 *
 * ```
 * api      --#
 * docs     -----(S|)
 * catalog  --(F|)
 * result   -----(R|)       R = S filled from F, with the fault of api
 *
 * api      --#
 * twin       ---(S|)       where it does not fill
 * result   -----(S|)       with the fault of api
 *
 * longest  5
 * docs     --(S|)
 * catalog  --------(F|)
 * unsub    -----!          at 5
 * result   -----(R|)       R = S, with the fault of catalog
 * ```
 */
export function readSource<Out, Item>(
  source: Source<Out, Item>,
  network: Pick<Network, 'fetch' | 'canUse' | 'hideIn'> & Working,
  longestMs: number = longestSource,
): Observable<Snapshot<Item>> {
  return readChain(source, network, longestMs).pipe(hideKeys(network));
}

function readChain<Out, Item>(
  source: Source<Out, Item>,
  network: Pick<Network, 'fetch' | 'canUse'> & Working,
  longestMs: number,
): Observable<Snapshot<Item>> {
  return defer(() => {
    const until = new Date(asyncScheduler.now() + longestMs);
    const endpoints = usable(source, network);
    if (endpoints.length === 0) throw new UnreadError([noKey(source)]);
    const nothing: Progress<Item> = { faults: [], read: [] };
    const asked = begin(endpoints, (request) => network.fetch(request, source.id), network);
    const trying = { source, asked, until, working: network.working };
    const chain = from(endpoints).pipe(
      mergeScan((progress, endpoint) => tryEndpoint(progress, endpoint, trying), nothing, 1),
      last(),
    );
    return merge(asked.all, chain).pipe(take(1));
  }).pipe(
    map(({ snapshot, faults, read }) => {
      if (!snapshot) throw new UnreadError(faults);
      const requests = plus(snapshot.requests, requestsOf(faults));
      const failed = faults.filter(({ request }) => request === null).map(({ endpoint }) => endpoint);
      const asked = { by: snapshot.endpoint, read, failed };
      const items = snapshot.items.filter((item) => source.kind.isOffer(item));
      const nameless = snapshot.items.length - items.length;
      const skipped = snapshot.skipped + nameless;
      const skips = plusSkips(snapshot.skips, { [unnamed]: nameless });
      const finished = items.map((item) => source.kind.finish(item, asked));
      return {
        ...snapshot,
        faults,
        requests,
        skipped,
        ...skipsField(skips),
        items: finished,
        sources: named(snapshot, finished, source),
      };
    }),
  );
}

/** Asks for all that is asked for in any case, at once; `all` never emits, `of` gives the answers of one endpoint. */
function begin<Out>(endpoints: readonly Endpoint<unknown, Out>[], fetch: Fetch, { working = () => identity }: Working) {
  const answers = new Map(
    askedAtOnce(endpoints).map((endpoint) => [endpoint, answersOf(endpoint, fetch).pipe(once())]),
  );
  return {
    all: merge(...[...answers.values()].map(begun)),
    of: (endpoint: Endpoint<unknown, Out>): Observable<Answer[]> =>
      (answers.get(endpoint) ?? answersOf(endpoint, fetch)).pipe(working()),
  };
}

/** The pages that the records name, and the first of the endpoint that gave them. */
function named<Out, Item>(
  { sources, endpoint }: Snapshot<Item>,
  items: readonly Item[],
  { kind }: Source<Out, Item>,
): Origins {
  const names = new Set([endpoint, ...items.flatMap((item) => kind.pages(item))]);
  return Object.fromEntries(Object.entries(sources).filter(([name]) => names.has(name)));
}

/** What an endpoint of a chain is tried with. */
interface Trying<Out, Item> extends Working {
  readonly source: Source<Out, Item>;
  readonly asked: ReturnType<typeof begin<Out>>;
  /** The chain ends then. */
  readonly until: Date;
}

function tryEndpoint<Out, Item>(
  progress: Progress<Item>,
  endpoint: Endpoint<unknown, Out>,
  { source, asked, until, working }: Trying<Out, Item>,
): Observable<Progress<Item>> {
  const { snapshot, faults } = progress;
  if (snapshot && endpoint.fills === false) return of(progress);
  return asked.of(endpoint).pipe(
    readAnswers(source, endpoint, { working }),
    timeout({ first: until, with: () => throwError(() => tooLong(endpoint.name)) }),
    map((read) => ({
      snapshot: snapshot ? filled(snapshot, read, source, endpoint) : after(faults, read),
      faults: [...faults, ...read.faults],
      read: [...progress.read, { endpoint: endpoint.name, partial: read.partial, fetchedAt: read.fetchedAt }],
    })),
    catchError((error: unknown) => {
      const at = { endpoint: endpoint.name, request: null };
      return of({
        ...progress,
        faults: [...faults, ...(error instanceof UnreadError ? error.faults : [faultOf(error, at)])],
      });
    }),
  );
}

/** A snapshot of an endpoint before which others failed; of a recording that is nothing to speak of. */
const after = <Item>(faults: readonly Fault[], read: Snapshot<Item>): Snapshot<Item> => {
  const better = read.via === 'recording' ? [] : faults;
  return { ...read, error: better[0]?.error ?? null, retryAt: retryAtOf(better) };
};

/** Requests of endpoints that gave nothing which failed for good; a page that is not what it was did come. */
export function requestsOf(faults: readonly Fault[]): Requests {
  const unread = new Set(faults.filter(({ request }) => request === null).map(({ endpoint }) => endpoint));
  const failed = faults.filter(({ endpoint, url, kind }) => unread.has(endpoint) && url !== null && kind !== 'shape');
  return { answered: 0, retried: failed.reduce((sum, { attempts }) => sum + attempts - 1, 0), failed: failed.length };
}
