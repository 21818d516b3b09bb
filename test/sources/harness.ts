import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { catchError, lastValueFrom, of, throwError } from 'rxjs';
import type { Cost } from '../../src/model/cost.js';
import type { Model } from '../../src/model/model.js';
import type { Page } from '../../src/model/page.js';
import type { Request } from '../../src/model/request.js';
import type { Snapshot } from '../../src/model/snapshot.js';
import { abortable } from '../../src/read/abortable.js';
import { SourceError } from '../../src/read/errors.js';
import type { Fetch } from '../../src/read/fetchPages.js';
import { readEndpoint as read } from '../../src/read/readEndpoint.js';
import { recordings } from '../../src/read/recording.js';
import { UnreadError } from '../../src/read/unreadError.js';
import type { Endpoint, Source } from '../../src/sources/define.js';
import { stated } from '../../src/sources/parse/money.js';

export const recordingsDir = join(import.meta.dirname, '../../data/recordings');

/** A page as a recording gives it. */
export const pageOf = (request: Request, body: string): Page => ({
  request,
  url: request.url,
  body,
  fetchedAt: '2026-01-01T00:00:00.000Z',
  sha256: createHash('sha256').update(body).digest('hex'),
  bytes: Buffer.byteLength(body),
  via: 'recording',
  attempts: 1,
});

export const endpointOf = (source: Source, name: string): Endpoint => {
  const endpoint = source.endpoints.find((candidate) => candidate.name === name);
  if (!endpoint) throw new Error(`${source.id} has no endpoint ${name}`);
  return endpoint;
};

/** The addresses that an endpoint asks for at once, in their order. */
export const urlsOf = (source: Source, endpoint: string): string[] =>
  Object.values(endpointOf(source, endpoint).requests).flatMap(({ requests }) => requests.map(({ url }) => url));

const recorded = recordings(recordingsDir);

/** Answers a source from the recordings, with a whole page or the error of what is not recorded. */
export const fromRecordings =
  (source: string): Fetch =>
  (request) =>
    abortable((signal) => recorded({ ...request, recordedBy: request.recordedBy ?? source }, signal));

/** Reads one endpoint; errors with what the page that is to blame failed of. */
export const readEndpoint: typeof read = (source, endpoint, fetch) =>
  read(source, endpoint, fetch).pipe(
    catchError((error: unknown) => throwError(() => (error instanceof UnreadError ? error.cause : error))),
  );

/** Reads one endpoint of a source from the recordings, without filling. */
export const readRecorded = (source: Source, endpoint: string): Promise<Snapshot<Model>> =>
  lastValueFrom(readEndpoint(source, endpointOf(source, endpoint), fromRecordings(source.id)));

/** Reads one endpoint of a source from bodies made up by the test: one for all requests, or one a URL (or URL + request body). */
export const readBody = (
  source: Source,
  endpoint: string,
  bodies: string | Record<string, string>,
): Promise<Snapshot<Model>> =>
  lastValueFrom(
    readEndpoint(source, endpointOf(source, endpoint), (request) => {
      const body =
        typeof bodies === 'string' ? bodies : (bodies[request.url + (request.body ?? '')] ?? bodies[request.url]);
      return body === undefined
        ? throwError(() => new SourceError('http', `404 for ${request.url}`, { status: 404 }))
        : of(pageOf(request, body));
    }),
  );

/** The model of that id; fails the test where there is none. */
export const modelOf = ({ items }: Snapshot<Model>, id: string): Model => {
  const model = items.find((candidate) => candidate.id === id);
  if (model) return model;
  const ids = items.map((candidate) => candidate.id).slice(0, 20);
  throw new Error(`no model ${id} among ${ids.join(', ')}`);
};

/** All prices that the model of that id states, and no others. */
export const pricesOf = (catalog: Snapshot<Model>, id: string): Partial<Cost> => stated(modelOf(catalog, id).cost);
