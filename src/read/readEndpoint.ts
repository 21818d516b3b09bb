import { catchError, defer, mergeMap, type Observable, type OperatorFunction } from 'rxjs';
import type { DeadLetter } from '../model/deadLetter.js';
import type { Fault } from '../model/fault.js';
import type { Origin } from '../model/origin.js';
import type { Page } from '../model/page.js';
import { plusSkips, skipsField } from '../model/skips.js';
import type { Snapshot } from '../model/snapshot.js';
import type { Ask } from '../sources/ask.js';
import type { Endpoint, Source } from '../sources/define.js';
import { ofPage } from '../sources/parse/ofPage.js';
import { shapeError, type ShapeError } from '../sources/parse/shapeError.js';
import { countedRequests } from './countedRequests.js';
import { blame } from './blame.js';
import { faultOf } from './faultOf.js';
import { type Answer, type Fetch, fetchPages } from './fetchPages.js';
import { inSlices, type Sliced } from './inSlices.js';
import { namedPages } from './namedPages.js';
import { readRows } from './readRows.js';
import { shapeOf } from './shapeOf.js';
import { statedIn } from './statedIn.js';
import { unplacedFault } from './unplacedFault.js';
import { UnreadError } from './unreadError.js';
import { volumeOf } from './volumeOf.js';
import type { Working } from './slots.js';
import { inWords, mostRows } from '../sources/parse/limits.js';
import { excessOf } from './excessOf.js';
import { boundedTogether } from './boundedTogether.js';

/**
 * Reads one endpoint, start to end: fetch, split, judge, normalize. Emits once.
 *
 * A companion that fails, or whose page can't be read, is a fault of that page. Errors with an `UnreadError` where a page
 * that is needed fails or the pages hold no record at all; it has the faults of the companions too.
 *
 * ```
 * pages    ---([A B]|)
 * result   ---(S|)          S the snapshot of both pages
 * ```
 */
export const readEndpoint = <Out, Item>(
  source: Source<Out, Item>,
  endpoint: Endpoint<unknown, Out>,
  fetch: Fetch,
): Observable<Snapshot<Item>> => answersOf(endpoint, fetch).pipe(readAnswers(source, endpoint));

/** The answers to all requests of an endpoint, once they are there. */
export const answersOf = <Out>(endpoint: Endpoint<unknown, Out>, fetch: Fetch): Observable<Answer[]> =>
  defer(() => fetchPages(endpoint.requests, boundedTogether(fetch)));

/** What `readEndpoint` makes of the answers. */
export const readAnswers = <Out, Item>(
  source: Source<Out, Item>,
  endpoint: Endpoint<unknown, Out>,
  { working }: Working = {},
): OperatorFunction<Answer[], Snapshot<Item>> =>
  mergeMap((answers) => {
    const faults: Fault[] = [];
    return inSlices(() => snapshotOf(source, endpoint, answers, faults), charactersOf(answers), working).pipe(
      catchError((error: unknown) => {
        const cause = blame(error, blamed(endpoint, answers));
        const main = faultOf(cause, { endpoint: endpoint.name, request: null });
        throw new UnreadError([main, ...faults.filter(({ url }) => url !== main.url)], cause);
      }),
    );
  });

/** The pages of which one is to blame where no record can be made of them: those that are needed, else all that came. */
function blamed({ requests }: Pick<Endpoint, 'requests'>, answers: readonly Answer[]): Answer['request'][] {
  const needed = answers.filter(({ name }) => !requests[name]?.brings);
  return (needed.length > 0 ? needed : answers).map(({ request }) => request);
}

