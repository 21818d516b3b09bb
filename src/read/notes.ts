import { tap } from 'rxjs';
import type { Page } from '../model/page.js';
import { type Noted, noted } from '../model/reading.js';
import type { Request } from '../model/request.js';
import { SourceError } from './errors.js';
import type { Network } from './network.js';
import { askedId } from './requestId.js';
import type { Working } from './slots.js';

type Asking = Pick<Network, 'fetch' | 'canUse' | 'hideIn'> & Working;

/** What came of the requests of the sources in a run, by a name of each source. */
export interface Notes {
  /** The network, but that it is noted what it gives to a source. */
  readonly noting: (source: string, network: Asking) => Asking;
  /** What was noted of a source, by request. */
  readonly of: (source: string) => readonly Answered[];
}

/** A request with its page, or with what it failed of. */
export type Answered = { readonly request: Request } & (
  { readonly page: Page; readonly error?: undefined } | { readonly page?: undefined; readonly error: unknown }
);

/** Notes in which nothing stands yet. */
export function openNotes(): Notes {
  const sources = new Map<string, Map<string, Answered>>();
  const noteOf = (source: string): Map<string, Answered> => {
    const known = sources.get(source) ?? new Map<string, Answered>();
    sources.set(source, known);
    return known;
  };
  return {
    noting: (source, network) => ({
      canUse: (request) => network.canUse(request),
      hideIn: network.hideIn,
      working: network.working,
      fetch: (request, by) => {
        const notes = noteOf(source);
        return network.fetch(request, by).pipe(
          tap({
            next: (page) => notes.set(askedId(request), { request, page }),
            error: (error: unknown) => notes.set(askedId(request), { request, error }),
          }),
        );
      },
    }),
    of: (source) => [...noteOf(source)].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, answered]) => answered),
  };
}

/** An answer as it is kept, keys in their order: a page without its body, an error without its stack. */
export function notedOf({ request, page, error }: Answered): Noted {
  if (page) {
    const { url, fetchedAt, sha256, via, bytes, attempts } = page;
    return noted.parse({ request, url, fetchedAt, sha256, via, bytes, attempts });
  }
  const {
    kind,
    message,
    attempts,
    retryAt = null,
    status = null,
  } = error instanceof SourceError ? error : new SourceError('defect', String(error));
  return noted.parse({ request, error: { kind, error: message, attempts, retryAt, httpStatus: status } });
}

/** The request of which something is noted. */
export const requestOf = ({ request }: Noted): Request => request as Request;
