import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spent } from './spent.js';

export const root = join(import.meta.dirname, '..');
/** The program as `node build.js` makes it. */
export const program = join(root, 'dist/cli/main.js');
export const recordings = join(root, 'data/recordings');

/** An offline run into a folder; `download` leaves the price lists alone. */
export const offline = (out: string, command: 'run' | 'download' = 'run') =>
  spent(program, command, '--offline', '--concurrency', '10', '--quiet', '--out', out);

/** Gives work a folder of its own, and takes it away. */
export async function inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'ratecard-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let table: Promise<string> | undefined;

/** The folder of an offline run that all parts share: one that is given, or one of their own until the bench ends. */
export const sharedRun = (): Promise<string> => (table ??= sharedRunOnce());

/** Gives the parts a folder into which there was a run. */
export const shareRun = (folder: string): void => void (table = Promise.resolve(folder));

async function sharedRunOnce(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'ratecard-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  await offline(folder);
  return folder;
}
