import { access, constants, mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { folders } from '../sinks/providerFiles.js';
import { Failure, usageError } from './failure.js';
import type { Options } from './options.js';

/** Makes sure, before anything is fetched, that the files can be written, with --stdout the manifest; a dry run writes nothing. */
export async function checkOutFolder({ out = 'data', stdout, dryRun, limit }: Options): Promise<void> {
  if (dryRun) return;
  try {
    await makeFolder(resolve(out));
    await readdir(out);
    await access(out, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    throw new Failure(`the folder ${out} can't be written (${code}): choose another one with --out`, 1);
  }
  if (stdout !== undefined) return;
  const known = await readdir(join(out, folders.raw)).catch(() => []);
  if (limit !== undefined && known.length > 0) {
    throw usageError(`--limit would cut short what ${out} holds: add --stdout or --dry-run, or choose another --out`);
  }
}

/**
 * Makes a folder and those above it. Not `mkdir`'s `recursive`, because on a file system that takes no folders, such as
 * /proc, Node tries on without end.
 */
async function makeFolder(path: string): Promise<void> {
  if (await stat(path).catch(() => undefined)) return;
  if (dirname(path) !== path) await makeFolder(dirname(path));
  await mkdir(path);
}
