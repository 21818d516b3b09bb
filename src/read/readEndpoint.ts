import { map, type Observable } from 'rxjs';
import type { DeadLetter } from '../model/deadLetter.js';
import type { Fault } from '../model/fault.js';
import type { Origin } from '../model/origin.js';
import type { Page } from '../model/page.js';
import type { Snapshot } from '../model/snapshot.js';
import type { Ask } from '../sources/ask.js';
import type { Endpoint, Source } from '../sources/define.js';
import { ofPage } from '../sources/parse/ofPage.js';
import { shapeError, ShapeError } from '../sources/parse/shapeError.js';
import { SourceError } from './errors.js';
import { faultOf } from './faultOf.js';
import { type Answer, type Fetch, fetchPages } from './fetchPages.js';
import { type NamedPage, readRows } from './readRows.js';
import { shapeOf } from './shapeOf.js';
import { statedIn } from './statedIn.js';
import { unplacedFault } from './unplacedFault.js';

/**
 * Reads one endpoint, start to end: fetch, split, judge, normalize. Emits once.
 *
 * A companion that fails, or whose page can't be read, is a fault of that page. Errors with a `SourceError` of the
 * network, or a `ShapeError` where the pages hold no record at all.
 *
 * ```
 * pages    ---([A B]|)
 * result   ---(S|)          S the snapshot of both pages
 * ```
 */
export function readEndpoint<Out, Item>(
  source: Source<Out, Item>,
  endpoint: Endpoint<unknown, Out>,
  fetch: Fetch,
): Observable<Snapshot<Item>> {
  return fetchPages(endpoint.requests, fetch).pipe(map((answers) => snapshotOf(source, endpoint, answers)));
}

function snapshotOf<Out, Item>(
  source: Source<Out, Item>,
  endpoint: Endpoint<unknown, Out>,
  answers: readonly Answer[],
): Snapshot<Item> {
  const page = answers.find((answer) => answer.page)?.page;
  const failure = answers.find(({ error }) => error instanceof Error)?.error as Error | undefined;
  if (!page) throw failure ?? shapeError('no page came');
  const { got, faults } = readPages(endpoint, answers);
  const rows = split(endpoint, got);
  const pages = namedPages(endpoint, answers);
  const { items, letters, skipped, unread, unplaced } = readRows(rows, endpoint, { source, pages });
  if (items.length === 0) throw nothingIn(rows.length, letters, source.kind.name === 'prices' ? 'price' : 'model');
  const priced = items.filter((item) => source.kind.pricedBy(item, endpoint.name) !== null);
  const own = answers.filter(({ request }) => (request.recordedBy ?? source.id) === source.id);
  return {
    status: page.via === 'recording' ? 'recording' : 'fresh',
    endpoint: endpoint.name,
    ...originOf(page),
    sources: Object.fromEntries(pages.map((one) => [one.name, originOf(one.page)])),
    readAt: page.fetchedAt,
    partial: partialOf(own),
    rows: rows.length,
    ...{ rejected: letters.length, skipped, unread },
    priced: priced.length,
    requests: requestsOf(own),
    bytes: own.reduce((sum, answer) => sum + (answer.page?.bytes ?? 0), 0),
    faults: [
      ...faults,
      ...unplacedFault(endpoint.name, { priced, odd: items.filter(source.kind.isUnplaced), unplaced }),
    ],
    ...compared,
    items,
    letters,
    shape: shapeOf(rows),
    stated: { [endpoint.name]: statedIn({ pages: pages.map((one) => one.page), rows, items }, source.kind) },
  };
}

/** The pages that came: the first by the endpoint's name, others by their request's, and their number where it has several. */
function namedPages(
  { name: endpoint, requests }: Pick<Endpoint, 'name' | 'requests'>,
  answers: readonly Answer[],
): NamedPage[] {
  const counts = new Map<string, number>();
  const named: NamedPage[] = [];
  for (const { name: request, page } of answers) {
    // Those that did not come count as well: a page has one name from day to day.
    const count = (counts.get(request) ?? 0) + 1;
    counts.set(request, count);
    if (!page) continue;
    const ofRequest = [endpoint, request, ...(count > 1 ? [count] : [])].join('/');
    const { brings = [] } = requests[request] ?? {};
    const isForPrices = brings.includes('prices') || (brings.every((brought) => brought === 'models') ? null : false);
    named.push({ page, name: named.length === 0 ? endpoint : ofRequest, isForPrices });
  }
  return named;
}

const originOf = ({ url, fetchedAt, sha256, via }: Page): Origin => ({ url, fetchedAt, sha256, via });
/** What only a comparison with earlier readings tells. */
const compared = {
  kept: { records: 0, prices: 0, facts: 0 },
  jumps: [],
  error: null,
  retryAt: null,
  drift: null,
} as const;

const partialOf = (answers: readonly Answer[]): string | null =>
  [...new Set(answers.flatMap(({ page }) => page?.partial ?? []))].join('; ') || null;

/** The rows that a page was read as, each marked with it; what is no list of rows stays as it is. */
const markedBy = (read: unknown, page: Page): unknown => (Array.isArray(read) ? ofPage(read as unknown[], page) : read);

/** What each request's `read` made of its pages, by name, and the faults of companions. */
function readPages(endpoint: Pick<Endpoint, 'name' | 'requests'>, answers: readonly Answer[]) {
  const faults: Fault[] = [];
  const read = (name: string, ask: Ask, { page, request, error }: Answer): unknown[] => {
    try {
      if (page === undefined) throw error;
      return [markedBy(ask.read(page), page)];
    } catch (cause) {
      if (!ask.brings) throw cause;
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
  return { got, faults };
}

/** `endpoint.rows`, with whatever it throws as a shape error. */
function split(endpoint: Pick<Endpoint, 'rows'>, got: Readonly<Record<string, unknown>>): unknown[] {
  try {
    return [...endpoint.rows(got)];
  } catch (error) {
    if (error instanceof ShapeError || error instanceof SourceError) throw error;
    throw shapeError(`the answer is not what it was: ${error instanceof Error ? error.message : String(error)}`, error);
  }
}

const nothingIn = (rows: number, letters: readonly DeadLetter[], what: string): ShapeError =>
  shapeError(
    rows === 0
      ? `the answer holds no ${what}s`
      : `none of the ${rows} rows is a ${what}${letters[0] ? ` (the first one: ${letters[0].reason})` : ''}`,
  );

/** Pages that came, attempts beyond the first, and pages that did not come. */
function requestsOf(answers: readonly Answer[]): Snapshot<unknown>['requests'] {
  const attempts = ({ page, error }: Answer): number =>
    page?.attempts ?? (error instanceof SourceError ? error.attempts : 1);
  const failed = answers.filter(({ page }) => page === undefined).length;
  const retried = answers.reduce((sum, answer) => sum + attempts(answer) - 1, 0);
  return { answered: answers.length - failed, retried, failed };
}