function* snapshotOf<Out, Item>(
  source: Source<Out, Item>,
  endpoint: Endpoint<unknown, Out>,
  answers: readonly Answer[],
  faults: Fault[],
): Sliced<Snapshot<Item>> {
  const { got, failed } = readPages(endpoint, answers, faults);
  yield;
  const came = answers.map((answer) => (failed.has(answer) ? withoutPage(answer) : answer));
  const page = came.find((answer) => answer.page)?.page;
  if (!page) throw blame([...failed.values()][0] ?? shapeError('no page came'), []);
  const rows = rowsOf(endpoint, got);
  const pages = namedPages(endpoint, came);
  const { items, letters, skipped, skips, unread, unplaced } = yield* readRows(rows, endpoint, { source, pages });
  yield;
  if (items.length === 0) throw nothingIn(rows.length, letters, source.kind.name === 'prices' ? 'price' : 'model');
  // What is too large to be looked at is among the rejected.
  const sound = letters.length === 0 ? rows : rows.filter((row) => excessOf(row) === undefined);
  const priced = items.filter((item) => source.kind.pricedBy(item, endpoint.name) !== null);
  const own = answers.filter(({ request }) => (request.recordedBy ?? source.id) === source.id);
  return {
    status: page.via === 'recording' ? 'recording' : 'fresh',
    endpoint: endpoint.name,
    ...originOf(page),
    sources: Object.fromEntries(pages.map((one) => [one.name, originOf(one.page)])),
    ...{ readAt: page.fetchedAt, partial: partialOf(own) },
    ...{ rows: rows.length, rejected: letters.length, skipped, ...skipsField(plusSkips(skips)), unread },
    priced: priced.length,
    requests: countedRequests(own),
    ...volumeOf(own.flatMap(({ page: one }) => one ?? [])),
    faults: [
      ...faults,
      ...unplacedFault(endpoint.name, { priced, odd: items.filter(source.kind.isUnplaced), unplaced }),
    ],
    ...compared,
    items,
    letters,
    shape: shapeOf(sound),
    stated: { [endpoint.name]: statedIn({ pages: pages.map((one) => one.page), rows: sound, items }, source.kind) },
  };
}

const charactersOf = (answers: readonly Answer[]): number =>
  answers.reduce((sum, { page }) => sum + (page?.body.length ?? 0), 0);

const withoutPage = ({ name, request }: Answer): Answer => ({ name, request });

const originOf = ({ url, fetchedAt, sha256, via }: Page): Origin => ({ url, fetchedAt, sha256, via });
/** What only a comparison with earlier readings tells. */
const compared = {
  kept: { records: 0, prices: 0, facts: 0 },
  jumps: [],
  gone: { records: [], prices: [] },
  error: null,
  retryAt: null,
  drift: null,
} as const;

const partialOf = (answers: readonly Answer[]): string | null =>
  [...new Set(answers.flatMap(({ page }) => page?.partial ?? []))].join('; ') || null;

/** The rows that a page was read as, each marked with it; what is no list of rows stays as it is. */
const markedBy = (read: unknown, page: Page): unknown => (Array.isArray(read) ? ofPage(read as unknown[], page) : read);

/**
 * What each request's `read` made of its pages, by name; every fault is added to `faults`. Throws what a page that is needed
 * failed of, once all are read.
 */
function readPages(endpoint: Pick<Endpoint, 'name' | 'requests'>, answers: readonly Answer[], faults: Fault[]) {
  const needed: unknown[] = [];
  /** Companions that did not come or can't be read, each with the reason. */
  const failed = new Map<Answer, unknown>();
  const read = (name: string, ask: Ask, answer: Answer): unknown[] => {
    const { page, request, error } = answer;
    try {
      if (page === undefined) throw error;
      return [markedBy(ask.read(page), page)];
    } catch (cause) {
      if (ask.brings) failed.set(answer, cause);
      else needed.push(blame(cause, [request]));
      const fault = faultOf(cause, { endpoint: endpoint.name, request: name, url: request.url });
      // A key that is not there is one fault, however many pages it keeps away.
      if (fault.kind !== 'no-key' || !faults.some(({ kind, request: other }) => kind === 'no-key' && other === name))
        faults.push(fault);
      return [];
    }
  };
  const got = Object.fromEntries(
    Object.entries(endpoint.requests).map(([name, ask]) => [
      name,
      ask.gather(answers.filter((answer) => answer.name === name).flatMap((answer) => read(name, ask, answer))),
    ]),
  );
  if (needed.length > 0) throw needed[0];
  return { got, failed };
}

/** The rows of an endpoint, if they are not more than any source has. */
function rowsOf({ rows: read }: Pick<Endpoint, 'rows'>, got: Readonly<Record<string, unknown>>): unknown[] {
  const rows = [...read(got)];
  if (rows.length <= mostRows) return rows;
  throw shapeError(
    `the answer has ${inWords(rows.length)} rows, more than ${inWords(mostRows)}: no provider has as many models`,
  );
}

const nothingIn = (rows: number, letters: readonly DeadLetter[], what: string): ShapeError =>
  shapeError(
    rows === 0
      ? `the answer holds no ${what}s`
      : `none of the ${rows} rows is a ${what}${letters[0] ? ` (the first one: ${letters[0].reason})` : ''}`,
  );
