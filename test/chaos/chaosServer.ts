import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ChaosFault } from './faults.js';
import { recordedFiles, keyOf } from './recordedMirror.js';

/** A mirror of the recordings on a free port of this machine, of which pages go wrong. */
export interface ChaosServer {
  readonly url: string;
  /** Pages that were asked for, as `host/path?query`, with how often. */
  readonly asked: ReadonlyMap<string, number>;
  stop(): void;
}

const files = recordedFiles();
const bodies = new Map<string, string>();
const bodyOf = (file: string): string => {
  const body = bodies.get(file) ?? readFileSync(file, 'utf8');
  bodies.set(file, body);
  return body;
};

/** Starts it; what is not recorded is a 404. */
export async function chaosServer(faults: ReadonlyMap<string, ChaosFault> = new Map()): Promise<ChaosServer> {
  const asked = new Map<string, number>();
  const server = http.createServer((request, response) => {
    let sent = '';
    response.on('error', () => undefined);
    request.setEncoding('utf8').on('data', (chunk: string) => (sent += chunk));
    request.on('end', () => {
      const page = request.url?.slice(1) ?? '';
      const times = (asked.get(page) ?? 0) + 1;
      asked.set(page, times);
      const file = files.get(keyOf(request.method, request.url, sent));
      const body = file ? bodyOf(file) : '';
      const fault = faults.get(page);
      if (fault) fault.answer({ request, response, body, times });
      else response.writeHead(file ? 200 : 404).end(file ? body : 'Not Found');
    });
  });
  server.on('clientError', (_, socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
