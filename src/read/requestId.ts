import type { Request } from '../model/request.js';
import { requestKey } from './requestKey.js';

/** What makes two requests the same one to a host: method, URL as a template, body and headers. A key is no part of it. */
export const requestId = (request: Request): string =>
  JSON.stringify([requestKey(request), Object.entries(request.headers ?? {}).sort()]);

/** The same for what we make of the answers: a list that is asked for with a key is another one than without. */
export const askedId = (request: Request): string => JSON.stringify([requestId(request), request.key?.env]);
