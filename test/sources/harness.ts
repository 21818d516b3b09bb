import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { lastValueFrom, of, throwError } from 'rxjs';
import { SourceError } from '../../src/fetch/errors.js';
import { recordings } from '../../src/fetch/recording.js';
import type { Page, Request } from '../../src/fetch/request.js';
import { abortable } from '../../src/operators/abortable.js';
import type { Fetch } from '../../src/operators/fetchPages.js';
import { type Catalog, readLink } from '../../src/operators/readLink.js';
import type { Link, Source } from '../../src/sources/source.js';

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
});

export const linkOf = (source: Source, name: string): Link => {
  const link = source.links.find((candidate) => candidate.name === name);
  if (!link) throw new Error(`${source.id} has no link ${name}`);
  return link;
};

const recorded = recordings(recordingsDir);

/** Answers from the recordings, with a whole page or the error of what is not recorded. */
export const fromRecordings: Fetch = (request) => abortable((signal) => recorded(request, signal));

/** Reads one link of a source from the recordings, without filling. */
export const readRecorded = (source: Source, link: string): Promise<Catalog> =>
  lastValueFrom(readLink(source, linkOf(source, link), fromRecordings));

/** Reads one link of a source from bodies made up by the test: one for all requests, or one a URL (or URL + request body). */
export const readBody = (source: Source, link: string, bodies: string | Record<string, string>): Promise<Catalog> =>
  lastValueFrom(
    readLink(source, linkOf(source, link), (request) => {
      const body =
        typeof bodies === 'string' ? bodies : (bodies[request.url + (request.body ?? '')] ?? bodies[request.url]);
      return body === undefined
        ? throwError(() => new SourceError('http', `404 for ${request.url}`, { status: 404 }))
        : of(pageOf(request, body));
    }),
  );

/** The model of that id; fails the test where there is none. */
export const modelOf = (catalog: Catalog, id: string) => {
  const model = catalog.models.find((candidate) => candidate.id === id);
  if (!model)
    throw new Error(
      `no model ${id} among ${catalog.models
        .map((candidate) => candidate.id)
        .slice(0, 20)
        .join(', ')}`,
    );
  return model;
};
