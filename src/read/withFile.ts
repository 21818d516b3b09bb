import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { believedNow } from '../model/clock.js';
import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';
import { abortable } from './abortable.js';
import { SourceError } from './errors.js';
import type { Network } from './network.js';
import { once } from './once.js';

/** The network, but that a request whose `url` is `path` is answered from that file; errors with kind `file` where it can't be read. */
export function withFile(network: Network, path: string): Network {
  // Once for all who ask: what a pipe gives comes only once.
  const page = abortable((signal) => readPage({ url: path }, signal)).pipe(once());
  return {
    fetch: (request, source) => (request.url === path ? page : network.fetch(request, source)),
    hideIn: network.hideIn,
    canUse: (request) => request.url === path || network.canUse(request),
    get isDown() {
      return network.isDown;
    },
    get clockFault() {
      return network.clockFault ?? null;
    },
  };
}

async function readPage(request: Request, signal: AbortSignal): Promise<Page> {
  const { url } = request;
  const bytes = await readFile(url, { signal }).catch((error: unknown) => {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    throw new SourceError('file', `${url} can't be read (${code})`, { url });
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    request,
    url,
    body: bytes.toString('utf8'),
    fetchedAt: new Date(believedNow(Date.now())).toISOString(),
    sha256,
    bytes: bytes.length,
    via: 'file',
    attempts: 1,
  };
}
