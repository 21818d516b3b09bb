import { createHash } from 'node:crypto';
import { FetchError, type Response } from 'node-fetch';
import { located, SourceError } from './errors.js';
import { follow } from './follow.js';
import { hostOf } from './hostOf.js';
import { httpError } from './httpError.js';
import { unmirrored } from './mirror.js';
import { type Asked, networkError } from './networkError.js';
import { refusal, type Route } from './refusal.js';
import type { Get } from './get.js';
import type { KnownAnswer, KnownAnswers } from './knownAnswers.js';
import type { Lookup } from './publicLookup.js';
import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';
import { createRedactor, type Redactor } from './redactor.js';
import { resolveSecrets } from './secrets.js';
import { unpack } from './unpack.js';
import { conditionsFor, isConditional, validatorsOf } from './validatorsOf.js';
import { type ClockWatch, watchClock } from './watchClock.js';

export interface LiveOptions extends Route {
  /** Longest body in bytes, unpacked. Default 64 MiB. */
  readonly maxBytes?: number | undefined;
  /** Is told the keys that are sent, and hides them in the bodies. Default: one of its own. */
  readonly redactor?: Redactor | undefined;
  /** How host names become addresses. Default: the system's lookup. */
  readonly lookup?: Lookup | undefined;
  /** What earlier runs kept: a host is asked whether it is still the same, and stands by it with a 304. Default: nothing. */
  readonly answers?: KnownAnswers | undefined;
}

/**
 * Asks the network, or a mirror in its place; one attempt, redirects followed, proxies of the environment honoured.
 *
 * It has no time limit of its own: the signal is the limit and covers headers and body alike, so that one clock, the
 * caller's `timeout`, decides. Rejects with a `SourceError`: `no-key`, `http`, `too-large` or `network`.
 *
 * `answered` is called when the headers are there, because a body that hangs shows that there is a network. Pages are dated
 * by `clock`, which learns from what the hosts say.
 */
export function live(
  options: LiveOptions,
  answered: () => void = () => undefined,
  clock: ClockWatch = watchClock(),
): Get {
  const { mirror, env, lookup, maxBytes = 64 * 2 ** 20, redactor = createRedactor(), answers } = options;
  return async (request, signal) => {
    const place = mirror === undefined ? hostOf(request.url) : `${hostOf(request.url)} (mirror ${hostOf(mirror)})`;
    const problem = refusal(request, options);
    if (problem !== undefined) throw new SourceError('no-key', `${place} ${problem}`, { url: request.url });

    const resolved = resolveSecrets(request, env);
    redactor.add(resolved.secrets);
    const asked = { url: request.url, place, hide: resolved.hide };
    try {
      const known = isConditional(request) ? await answers?.find(request) : undefined;
      const validators = known?.validators;
      const call = { request, resolved, mirror, env, lookup, maxBytes, validators, signal };
      const { response, url, at: address } = await follow(call);
      answered();
      const at = clock.answered(mirror ?? hostOf(response.url), timeOf(response));
      const isUnchanged = response.status === 304 && isAsked(address, known);
      if (!response.ok && !isUnchanged) throw httpError(response, request, place, at);
      const from =
        url === undefined
          ? request.url
          : redactor.hide(resolved.hide(mirror === undefined ? url : unmirrored(url, mirror)));
      const origin = {
        url: from,
        via: mirror === undefined ? ('live' as const) : ('mirror' as const),
        fetchedAt: new Date(at).toISOString(),
      };
      if (isUnchanged) return unchanged(known, request, redactor, origin);
      const page = readPage(await bodyOf(response, maxBytes), request, redactor, origin);
      return isConditional(request) ? { ...page, validators: validatorsOf(response, address) } : page;
    } catch (error) {
      throw plain(error, asked, maxBytes);
    }
  };
}

/** The time that an answer says it is, in ms since 1970: when it was made, and how long a cache has held it since. */
function timeOf({ headers }: Response): number | undefined {
  const made = Date.parse(headers.get('date') ?? '');
  const age = Number(headers.get('age') ?? 0);
  return Number.isNaN(made) ? undefined : made + (age > 0 && Number.isFinite(age) ? age * 1000 : 0);
}

const bodyOf = async (response: Response, maxBytes: number): Promise<Buffer> =>
  unpack(Buffer.from(await response.arrayBuffer()), response.headers.get('content-encoding'), maxBytes);

/** Whether the one who answered was asked by what is known. */
const isAsked = (address: string, known: KnownAnswer | undefined): known is KnownAnswer =>
  Object.keys(conditionsFor(address, known?.validators)).length > 0;

/** The page that an earlier run kept, which its host says is still the same. */
const unchanged = (
  { body, sha256, bytes, validators }: KnownAnswer,
  request: Request,
  { hide }: Redactor,
  origin: Pick<Page, 'url' | 'via' | 'fetchedAt'>,
): Page => ({ request, ...origin, body: hide(body), sha256, bytes, attempts: 1, validators, isUnchanged: true });

/** A byte order mark is dropped, because `JSON.parse` stumbles over it. */
function readPage(
  bytes: Buffer,
  request: Request,
  { hide }: Redactor,
  origin: Pick<Page, 'url' | 'via' | 'fetchedAt'>,
): Page {
  return {
    request,
    ...origin,
    body: hide(new TextDecoder().decode(bytes)),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    attempts: 1,
  };
}

const isTooLarge = (error: unknown): boolean =>
  error instanceof FetchError
    ? error.type === 'max-size'
    : (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';

function plain(error: unknown, asked: Asked, maxBytes: number): SourceError {
  if (error instanceof SourceError) return error.url ? error : located(error, asked.place, asked.url);
  if (isTooLarge(error)) {
    const says = `${asked.place}: the body is larger than ${maxBytes} bytes: not a catalog, or raise the limit`;
    return new SourceError('too-large', says, { url: asked.url });
  }
  return networkError(error, asked);
}
