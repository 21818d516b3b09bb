import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from 'vitest';

/** What reached a local server. */
export interface LocalServer {
  /** `http://127.0.0.1:<port>`. */
  readonly url: string;
  readonly host: string;
  /** `METHOD /path` of each request, in order. */
  readonly hits: string[];
  readonly headers: http.IncomingHttpHeaders[];
  readonly server: http.Server;
  stop(): void;
}

const open: LocalServer[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.stop();
});

/** A real HTTP server on a free port of 127.0.0.1; it is stopped, with all its connections, after the test. */
export async function localServer(answer: http.RequestListener): Promise<LocalServer> {
  const hits: string[] = [];
  const headers: http.IncomingHttpHeaders[] = [];
  const server = http.createServer((request, response) => {
    hits.push(`${request.method ?? ''} ${request.url ?? ''}`);
    headers.push(request.headers);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  const local = { url: `http://${host}`, host, hits, headers, server, stop };
  open.push(local);
  return local;
}
