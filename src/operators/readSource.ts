import { catchError, defer, from, last, map, mergeScan, type Observable, of } from 'rxjs';
import { SourceError } from '../fetch/errors.js';
import type { Network } from '../fetch/network.js';
import type { LinkFault } from '../model/events.js';
import { fill, fillOrigin } from '../sources/fill.js';
import type { Link, Source } from '../sources/source.js';
import { type Catalog, readLink } from './readLink.js';

/** What a source's chain gave. */
export interface SourceReading {
  readonly catalog: Catalog;
  /** Faults of the links before the one that gave the models: why it was not a better one. */
  readonly before: readonly LinkFault[];
  /** Links that failed, in the order of the chain. */
  readonly faults: readonly LinkFault[];
}

/** No link of a chain gave anything. The message is that of the first one that was tried. */
export class ChainError extends Error {
  override readonly name = 'ChainError';
  constructor(readonly faults: readonly LinkFault[]) {
    super(faults[0]?.error ?? 'no link to read');
  }
}

/** The first date that one of them names to be asked again. */
export const retryAtOf = (faults: readonly LinkFault[]): string | null =>
  faults.find((fault) => fault.retryAt)?.retryAt ?? null;

interface Progress {
  readonly catalog?: Catalog;
  readonly before: readonly LinkFault[];
  readonly faults: readonly LinkFault[];
}

const nothing: Progress = { before: [], faults: [] };

/**
 * Reads a source's chain: the first link that works gives the models, the later ones fill what is null in them.
 * A link whose key is not there is passed over; one that fails is noted. Errors with a `ChainError` when none works.
 *
 * ```
 * api      --#
 * docs       ---(C|)
 * catalog       --(F|)
 * result   -------(R|)     R = C filled from F, with the fault of api
 * ```
 */
export function readSource(source: Source, network: Pick<Network, 'fetch' | 'canUse'>): Observable<SourceReading> {
  return defer(() => {
    const usable = source.links.filter((link) => link.requests.every((request) => network.canUse(request)));
    if (usable.length === 0) throw new ChainError([noKey(source)]);
    return from(usable).pipe(mergeScan((progress, link) => tryLink(progress, source, link, network), nothing, 1));
  }).pipe(
    last(),
    map(({ catalog, before, faults }) => {
      if (!catalog) throw new ChainError(faults);
      return { catalog, before, faults };
    }),
  );
}

function tryLink(
  progress: Progress,
  source: Source,
  link: Link,
  network: Pick<Network, 'fetch'>,
): Observable<Progress> {
  const { catalog, faults } = progress;
  if (catalog && link.fills === false) return of(progress);
  return readLink(source, link, (request) => network.fetch(request)).pipe(
    map((read) =>
      catalog ? { ...progress, catalog: filled(catalog, read, link) } : { catalog: read, before: faults, faults },
    ),
    catchError((error: unknown) => of({ ...progress, faults: [...faults, fault(link, error)] })),
  );
}

const filled = (catalog: Catalog, other: Catalog, link: Link): Catalog => ({
  ...catalog,
  models: fill(catalog.models, other.models, fillOrigin(link)),
  requests: catalog.requests + (link.origin ? 0 : other.requests),
  bytes: catalog.bytes + (link.origin ? 0 : other.bytes),
});

const fault = (link: Link, error: unknown): LinkFault => ({
  link: link.name,
  error: error instanceof Error ? error.message : String(error),
  retryAt: error instanceof SourceError ? (error.retryAt ?? null) : null,
});

const noKey = (source: Source): LinkFault => ({
  link: source.links[0]?.name ?? '',
  error: `needs a key: set ${source.env.join(' or ')}`,
  retryAt: null,
});
