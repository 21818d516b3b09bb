import { lastValueFrom } from 'rxjs';
import type { Request } from '../../src/model/request.js';
import { fetchPages } from '../../src/read/fetchPages.js';
import { requestKey } from '../../src/read/requestKey.js';
import type { Endpoint } from '../../src/sources/define.js';
import { fromRecordings } from '../sources/harness.js';

/** A request, and the folder of recordings that may answer it. */
export const inFolder = (folder: string, request: Parameters<typeof requestKey>[0]): string =>
  `${folder} ${requestKey(request)}`;

/** All that the endpoint of a source asks for, with what its recorded pages make it ask for next. */
export async function askedOffline(source: string, endpoint: Endpoint<unknown, never>): Promise<string[]> {
  const asked: Request[] = Object.values(endpoint.requests).flatMap(({ requests }) => requests);
  const answer = fromRecordings(source);
  const noting = (request: Request) => {
    asked.push(request);
    return answer(request);
  };
  await lastValueFrom(fetchPages(endpoint.requests, noting));
  return asked.map((request) => inFolder(request.recordedBy ?? source, request));
}
