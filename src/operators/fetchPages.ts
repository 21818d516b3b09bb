import {
  catchError,
  defer,
  EMPTY,
  endWith,
  expand,
  ignoreElements,
  map,
  merge,
  type Observable,
  throwError,
} from 'rxjs';
import { shapeError } from '../fetch/errors.js';
import { type Page, type Request, requestKey } from '../fetch/request.js';
import type { Link } from '../sources/source.js';

/** One request, answered by one page; errors with a `SourceError`. */
export type Fetch = (request: Request) => Observable<Page>;

/** More pages than any provider has: a list that goes on beyond is one that leads in a circle. */
const mostPages = 2_000;

interface Asked {
  readonly request: Request;
  page?: Page;
  /** What the page made us ask for. */
  more: readonly Asked[];
}

/**
 * Fetches the link's requests and whatever `next` asks for after each page; emits the pages once, together, in the
 * order of the requests however they come in. How many run at a time is the network's business.
 *
 * An optional request may fail: its page is left out. Any other error ends it, and stops what is still running.
 *
 * ```
 * a        --(A|)             next(A) = [a2]
 * a2         -----(C|)
 * b        ---(B|)
 * result   -------([A C B]|)
 * ```
 *
 * `expand`, not recursion: the ends of a thousand pages nested in each other overflow the stack, and nobody hears of it.
 */
export function fetchPages(link: Pick<Link, 'requests' | 'next'>, fetch: Fetch): Observable<Page[]> {
  return defer(() => {
    const known = new Set<string>();
    const isNew = (request: Request): boolean => known.size < known.add(requestKey(request)).size;

    const fresh = (requests: readonly Request[]): Asked[] => {
      const asked = requests.filter(isNew).map((request): Asked => ({ request, more: [] }));
      if (known.size > mostPages) throw shapeError(`the list does not end within ${mostPages} pages`);
      return asked;
    };
    const answered = (asked: Asked): Observable<Asked> =>
      fetch(asked.request).pipe(
        map((page) => Object.assign(asked, { more: fresh(link.next?.(page) ?? []), page })),
        catchError((error: unknown) => (asked.request.optional ? EMPTY : throwError(() => error))),
      );
    const first = fresh(link.requests);
    return merge(...first.map(answered)).pipe(
      expand(({ more }) => merge(...more.map(answered))),
      ignoreElements(),
      endWith(first),
      map(pagesOf),
    );
  });
}

function pagesOf(asked: readonly Asked[]): Page[] {
  const pages: Page[] = [];
  const rest = asked.toReversed();
  for (let one = rest.pop(); one; one = rest.pop()) {
    if (one.page) pages.push(one.page);
    rest.push(...one.more.toReversed());
  }
  return pages;
}
