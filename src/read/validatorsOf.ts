import type { Response } from 'node-fetch';
import type { Request } from '../model/request.js';
import type { Validators } from '../model/validators.js';
import { agent } from './agent.js';

/**
 * Whether a host may be asked if its answer to a request is still the same: a plain GET that shows no key and no value of the
 * environment. What is answered to a key is the account's, and the next one may be another account's.
 */
export const isConditional = ({ method = 'GET', url, body, key }: Request): boolean =>
  method === 'GET' && body === undefined && key === undefined && !/\{[A-Z][A-Z0-9_]*\}/.test(url);

/** The validators of an answer that came from `url`; undefined where it has none, or where it is not to be stored or varies by all. */
export function validatorsOf({ headers }: Pick<Response, 'headers'>, url: string): Validators | undefined {
  const etag = headers.get('etag')?.trim();
  const lastModified = headers.get('last-modified')?.trim();
  const vary = wordsIn(headers.get('vary'));
  if ((!etag && !lastModified) || vary.includes('*') || wordsIn(headers.get('cache-control')).includes('no-store'))
    return undefined;
  return {
    url,
    ...(etag && { etag }),
    ...(lastModified && { lastModified }),
    ...(vary.includes('user-agent') && { agent }),
  };
}

const wordsIn = (list: string | null): string[] => (list ?? '').split(',').map((word) => word.trim().toLowerCase());

/** The headers that ask `url` whether it still has what the validators are of; none where they are another address's. */
export function conditionsFor(url: string, known: Validators | undefined): Record<string, string> {
  if (known?.url !== url || (known.agent !== undefined && known.agent !== agent)) return {};
  const { etag, lastModified } = known;
  return {
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
  };
}
