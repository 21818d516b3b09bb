import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defer, type Observable, of, throwError } from 'rxjs';
import type { Page } from '../../src/model/page.js';
import type { Via } from '../../src/model/origin.js';
import type { Request } from '../../src/model/request.js';
import { SourceError } from '../../src/read/errors.js';
import type { Network } from '../../src/read/network.js';
import { type RecordedResponse, recordingMeta } from '../../src/read/recordingMeta.js';
import { refusal } from '../../src/read/refusal.js';
import { requestKey } from '../../src/read/requestKey.js';
import { recordingsDir } from '../sources/harness.js';

/** What a page answers with in place of what it says: an error, or a page that is none of its kind. */
export type PageFault = 'answers 404' | 'answers 429' | 'is HTML' | 'is empty';

export const pageFaults: readonly PageFault[] = ['answers 404', 'answers 429', 'is HTML', 'is empty'];

const html =
  '<!doctype html><html><head><title>Sorry</title></head><body><h1>Sorry</h1><p>Something went wrong.</p></body></html>';

const nextHour = '2099-01-01T00:00:00.000Z';

const folders = new Map<string, ReadonlyMap<string, RecordedResponse>>();

function recordedIn(folder: string): ReadonlyMap<string, RecordedResponse> {
  const known = folders.get(folder);
  if (known) return known;
  const read = (): readonly RecordedResponse[] => {
    try {
      return recordingMeta.parse(JSON.parse(readFileSync(join(recordingsDir, folder, 'meta.json'), 'utf8'))).responses;
    } catch {
      return [];
    }
  };
  const responses = new Map(read().map((one) => [requestKey(one), one]));
  folders.set(folder, responses);
  return responses;
}

const folderOf = (request: Request, source: string): string => request.recordedBy ?? source;

const recordedOf = (request: Request, source: string): RecordedResponse | undefined =>
  recordedIn(folderOf(request, source)).get(requestKey(request));

/** A day of the recorded world: all pages of one day are the same ones, so that each is parsed once. */
export interface Day {
  /** ISO 8601: when all of it was fetched. */
  readonly fetchedAt: string;
  readonly via: Via;
  readonly pages: Map<string, Page>;
}

export const aDay = (day: string, via: Via = 'live'): Day => ({
  fetchedAt: `${day}T06:00:00.000Z`,
  via,
  pages: new Map(),
});

interface RecordedLive {
  readonly day: Day;
  /** Whether a key is there for whatever is recorded; none otherwise. */
  readonly hasKeys: boolean;
  /** Pages that fail, by request (`requestKey`). */
  readonly faults?: ReadonlyMap<string, PageFault>;
  /** Told of each request. */
  readonly onFetch?: (request: Request) => void;
}

/** The recordings of a source as a network that calls itself live; what is not recorded is a 404. */
export function recordedLive(
  source: string,
  { day, hasKeys, faults, onFetch }: RecordedLive,
): Pick<Network, 'fetch' | 'canUse'> {
  return {
    canUse: (request) =>
      refusal(request, { env: {} }) === undefined || (hasKeys && recordedOf(request, source) !== undefined),
    fetch: (request) =>
      defer((): Observable<Page> => {
        onFetch?.(request);
        const fault = faults?.get(requestKey(request));
        if (fault === 'answers 404' || fault === 'answers 429') return throwError(() => refused(request, fault));
        if (fault !== undefined) return of(pageOf(request, fault === 'is HTML' ? html : '', day));
        const recorded = recordedOf(request, source);
        return recorded ? of(recordedPage(request, recorded, source, day)) : throwError(() => refused(request));
      }),
  };
}

function refused({ url }: Request, fault: PageFault = 'answers 404'): SourceError {
  const status = Number(fault.slice(-3));
  const retryAt = status === 429 ? nextHour : undefined;
  return new SourceError('http', `${url} answered ${status}`, { url, status, retryAt });
}

function pageOf(request: Request, body: string, { fetchedAt, via }: Day): Page {
  const bytes = Buffer.byteLength(body);
  return { request, url: request.url, body, fetchedAt, sha256: `of ${bytes}`, bytes, via, attempts: 1 };
}

function recordedPage(request: Request, recorded: RecordedResponse, source: string, day: Day): Page {
  const folder = folderOf(request, source);
  const key = `${folder} ${requestKey(request)}`;
  const page =
    day.pages.get(key) ?? pageOf(request, readFileSync(join(recordingsDir, folder, recorded.file), 'utf8'), day);
  day.pages.set(key, page);
  return page;
}
