import { catchError, defer, from, last, map, mergeScan, type Observable, of } from 'rxjs';
import type { Fault } from '../model/fault.js';
import type { Origins } from '../model/origin.js';
import type { Snapshot } from '../model/snapshot.js';
import type { Endpoint, Source } from '../sources/define.js';
import type { Kind } from '../sources/kind.js';
import type { Asked } from '../sources/reading/whyUnknown.js';
import { faultOf } from './faultOf.js';
import type { Network } from './network.js';
import { readEndpoint } from './readEndpoint.js';
import { usable } from './usable.js';

/** No endpoint of a source gave anything. The message is that of the first one that was tried. */
export class UnreadError extends Error {
  override readonly name = 'UnreadError';
  constructor(readonly faults: readonly Fault[]) {
    super(faults[0]?.error ?? 'no endpoint to read');
  }
}

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
 * ```
 * api      --#
 * docs       ---(S|)
 * catalog       --(F|)
 * result   -------(R|)     R = S filled from F, with the fault of api
 * ```
 */
export function readSource<Out, Item>(
  source: Source<Out, Item>,
  network: Pick<Network, 'fetch' | 'canUse'>,
): Observable<Snapshot<Item>> {
  return defer(() => {
    const endpoints = usable(source, network);
    if (endpoints.length === 0) throw new UnreadError([noKey(source)]);
    const nothing: Progress<Item> = { faults: [], read: [] };
    return from(endpoints).pipe(
      mergeScan((progress, endpoint) => tryEndpoint(progress, source, endpoint, network), nothing, 1),
    );
  }).pipe(
    last(),
    map(({ snapshot, faults, read }) => {
      if (!snapshot) throw new UnreadError(faults);
      const requests = plus(snapshot.requests, requestsOf(faults));
      const failed = faults.filter(({ request }) => request === null).map(({ endpoint }) => endpoint);
      const asked = { by: snapshot.endpoint, read, failed };
      const items = snapshot.items.filter((item) => source.kind.isOffer(item));
      const skipped = snapshot.skipped + snapshot.items.length - items.length;
      const finished = items.map((item) => source.kind.finish(item, asked));
      return { ...snapshot, faults, requests, skipped, items: finished, sources: named(snapshot, finished, source) };
    }),
  );
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

function tryEndpoint<Out, Item>(
  progress: Progress<Item>,
  source: Source<Out, Item>,
  endpoint: Endpoint<unknown, Out>,
  network: Pick<Network, 'fetch'>,
): Observable<Progress<Item>> {
  const { snapshot, faults } = progress;
  if (snapshot && endpoint.fills === false) return of(progress);
  return readEndpoint(source, endpoint, (request) => network.fetch(request, source.id)).pipe(
    map((read) => ({
      snapshot: snapshot ? filled(snapshot, read, source, endpoint) : after(faults, read),
      faults: [...faults, ...read.faults],
      read: [...progress.read, { endpoint: endpoint.name, partial: read.partial, fetchedAt: read.fetchedAt }],
    })),
    catchError((error: unknown) =>
      of({ ...progress, faults: [...faults, faultOf(error, { endpoint: endpoint.name, request: null })] }),
    ),
  );
}

/** A snapshot of an endpoint before which others failed; of a recording that is nothing to speak of. */
const after = <Item>(faults: readonly Fault[], read: Snapshot<Item>): Snapshot<Item> => {
  const better = read.via === 'recording' ? [] : faults;
  return { ...read, error: better[0]?.error ?? null, retryAt: retryAtOf(better) };
};

const filled = <Out, Item>(
  snapshot: Snapshot<Item>,
  other: Snapshot<Item>,
  { kind }: Source<Out, Item>,
  endpoint: Endpoint<unknown, Out>,
): Snapshot<Item> => ({
  ...snapshot,
  ...withOthers({ ...snapshot, items: kind.fill(snapshot.items, other.items, endpoint) }, other, kind, endpoint),
  sources: { ...other.sources, ...snapshot.sources },
  requests: plus(snapshot.requests, other.requests),
  unread: added(snapshot.unread, other.unread),
  stated: { ...snapshot.stated, ...other.stated },
  partial: [...new Set([snapshot.partial, other.partial])].filter((said) => said !== null).join('; ') || null,
  bytes: snapshot.bytes + other.bytes,
});

/**
 * The offers that only a later endpoint of the source itself lists are its offers too; another's word is none. An older
 * reading says what is on offer only of what it prices: the newest one says which models are there.
 */
function withOthers<Out, Item>(
  { items, rows, fetchedAt }: Snapshot<Item>,
  other: Snapshot<Item>,
  { key, isOffer, isOwn, listedBy }: Kind<Out, Item>,
  { name, origin }: Endpoint<unknown, Out>,
): Pick<Snapshot<Item>, 'items' | 'rows'> {
  if (origin !== undefined) return { items, rows };
  // `model@version` and `model` are one offer: the version is what is served by default, or pinned.
  const nameOf = (item: Item) => key(item)?.toLowerCase().replace(/@.*$/, '');
  const known = new Set(items.map(nameOf));
  const counts = other.fetchedAt.slice(0, 10) >= fetchedAt.slice(0, 10) ? isOffer : isOwn;
  const more = other.items.filter((item) => counts(item) && !known.has(nameOf(item)));
  return { items: [...items, ...more.map((item) => listedBy(item, name))], rows: rows + more.length };
}

const added = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> => {
  const sums = { ...a };
  for (const [key, count] of Object.entries(b)) sums[key] = (sums[key] ?? 0) + count;
  return sums;
};

type Requests = Snapshot<unknown>['requests'];

const plus = (a: Requests, b: Requests): Requests => ({
  answered: a.answered + b.answered,
  retried: a.retried + b.retried,
  failed: a.failed + b.failed,
});

/** Requests that failed for good, with the endpoint that needed them. */
export function requestsOf(faults: readonly Fault[]): Requests {
  const failed = faults.filter(({ request, url }) => request === null && url !== null);
  return { answered: 0, retried: failed.reduce((sum, { attempts }) => sum + attempts - 1, 0), failed: failed.length };
}

const noKey = ({ endpoints, env }: { endpoints: readonly { name: string }[]; env: readonly string[] }): Fault => ({
  endpoint: endpoints[0]?.name ?? '',
  request: null,
  url: null,
  kind: 'no-key',
  httpStatus: null,
  attempts: 1,
  retryAt: null,
  error: `needs a key: set ${env.join(' or ')}`,
});
