import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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

/** Starts the real program, as `pnpm pipeline` does. */
export const start = (args: readonly string[], env: Record<string, string> = {}): ChildProcessWithoutNullStreams =>
  spawn(process.execPath, ['dist/cli/main.js', ...args], { cwd: root, env: cleanEnv(env) });

/** Runs the real program to its end; `input` is its stdin. */
export function ratecard(
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
): Promise<Ended> {
  const child = start(args, env);
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

/** A new folder of its own. */
export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'ratecard-'));
