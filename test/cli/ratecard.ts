import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { NEVER, type Observable } from 'rxjs';
import type { Surroundings } from '../../src/cli/command.js';
import { Failure } from '../../src/cli/failure.js';
import { programOf } from '../../src/cli/program.js';
import type { Model } from '../../src/model/model.js';
import type { ProviderFile } from '../../src/model/providerFile.js';
import type { Run } from '../../src/model/run.js';

/** The project's folder. */
export const root = join(import.meta.dirname, '../..');

/** How the program ended and what it said. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment of a user without keys and proxies. */
export const cleanEnv = (more: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/_KEY$|_TOKEN$|PROXY$/i.test(name))),
  ...more,
});

interface Started {
  readonly env?: Record<string, string>;
  /** The folder that it is started in. Default: the project's. */
  readonly cwd?: string;
  /** The folder of the program. Default: the project's. */
  readonly home?: string;
}

/** Starts the real program, as `pnpm pipeline` does. */
export const start = (
  args: readonly string[],
  { env = {}, cwd = root, home = root }: Started = {},
): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, [join(home, 'dist/cli/main.js'), ...args], { cwd, env: cleanEnv(env) });

/** Runs the real program to its end; `input` is its stdin. */
export function ratecard(
  args: readonly string[],
  { input = '', ...started }: Started & { readonly input?: string } = {},
): Promise<Ended> {
  const child = start(args, started);
  child.stdin.on('error', () => undefined).end(input);
  return ended(child);
}

/** Waits for a program to end. */
export function ended(child: ChildProcessWithoutNullStreams): Promise<Ended> {
  const out = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => (out[name] += chunk));
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...out }));
  });
}

interface Around {
  readonly input?: string | Readable;
  readonly env?: Readonly<Record<string, string>>;
  readonly stop?: Observable<unknown>;
  /** The width of the terminal. Default: there is none. */
  readonly columns?: number;
  /** Whether stdout is a terminal. Default false. */
  readonly isSeen?: boolean;
}

/** A stream of the program as a terminal of that width has it. */
export const aStream = (columns?: number): PassThrough & { readonly columns?: number } =>
  Object.assign(new PassThrough(), columns === undefined ? {} : { columns });

/** Runs the command line in this process; gives its exit code. A `Failure` is told as the program tells it, any other error rejects. */
export async function codeOf(args: readonly string[], surroundings: Surroundings): Promise<number> {
  try {
    return await programOf(surroundings, ['node', 'ratecard', ...args]);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    surroundings.stderr.write(`error: ${error.message}\n`);
    return error.exitCode;
  }
}

/** Runs the command line in this process, where the process itself is not the point, and gives what it said. */
export async function commandLine(args: readonly string[], around: Around = {}): Promise<Ended> {
  const { input = '', env = {}, stop = NEVER, columns, isSeen = false } = around;
  const stdin = typeof input === 'string' ? Readable.from(Buffer.from(input)) : input;
  const [stdout, stderr] = [aStream(columns), aStream(columns)];
  if (isSeen) Object.assign(stdout, { isTTY: true });
  const said = Promise.all([text(stdout), text(stderr)]);
  const code = await codeOf(args, { stdin, stdout, stderr, env, stop, isStopped: () => false }).finally(() => {
    stdout.end();
    stderr.end();
  });
  const [out, err] = await said;
  return { code, stdout: out, stderr: err };
}

/** A new folder for several tests; whoever makes it removes it. */
export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'ratecard-'));

const jsonOf = async (...path: string[]): Promise<unknown> => JSON.parse(await readFile(join(...path), 'utf8'));

/** The manifest of the last run. */
export const manifestIn = async (out: string): Promise<Run> => (await jsonOf(out, 'run.json')) as Run;

/** What was written of a provider. */
export const providerIn = async (out: string, id: string, folder = 'providers'): Promise<ProviderFile> =>
  (await jsonOf(out, folder, `${id}.json`)) as ProviderFile;

/** The records of JSON lines. */
export const linesOf = <Row = Model>(lines: string): Row[] =>
  lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Row);
