import { catchError, from, lastValueFrom, map, mergeMap, type Observable, of, timeout, toArray } from 'rxjs';
import type { Noted, Reading } from '../model/reading.js';
import { SourceError } from '../read/errors.js';
import { longestSource } from '../read/longestSource.js';
import type { Network } from '../read/network.js';
import { type Answered, requestOf } from '../read/notes.js';

/**
 * What the requests of an earlier reading are answered now, all at once; undefined where one is answered otherwise than then,
 * or not in time. Whoever reads the source then asks for the same pages, which have come.
 */
export const askedAgain = (
  { pages }: Reading,
  network: Pick<Network, 'fetch'>,
  source: string,
): Promise<readonly Answered[] | undefined> =>
  lastValueFrom(
    from(pages).pipe(
      mergeMap((page) => answerOf(page, network, source)),
      toArray(),
      timeout({ first: longestSource, with: () => of([]) }),
    ),
  ).then((answers) =>
    answers.length === pages.length && answers.every(({ isSame }) => isSame)
      ? answers.map(({ now }) => now)
      : undefined,
  );

interface Again {
  readonly now: Answered;
  readonly isSame: boolean;
}

function answerOf(page: Noted, network: Pick<Network, 'fetch'>, source: string): Observable<Again> {
  const request = requestOf(page);
  return network.fetch(request, source).pipe(
    map((now): Again => {
      const isSame = 'sha256' in page && now.sha256 === page.sha256 && now.url === page.url && now.via === page.via;
      return { now: { request, page: now }, isSame };
    }),
    catchError((error: unknown) => of<Again>({ now: { request, error }, isSame: isSameError(page, error) })),
  );
}

/** An answer that says when to come back is not what it will be tomorrow. */
const isSameError = (page: Noted, error: unknown): boolean =>
  'error' in page &&
  error instanceof SourceError &&
  ['http', 'no-key'].includes(error.kind) &&
  error.kind === page.error.kind &&
  error.message === page.error.error &&
  error.attempts === page.error.attempts &&
  error.retryAt === undefined;
