import { access, constants, mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { folders } from './paths.js';

/** Makes the folder where it is not there. Rejects with the file system's error where no file can be written into it. */
export async function openOutFolder(out: string): Promise<void> {
  await makeFolder(resolve(out));
  await readdir(out);
  await access(out, constants.W_OK | constants.X_OK);
}

/** Whether an earlier run left models there. */
export const holdsModels = async (out: string): Promise<boolean> =>
  (await readdir(join(out, folders.raw)).catch(() => [])).length > 0;

/**
 * Makes a folder and those above it. Not `mkdir`'s `recursive`, because on a file system that takes no folders, such as
 * /proc, Node tries on without end.
 */
async function makeFolder(path: string): Promise<void> {
  if (await stat(path).catch(() => undefined)) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path);
}
