import http from 'node:http';
import https from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { SourceError } from './errors.js';
import { proxyFor } from './proxy.js';
import { type Lookup, publicLookup } from './publicLookup.js';
import type { Env } from './secrets.js';

/** How one request gets to its host. */
export interface Connection {
  readonly agent: http.Agent;
  /** Set once a proxy, or we, have refused the connection; an answer that follows is the proxy's, not the host's. */
  readonly refusal: SourceError | undefined;
}

/** Where a request may go, and how names become addresses. */
export interface Bounds {
  /** To public addresses alone: a server named the host. A proxy decides for itself. */
  readonly isPublicOnly?: boolean;
  /** Default: the system's lookup. */
  readonly lookup?: Lookup | undefined;
}

/**
 * The agent for one request to `url`: direct, or through the environment's proxy. Connections are not kept alive,
 * because most hosts are asked once, and a kept one that the server has meanwhile closed looks like a fault.
 */
export function agentFor(url: string, env: Env, signal: AbortSignal, bounds: Bounds = {}): Connection {
  const proxy = proxyFor(url, env);
  return proxy === undefined ? direct(url, bounds) : throughProxy(proxy, signal);
}

function direct(url: string, { isPublicOnly = false, lookup }: Bounds): Connection {
  let refusal: SourceError | undefined;
  const refused = (address: string) => (refusal = leadsInside(url, address));
  const looking = isPublicOnly ? publicLookup(refused, lookup) : lookup;
  const options = { ...unkept, ...(looking && { lookup: looking }) };
  return {
    agent: url.startsWith('https:') ? new https.Agent(options) : new http.Agent(options),
    get refusal() {
      return refusal;
    },
  };
}

const leadsInside = (url: string, address: string): SourceError => {
  const where = `it leads to ${new URL(url).host}, which is the private address ${address}`;
  return new SourceError('http', `${where}: not followed, the address may have moved`);
};

// Node gives each of a host's addresses 250 ms by default, which on a slow line fails them all.
const unkept = { keepAlive: false, autoSelectFamilyAttemptTimeout: 1_000 };

function throughProxy(proxy: string, signal: AbortSignal): Connection {
  if (!/^https?:/.test(proxy) || !URL.canParse(proxy)) {
    throw new SourceError('network', 'the proxy in the environment is not an http(s) address: correct HTTPS_PROXY');
  }
  // The signal goes to the socket, because node-fetch can't close a connection to a proxy that is still being made.
  const agent = new HttpsProxyAgent(proxy, { ...unkept, signal });
  let refusal: SourceError | undefined;
  agent.once('proxyConnect', ({ statusCode }: { statusCode: number }) => {
    if (statusCode !== 200) refusal = refusedByProxy(statusCode);
  });
  return {
    agent,
    get refusal() {
      return refusal;
    },
  };
}

const refusedByProxy = (status: number): SourceError =>
  new SourceError(
    'network',
    status === 407
      ? 'the proxy wants a user and a password (407): put them into HTTPS_PROXY'
      : `the proxy would not connect (${status}): check HTTPS_PROXY and NO_PROXY`,
    { transient: status >= 500, unreachable: true },
  );
