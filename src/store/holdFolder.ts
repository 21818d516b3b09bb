import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type FolderLock, lockFolder, type LockOptions } from './lock/lockFolder.js';
import { openOutFolder } from './outFolder.js';
import { sweep } from './sweep.js';

/**
 * Makes a folder where it is not there, takes it for this run alone, and clears away what killed runs left half written there
 * and in the folders in it. Rejects with `FolderInUse`, or with the file system's error where nothing can be written there.
 */
export async function holdFolder(out: string, options: LockOptions = {}): Promise<FolderLock> {
  await openOutFolder(out);
  const lock = await lockFolder(out, options);
  const inside = await readdir(out, { withFileTypes: true }).catch(() => []);
  const swept = await sweep([out, ...inside.filter((one) => one.isDirectory()).map(({ name }) => join(out, name))]);
  if (swept > 0)
    options.say?.(`${swept} temporary ${swept === 1 ? 'file' : 'files'} of a killed run swept from ${out}.`);
  return lock;
}
