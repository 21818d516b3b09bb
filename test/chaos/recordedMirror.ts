import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { recordingsDir } from '../sources/harness.js';

interface Recorded {
  readonly method: string;
  readonly url: string;
  readonly body?: string;
  readonly file: string;
}

/** A request by method, address in one spelling, and body. */
export const keyOf = (method = 'GET', path = '', body = ''): string =>
  `${method} ${new URL(path, 'http://mirror').href} ${body}`;

/** The file that answers a request (`keyOf`). */
export function recordedFiles(): Map<string, string> {
  const files = new Map<string, string>();
  for (const folder of readdirSync(recordingsDir)) {
    const meta = JSON.parse(readFileSync(join(recordingsDir, folder, 'meta.json'), 'utf8')) as {
      responses: Partial<Recorded>[];
    };
    for (const { method = 'GET', url = '', body = '', file = '' } of meta.responses) {
      files.set(keyOf(method, `/${url.replace(/^https?:\/\//, '')}`, body), join(recordingsDir, folder, file));
    }
  }
  return files;
}

/** What a host does in place of answering as recorded; true where it has answered. */
export type Fault = (request: IncomingMessage, response: ServerResponse, body: string) => boolean;

/** Serves the recordings as a mirror does, with faults by host; what is not recorded is a 404. */
export function recordedMirror(faults: Readonly<Record<string, Fault>> = {}): RequestListener {
  const files = recordedFiles();
  return (request, response) => {
    let sent = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (sent += chunk));
    request.on('end', () => {
      const file = files.get(keyOf(request.method, request.url, sent));
      const body = file ? readFileSync(file, 'utf8') : '';
      const host = request.url?.split('/')[1] ?? '';
      if (faults[host]?.(request, response, body)) return;
      response.writeHead(file ? 200 : 404).end(file ? body : 'Not Found');
    });
  };
}

/** Answers with that status. */
export const answering =
  (code: number, headers: Record<string, string> = {}): Fault =>
  (_, response) => {
    response.writeHead(code, headers).end('no');
    return true;
  };

/** Takes the request and never says a word. */
export const silent: Fault = () => true;

/** Answers with the fault so many times, then as recorded. */
export const first = (times: number, fault: Fault): Fault => {
  let left = times;
  return (...args) => left-- > 0 && fault(...args);
};
