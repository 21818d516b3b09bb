import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastValueFrom, type Observable, of, throwError } from 'rxjs';
import type { Model } from '../../src/model/model.js';
import type { Page } from '../../src/model/page.js';
import type { Request } from '../../src/model/request.js';
import type { Snapshot } from '../../src/model/snapshot.js';
import { SourceError } from '../../src/read/errors.js';
import { type Answer, fetchPages } from '../../src/read/fetchPages.js';
import { recordingMeta } from '../../src/read/recordingMeta.js';
import { requestKey } from '../../src/read/requestKey.js';
import type { Endpoint, Source } from '../../src/sources/define.js';
import { sources } from '../../src/sources/index.js';
import { fromRecordings, recordingsDir, readEndpoint } from '../sources/harness.js';

/** An endpoint of a source with all that it asks for, answered by the recordings. */
export interface RecordedEndpoint {
  readonly title: string;
  readonly source: Source;
  readonly endpoint: Endpoint;
  /** A page for each request, or, of a companion, the error that came in its place. */
  readonly answers: readonly Answer[];
  /** The rows that the recorded pages are split into. */
  readonly rows: readonly unknown[];
}

/** Puts another answer in the place of a recorded one: a page, or an error. */
export type Change = (answer: Answer) => Page | SourceError;

/** The answer as it was recorded. */
export const asRecorded: Change = ({ page, error }) => page ?? (error as SourceError);

export const notFound = ({ url }: Request): SourceError =>
  new SourceError('http', `${url} answered 404: the address may have moved`, { url, status: 404 });

/** The page with another body. */
export const withBody = (page: Page, body: string): Page => ({ ...page, body, bytes: Buffer.byteLength(body) });

/** A page of the endpoint in answer to a request, whatever was recorded of it. */
export const pageFor = ({ answers }: Pick<RecordedEndpoint, 'answers'>, request: Request, body: string): Page => {
  const page = answers.find((answer) => answer.page)?.page;
  if (!page) throw new Error('nothing is recorded');
  return withBody({ ...page, request, url: request.url }, body);
};

/** Reads the endpoint from its recorded answers, changed; what it did not ask for when they were recorded is another page. */
export const reread = (
  { source, endpoint, answers }: Pick<RecordedEndpoint, 'source' | 'endpoint' | 'answers'>,
  change: Change = asRecorded,
  another: (request: Request) => Page | SourceError = notFound,
): Promise<Snapshot<Model>> => {
  const known = new Map(answers.map((answer) => [requestKey(answer.request), answer]));
  const fetch = (request: Request): Observable<Page> => {
    const answer = known.get(requestKey(request));
    const changed = answer ? change(answer) : another(request);
    return changed instanceof SourceError ? throwError(() => changed) : of(changed);
  };
  return lastValueFrom(readEndpoint(source, endpoint, fetch));
};

/** Whether an answer is one of the source's own, not a document that several sources read. */
export const isOwn = ({ source }: Pick<RecordedEndpoint, 'source'>, { request }: Answer): boolean =>
  (request.recordedBy ?? source.id) === source.id;

const recordedIn = new Map<string, ReadonlySet<string>>();

/** The requests that are recorded in a folder, by what makes them the same. */
function recordedRequests(folder: string): ReadonlySet<string> {
  const file = join(recordingsDir, folder, 'meta.json');
  const known =
    recordedIn.get(folder) ??
    new Set(
      existsSync(file) ? recordingMeta.parse(JSON.parse(readFileSync(file, 'utf8'))).responses.map(requestKey) : [],
    );
  recordedIn.set(folder, known);
  return known;
}

const isRecorded = ({ id }: Source, { requests }: Endpoint): boolean =>
  Object.values(requests)
    .filter(({ brings }) => !brings)
    .flatMap((ask) => ask.requests)
    .every((request) => recordedRequests(request.recordedBy ?? id).has(requestKey(request)));

/** The endpoints to models.dev are one code: one of them stands for all. */
const standsForOthers = ({ id }: Source, { origin }: Endpoint): boolean =>
  origin !== 'catalog:models.dev' || id === 'openrouter';

/** The recorded list has no model of it that is on offer. */
const isEmpty = ({ id }: Source, { name }: Endpoint): boolean => id === 'featherless' && name === 'router';

async function recordedEndpoint(source: Source, endpoint: Endpoint): Promise<RecordedEndpoint> {
  const answers = await lastValueFrom(fetchPages(endpoint.requests, fromRecordings(source.id)));
  let rows: readonly unknown[] = [];
  const noting: Endpoint = { ...endpoint, rows: (pages) => (rows = [...endpoint.rows(pages)]) };
  await reread({ source, endpoint: noting, answers });
  return { title: `${source.id} ${endpoint.name}`, source, endpoint, answers, rows };
}

/** Every endpoint of the registry whose lists are recorded. */
export const recordedEndpoints: readonly RecordedEndpoint[] = await Promise.all(
  sources.flatMap((source) =>
    source.endpoints
      .filter((endpoint) => isRecorded(source, endpoint) && !isEmpty(source, endpoint))
      .filter((endpoint) => standsForOthers(source, endpoint))
      .map((endpoint) => recordedEndpoint(source, endpoint)),
  ),
);
