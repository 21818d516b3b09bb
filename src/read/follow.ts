import { Readable } from 'node:stream';
import fetch, { isRedirect, type Response } from 'node-fetch';
import { agent } from './agent.js';
import { agentFor } from './agentFor.js';
import { SourceError } from './errors.js';
import { isLoopback, mirrored, unmirrored } from './mirror.js';
import { isPublic } from './isPublic.js';
import type { Lookup } from './publicLookup.js';
import { redirectFault } from './redirectFault.js';
import type { Request } from '../model/request.js';
import type { Validators } from '../model/validators.js';
import type { Env, Resolved } from './secrets.js';
import { conditionsFor } from './validatorsOf.js';

/** One request, ready to go. */
export interface Call {
  readonly request: Request;
  readonly resolved: Resolved;
  readonly mirror: string | undefined;
  readonly env: Env;
  readonly lookup?: Lookup | undefined;
  /** Longest body in bytes, as it comes. */
  readonly maxBytes: number;
  /** Of an answer that is at hand: the host that gave it is asked whether it is still the same. */
  readonly validators?: Validators | undefined;
  readonly signal: AbortSignal;
}

/** What came, with its body unread and still packed. */
export interface Followed {
  readonly response: Response;
  /** Where redirects led, secrets and mirror included; undefined where there were none. */
  readonly url: string | undefined;
  /** The address that answered, as it was asked. */
  readonly at: string;
}

const maxHops = 10;

/**
 * Makes a request and follows redirects, itself rather than by node-fetch, which would take a key in another header
 * than `authorization` along to any host. With a mirror redirects stay on the mirror. Rejects with a `SourceError` of kind
 * `http` for one that leads in a circle, to no web address, to plain http, or from a public host to a private address, be it
 * that a name is looked up as one.
 */
export async function follow(call: Call): Promise<Followed> {
  const wire = (url: string) => (call.mirror === undefined ? new URL(url).href : mirrored(url, call.mirror));
  const start = wire(call.resolved.url);
  const home = wire(new URL('/', call.resolved.url).href);
  const hop: Hop = {
    url: start,
    meant: call.resolved.url,
    method: call.request.method ?? 'GET',
    body: call.request.body,
  };

  for (let hops = 0; hops <= maxHops; hops += 1) {
    const response = await ask(call, hop, home);
    const location = response.headers.get('location');
    if (!isRedirect(response.status) || location === null) {
      return { response, url: hop.url === start ? undefined : hop.url, at: hop.url };
    }
    discard(response);
    const next = target(location, hop.url);
    const isOnMirror = call.mirror !== undefined && next.startsWith(origin(call.mirror));
    // What the mirror stands for is judged, and not where it runs.
    const meant = isOnMirror ? unmirrored(next, call.mirror) : next;
    refuse(isOnMirror || isWithinLoopback(call.mirror, next) ? undefined : redirectFault(hop.meant, meant));
    Object.assign(hop, { url: isOnMirror ? next : wire(next), meant });
    if (becomesGet(response.status, hop.method)) Object.assign(hop, { method: 'GET', body: undefined });
  }
  throw new SourceError('http', `more than ${maxHops} redirects: the address may have moved`);
}

interface Hop {
  url: string;
  /** What the URL stands for: without a mirror itself. */
  meant: string;
  method: string;
  body: string | undefined;
}

async function ask(call: Call, hop: Hop, home: string): Promise<Response> {
  const { request, resolved, env, lookup, maxBytes, signal } = call;
  const connection = agentFor(hop.url, env, signal, { isPublicOnly: isNamedByOthers(call, hop), lookup });
  const headers = {
    'user-agent': agent,
    'accept-encoding': 'gzip, br',
    ...request.headers,
    ...conditionsFor(hop.url, call.validators),
    ...(hop.url.startsWith(home) && resolved.keyHeader),
  };
  const response = await fetch(hop.url, {
    method: hop.method,
    headers,
    ...(hop.body !== undefined && { body: hop.body }),
    agent: connection.agent,
    redirect: 'manual',
    size: maxBytes,
    compress: false,
    signal,
  }).catch((error: unknown) => {
    throw connection.refusal ?? error;
  });
  if (connection.refusal) {
    discard(response);
    throw connection.refusal;
  }
  return response;
}

/** Whether it was a server that named the host, and not we; whoever asks in a private network may be led about there. */
function isNamedByOthers({ request, resolved, mirror }: Call, { url }: Hop): boolean {
  const own = new URL(resolved.url).hostname;
  return mirror === undefined && isPublic(own) && (request.isNamed === true || new URL(url).hostname !== own);
}

/** A mirror on this machine may send us about on this machine. */
const isWithinLoopback = (mirror: string | undefined, next: string): boolean =>
  mirror !== undefined && isLoopback(mirror) && isLoopback(next);

function refuse(fault: string | undefined): void {
  if (fault !== undefined) throw new SourceError('http', fault);
}

const origin = (url: string): string => `${new URL(url).origin}/`;

function target(location: string, from: string): string {
  const url = URL.canParse(location, from) ? new URL(location, from) : undefined;
  if (url?.protocol === 'https:' || url?.protocol === 'http:') return url.href;
  throw new SourceError('http', 'a redirect to no web address: the address may have moved');
}

/** What browsers do, and with them every server counts. */
const becomesGet = (status: number, method: string): boolean =>
  status === 303 || ((status === 301 || status === 302) && method === 'POST');

// An unread body would keep its connection open.
function discard({ body }: Response): void {
  if (body instanceof Readable) body.destroy();
}
