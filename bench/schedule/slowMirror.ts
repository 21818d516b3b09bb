import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { keyOf, recordedFiles } from '../../test/chaos/recordedMirror.js';
import { latencyOf } from './latency.js';

/** When a request was there, in ms since 1970, and how long it was made to wait for its answer, in ms. */
export interface Wait {
  readonly at: number;
  readonly ms: number;
}

/** By request (`keyOf`). */
export type Waits = Readonly<Record<string, Wait>>;

/** The message of the mirror once it listens, and the one with which it answers any message. */
export type Told = { readonly url: string } | { readonly waits: Waits };

/**
 * A mirror of the recordings that is as slow as hosts are (`latencyOf`), in a process of its own:
 * `node slowMirror.ts <seed> <factor>`, the factor
 * of all latencies.
 * It holds all bodies ready, so that it takes next to no CPU of the run that it serves; what is not recorded is a 404, as late.
 */
function serve(seed: number, factor: number): void {
  const bodies = new Map([...recordedFiles()].map(([key, file]) => [key, readFileSync(file)]));
  const nothing = Buffer.from('Not Found');
  let waits: Record<string, Wait> = {};
  const server = http.createServer((request, response) => {
    const at = performance.timeOrigin + performance.now();
    let sent = '';
    response.on('error', () => undefined);
    request.setEncoding('utf8').on('data', (chunk: string) => (sent += chunk));
    request.on('end', () => {
      const key = keyOf(request.method, request.url, sent);
      const body = bodies.get(key);
      const answer = () => {
        waits[key] = { at, ms: performance.timeOrigin + performance.now() - at };
        response.writeHead(body ? 200 : 404, { 'content-length': (body ?? nothing).length }).end(body ?? nothing);
      };
      setTimeout(answer, factor * latencyOf(seed, key));
    });
  });
  const tell = (told: Told) => process.send?.(told);
  process.on('message', () => {
    tell({ waits });
    waits = {};
  });
  process.on('disconnect', () => process.exit());
  server.listen(0, '127.0.0.1', () => tell({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }));
}

if (process.send) serve(Number(process.argv[2]), Number(process.argv[3]));
