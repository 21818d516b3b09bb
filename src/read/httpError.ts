import type { Response } from 'node-fetch';
import { SourceError } from './errors.js';
import type { Request } from '../model/request.js';

/**
 * The `SourceError` of kind `http` for an answer that is no success. Transient for 408, 429 and 5xx, with the wait
 * that the server asks for. The body is left out, because providers echo requests, keys among them.
 */
export function httpError(response: Response, request: Request, place: string, nowMs: number): SourceError {
  const { status } = response;
  return new SourceError('http', `${place} answered ${status}: ${advice(status, request)}`, {
    url: request.url,
    status,
    transient: status === 408 || status === 429 || status >= 500,
    retryAfterMs: retryAfterMs(response, nowMs),
  });
}

function advice(status: number, { key }: Request): string {
  if (status === 401 || status === 403) return key ? `check ${key.env.join(' or ')}` : 'it wants a key or refuses us';
  if (status === 404 || status === 410) return 'the address may have moved';
  if (status === 429) return 'too many requests, try again later';
  return status >= 500 || status === 408 ? 'try again later' : 'the request is not taken';
}

/** A `Retry-After` in ms from now, in seconds or as a date; a date by the server's clock, as ours may be wrong. */
function retryAfterMs({ headers }: Response, nowMs: number): number | undefined {
  const asked = headers.get('retry-after')?.trim();
  if (!asked) return undefined;
  if (/^\d+(\.\d+)?$/.test(asked)) return Number(asked) * 1000;
  const until = Date.parse(asked);
  const serverNow = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(until) ? undefined : Math.max(0, until - (Number.isNaN(serverNow) ? nowMs : serverNow));
}
