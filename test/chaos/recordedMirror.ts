import { readdirSync, readFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';

const dir = join(import.meta.dirname, '../../data/recordings');

interface Recorded {
  readonly method: string;
  readonly url: string;
  readonly body?: string;
  readonly file: string;
}

function readAll(): Map<string, string> {
  const files = new Map<string, string>();
  for (const folder of readdirSync(dir)) {
    const meta = JSON.parse(readFileSync(join(dir, folder, 'meta.json'), 'utf8')) as { responses: Partial<Recorded>[] };
    for (const { method = 'GET', url = '', body = '', file = '' } of meta.responses) {
      files.set(`${method} /${url.replace(/^https?:\/\//, '')} ${body}`, join(dir, folder, file));
    }
  }
  return files;
}

/** What a host does in place of answering as recorded; true where it has answered. */
export type Fault = (request: IncomingMessage, response: ServerResponse, body: string) => boolean;

/** Serves the recordings as a mirror does, with faults by host; what is not recorded is a 404. */
export function recordedMirror(faults: Readonly<Record<string, Fault>> = {}): RequestListener {
  const files = readAll();
  return (request, response) => {
    let sent = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (sent += chunk));
    request.on('end', () => {
      const file =
        files.get(`${request.method ?? 'GET'} ${decodeURI(request.url ?? '')} ${sent}`) ??
        files.get(`${request.method ?? 'GET'} ${request.url ?? ''} ${sent}`);
      const body = file ? readFileSync(file, 'utf8') : '';
      const host = request.url?.split('/')[1] ?? '';
      if (faults[host]?.(request, response, body)) return;
      response.writeHead(file ? 200 : 404).end(file ? body : 'Not Found');
    });
  };
}
