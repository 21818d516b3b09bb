import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from './lock/isAlive.js';

/** A temporary file of `writeAtomically`, or a lock that was to be, with the id of the process that makes it. */
const temporary = /(?:\.(?:json|jsonl|html|txt|xml|gz)|^\.lock(?:-takeover)?)\.(\d+)\.tmp$/;

/** No file takes so long to be written. */
const longestMs = 3_600_000;

/**
 * Removes the temporary files that killed runs left in these folders: ours alone, and only where their process is gone, or
 * they are old. Meant for who holds the folders. Gives how many; one that can't be removed stays, for it harms nobody.
 */
export async function sweep(folders: readonly string[]): Promise<number> {
  const swept = await Promise.all(folders.map(sweepFolder));
  return swept.reduce((sum, count) => sum + count, 0);
}

async function sweepFolder(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  let count = 0;
  for (const name of names) {
    const pid = temporary.exec(name)?.[1];
    if (pid === undefined || !(await isLeft(join(folder, name), Number(pid)))) continue;
    count += await rm(join(folder, name), { recursive: true }).then(
      () => 1,
      () => 0,
    );
  }
  return count;
}

/** Our own id is an earlier process's: whoever sweeps has written nothing yet. */
async function isLeft(path: string, pid: number): Promise<boolean> {
  if (pid === process.pid || !isAlive(pid)) return true;
  const file = await stat(path).catch(() => undefined);
  return file !== undefined && Math.abs(Date.now() - file.mtimeMs) > longestMs;
}
