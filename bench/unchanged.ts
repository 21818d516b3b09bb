import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keyOf, recordedFiles } from '../test/chaos/recordedMirror.js';

/** A figure beside the most that it may be. */
export interface UnchangedRow {
  readonly what: string;
  /** Of the first run. */
  readonly ratio: number;
  readonly bar: number;
}

interface Used {
  /** User and system, in s. */
  readonly cpuS: number;
  /** Bytes of bodies that the mirror sent. */
  readonly bytes: number;
}

const program = join(import.meta.dirname, '../dist/cli/main.js');

/** What a second run over a mirror that has not changed takes of what the first one took, bytes and CPU; `node build.js` first. */
export async function unchanged(): Promise<UnchangedRow[]> {
  const sent = { bytes: 0 };
  const server = await mirror(sent);
  const out = await mkdtemp(join(tmpdir(), 'ratecard-bench-'));
  try {
    const args = ['--mirror', `http://127.0.0.1:${(server.address() as AddressInfo).port}`, '--out', out];
    const first = await used([...args, '--concurrency', '10', '--quiet'], sent);
    const second = await used([...args, '--concurrency', '10', '--quiet'], sent);
    return [
      { what: 'bytes of a second live run, nothing changed', ratio: second.bytes / first.bytes, bar: 0.02 },
      { what: 'CPU of a second live run, nothing changed', ratio: second.cpuS / first.cpuS, bar: 0.4 },
    ];
  } finally {
    server.close();
    await rm(out, { recursive: true, force: true });
  }
}

/** The recordings as a mirror that tags its answers and says whether they are still the same. */
async function mirror(sent: { bytes: number }): Promise<Server> {
  const files = recordedFiles();
  const bodies = new Map<string, { bytes: Buffer; etag: string }>();
  const bodyOf = (file: string) => {
    const bytes = bodies.get(file)?.bytes ?? readFileSync(file);
    const known = bodies.get(file) ?? { bytes, etag: `"${createHash('sha256').update(bytes).digest('hex')}"` };
    bodies.set(file, known);
    return known;
  };
  const server = createServer((request, response) => {
    let asked = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (asked += chunk));
    request.on('end', () => {
      const file = files.get(keyOf(request.method, request.url, asked));
      if (file === undefined) return response.writeHead(404).end('Not Found');
      const { bytes, etag } = bodyOf(file);
      if (request.headers['if-none-match'] === etag) return response.writeHead(304, { etag }).end();
      sent.bytes += bytes.length;
      return response.writeHead(200, { etag }).end(bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Runs the program in a process of its own, which says at its end what CPU it took. */
async function used(args: readonly string[], sent: { bytes: number }): Promise<Used> {
  const before = sent.bytes;
  const said = 'data:text/javascript,process.on("exit",()=>process.send(process.cpuUsage()))';
  const child = spawn(process.execPath, ['--import', said, program, ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const cpuS = await new Promise<number>((resolve, reject) => {
    child.on('message', ({ user, system }: NodeJS.CpuUsage) => resolve((user + system) / 1e6));
    child.on('error', reject).on('exit', (code) => reject(new Error(`the run ended with ${String(code)}`)));
  });
  return { cpuS, bytes: sent.bytes - before };
}
