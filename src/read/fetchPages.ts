import { catchError, defer, endWith, expand, ignoreElements, map, merge, type Observable, of, throwError } from 'rxjs';
import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';
import type { Ask } from '../sources/ask.js';
import { shapeError } from '../sources/parse/shapeError.js';
import { goesOn } from '../sources/parse/goesOn.js';
import { leadsAstray, leadsElsewhere } from './redirectFault.js';
import { requestKey } from './requestKey.js';
import { ownTurn } from './ownTurn.js';
import { withinTime } from './withinTime.js';

/** One request, answered by one page; errors with a `SourceError`. */
export type Fetch = (request: Request) => Observable<Page>;

/** A request of an endpoint, with the page that came or the error that came in its place. */
export interface Answer {
  /** Name of the request within the endpoint. */
  readonly name: string;
  readonly request: Request;
  readonly page?: Page;
  readonly error?: unknown;
}

type Requests = Readonly<Record<string, Ask>>;

/** More pages than any request of a source has: a list that goes on beyond is one that leads in a circle. */
const mostPages = 2_000;

interface Asked {
  readonly name: string;
  readonly request: Request;
  page?: Page;
  error?: unknown;
  /** What the page made us ask for. */
  more: readonly Asked[];
}

/**
 * Fetches an endpoint's named requests, the next pages of each and the companions of each page; emits the answers once,
 * together, in the order of the requests however they come in, and in a turn of the event loop of their own. How many run at a
 * time is the network's business.
 *
 * The error of a page is its answer. After one that is needed nothing more is asked for, and what was asked for is waited
 * for: whoever reads of the one fault reads of all. A page that says that there is another one and leads to none that is
 * new is such an error: the list would end without a word.
 *
 * ```
 * list     --(A|)             next(A) = [list2], details of A = [d]
 * list2      -----(C|)
 * d          -#
 * result   -------([A C d:#]|)
 *
 * list     --#
 * d          -----#
 * result   -------([list:# d:#]|)
 * ```
 *
 * `expand`, not recursion: the ends of a thousand pages nested in each other overflow the stack, and nobody hears of it.
 */
export function fetchPages(requests: Requests, fetch: Fetch): Observable<Answer[]> {
  return defer(() => {
    const { first, following } = asking(requests);
    let isInVain = false;
    const answered = (asked: Asked): Observable<Asked> =>
      (asked.error === undefined ? fetch(asked.request) : throwError(() => asked.error)).pipe(
        map((page) => {
          const more = isInVain ? [] : following(asked.name, page);
          return Object.assign(asked, { page, more });
        }),
        catchError((error: unknown) => {
          isInVain ||= !requests[asked.name]?.brings;
          return of(Object.assign(asked, { error }));
        }),
      );
    return merge(...first.map(answered)).pipe(
      expand(({ more }) => merge(...more.map(answered))),
      ignoreElements(),
      endWith(first),
      ownTurn(),
      map(inOrder),
    );
  });
}

/** Reads in a page what else to ask for. */
type Leads = (page: Page) => readonly Request[];

/** What is asked for first and after each page, nothing twice; throws where a list that is needed does not end. */
function asking(requests: Requests) {
  const known = new Set<string>();
  const counts = new Map<string, number>();
  const isNew = (request: Request): boolean => known.size < known.add(requestKey(request)).size;

  const fresh = (name: string, some: readonly Request[]): Asked[] => {
    const asked = some.filter(isNew).map((request): Asked => ({ name, request, more: [] }));
    const count = (counts.get(name) ?? 0) + asked.length;
    counts.set(name, count);
    const [first] = asked;
    if (count <= mostPages || !first) return asked;
    const endless = shapeError(`the list does not end within ${mostPages} pages`);
    if (!requests[name]?.brings) throw endless;
    return [{ ...first, error: endless }];
  };
  /** What reads in a request's pages what else to ask for, by the request that it is asked for. */
  const leadsFrom = (name: string): [string, Leads][] => {
    const ask = requests[name];
    const companions = Object.entries(requests).flatMap(([other, { of: parents }]): [string, Leads][] =>
      parents?.[name] ? [[other, parents[name]]] : [],
    );
    return ask?.next ? [[name, (page) => nextOf(ask, page)], ...companions] : companions;
  };
  const following = (name: string, page: Page): Asked[] => {
    const more = leadsFrom(name).flatMap(([other, leads]) =>
      fresh(
        other,
        withinTime(() => leads(page), page.body.length),
      ),
    );
    if (!more.some(({ request }) => isBeside(request, page.request)) && goesOn(page))
      throw shapeError('the list goes on and names no next page');
    return more;
  };
  return { first: Object.entries(requests).flatMap(([name, ask]) => fresh(name, ask.requests)), following };
}

/** Whether a request may be for another page of the same list, as its models' own pages are not. */
const isBeside = (request: Request, { url }: Request): boolean => request.url.split('?')[0] === url.split('?')[0];

function inOrder(asked: readonly Asked[]): Answer[] {
  const answers: Answer[] = [];
  const rest = asked.toReversed();
  for (let one = rest.pop(); one; one = rest.pop()) {
    answers.push(one);
    rest.push(...one.more.toReversed());
  }
  return answers;
}

/** The next pages as a page names them; throws where one leads astray, for the address may be the page's own word. */
const nextOf = (ask: Ask | undefined, page: Page): readonly Request[] =>
  (ask?.next?.(page) ?? []).map((request) => {
    const astray = leadsAstray(page.request.url, request.url);
    if (astray !== undefined) throw shapeError(`the next page leads ${astray}: not followed`);
    return leadsElsewhere(page.request.url, request.url) ? { ...request, isNamed: true } : request;
  });
