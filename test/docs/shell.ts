import { spawn } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { delimiter, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { NEVER } from 'rxjs';
import { aStream, cleanEnv, codeOf, type Ended, ended } from '../cli/ratecard.js';

/** The terminal of the pages: as wide as a block of code that a reader need not scroll. */
const columns = 100;

/** `ratecard` of the shell: sends its arguments and stdin to the server, which is this process, and says what that answers. */
const client = (place: string): string => `#!${process.execPath}
const { connect } = require('node:net');
const socket = connect(${JSON.stringify(place)});
socket.write(JSON.stringify(process.argv.slice(2)) + '\\n');
if (process.stdin.isTTY) socket.end(); else process.stdin.pipe(socket);
process.stdout.on('error', () => process.exit(0));
let rest = '';
socket.setEncoding('utf8').on('data', (text) => {
  const lines = (rest + text).split('\\n');
  rest = lines.pop();
  for (const line of lines) {
    const [kind, data] = JSON.parse(line);
    if (kind === 'code') { process.exitCode = data; socket.destroy(); process.stdin.destroy(); }
    else process[kind].write(Buffer.from(data, 'base64'));
  }
});
`;

/** What the pages call beside it: pnpm's scripts are the program's commands. */
const pnpm = `#!/bin/sh
while [ "\${1#-}" != "$1" ]; do shift; done
script=$1; shift
case $script in
  pipeline) exec ratecard "$@" ;;
  download | enrich-pricing) exec ratecard "$script" "$@" ;;
  *) echo "no script of the program: $script" >&2; exit 127 ;;
esac
`;
const npx = `#!/bin/sh
while [ "\${1#-}" != "$1" ]; do shift; done
case $1 in pnpm@10) shift; exec pnpm "$@" ;; *) echo "not offline: $1" >&2; exit 127 ;; esac
`;

/** A shell in a folder, whose \`ratecard\` runs in this process. */
export interface Shell {
  readonly run: (script: string) => Promise<Ended>;
  readonly close: () => Promise<void>;
}

/** Opens a shell in a folder, which this process works in until it is closed. */
export async function openShell(folder: string): Promise<Shell> {
  const bin = join(folder, '.bin');
  await mkdir(bin);
  const place = join(bin, 'socket');
  for (const [name, text] of Object.entries({ ratecard: client(place), pnpm, npx })) {
    await writeFile(join(bin, name), text);
    await chmod(join(bin, name), 0o755);
  }
  const server = createServer({ allowHalfOpen: true }, (socket) => void answer(socket));
  await new Promise<void>((resolve) => server.listen(place, resolve));
  const home = process.cwd();
  process.chdir(folder);
  const env = cleanEnv({ PATH: `${bin}${delimiter}${process.env['PATH'] ?? ''}`, HTTPS_PROXY: 'http://127.0.0.1:9' });
  return {
    run: (script) => {
      const child = spawn('sh', ['-e', '-c', script], { cwd: folder, env });
      child.stdin.end();
      return ended(child);
    },
    close: async () => {
      process.chdir(home);
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Runs of the recordings, which all write the same: the pages show one in more than one place. */
const runs = new Map<string, readonly string[]>();
const isRun = (args: readonly string[]): boolean => args[0] === '--offline' && !args.includes('--stdout');

/** Runs one command line; what it says goes back as it comes, and its exit code last. */
async function answer(socket: Socket): Promise<void> {
  socket.on('error', () => undefined);
  const args = await firstLine(socket);
  const [stdout, stderr] = [aStream(columns), aStream(columns)];
  const known = runs.get(args.join(' '));
  if (known) return void socket.end(known.join(''));
  const sent: string[] = [];
  const send = (kind: string, data: unknown) => {
    const line = `${JSON.stringify([kind, data])}\n`;
    if (isRun(args)) sent.push(line);
    socket.write(line);
  };
  const said = Object.entries({ stdout, stderr }).map(
    ([name, stream]) =>
      new Promise((resolve) =>
        stream.on('data', (chunk: Buffer) => send(name, chunk.toString('base64'))).on('end', resolve),
      ),
  );
  // A program may destroy what it has read to the end, and the answer goes through the socket.
  const stdin = socket.pipe(new PassThrough());
  const surroundings = { stdin, stdout, stderr, env: {}, stop: NEVER, isStopped: () => false };
  const code = await codeOf(args, surroundings).catch((error: unknown) => {
    stderr.write(`${String(error)}\n`);
    return 99;
  });
  stdout.end();
  stderr.end();
  await Promise.all(said);
  send('code', code);
  if (isRun(args)) runs.set(args.join(' '), sent);
  socket.end();
}

/** The first line of a socket, as JSON; what comes after it is left to be read. */
const firstLine = (socket: Socket): Promise<readonly string[]> =>
  new Promise((resolve) => {
    let head = Buffer.alloc(0);
    const take = (chunk: Buffer): void => {
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\n');
      if (end < 0) return;
      socket.off('data', take).pause();
      const rest = head.subarray(end + 1);
      if (rest.length > 0) socket.unshift(rest);
      resolve(JSON.parse(head.subarray(0, end).toString('utf8')) as string[]);
    };
    socket.on('data', take);
  });
