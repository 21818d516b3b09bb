import { catchError, defaultIfEmpty, defer, EMPTY, forkJoin, map, mergeMap, type Observable, of } from 'rxjs';
import { shapeError } from '../fetch/errors.js';
import type { Page, Request } from '../fetch/request.js';
import type { Link } from '../sources/source.js';

/** One request, answered by one page; errors with a `SourceError`. */
export type Fetch = (request: Request) => Observable<Page>;

/** More pages than any provider has: a list that goes on beyond is one that leads in a circle. */
const mostPages = 2_000;

/**
 * Fetches the link's requests and whatever `next` asks for after each page; emits the pages once, together, in the
 * order of the requests however they come in. How many run at a time is the network's business.
 *
 * An optional request may fail: its page is left out. Any other error ends it, and stops what is still running.
 *
 * ```
 * a        --A|             next(A) = [a2]
 * a2         -----C|
 * b        ---B|
 * result   -------([A C B]|)
 * ```
 */
export function fetchPages(link: Pick<Link, 'requests' | 'next'>, fetch: Fetch): Observable<Page[]> {
  return defer(() => {
    const asked = new Set<string>();
    const isNew = ({ method, url, body }: Request): boolean =>
      asked.size < asked.add(`${method ?? ''} ${url} ${body ?? ''}`).size;

    const all = (requests: readonly Request[]): Observable<Page[]> => {
      const fresh = requests.filter(isNew);
      if (asked.size > mostPages) throw shapeError(`the list does not end within ${mostPages} pages`);
      return fresh.length === 0 ? of([]) : forkJoin(fresh.map(pagesOf)).pipe(map((pages) => pages.flat()));
    };
    const pagesOf = (request: Request): Observable<Page[]> =>
      fetch(request).pipe(
        mergeMap((page) => all(link.next?.(page) ?? []).pipe(map((more) => [page, ...more]))),
        catchError((error: unknown) => {
          if (request.optional) return EMPTY;
          throw error;
        }),
        defaultIfEmpty([]),
      );
    return all(link.requests);
  });
}
