import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { lockPath } from '../paths.js';
import { acquire } from './acquire.js';
import { FolderInUse, nameOf } from './folderInUse.js';
import { findLock } from './holder.js';
import { takeOver } from './takeOver.js';

export interface LockOptions {
  /** How long to wait for another run, in ms. Default 0. */
  readonly waitMs?: number | undefined;
  /** Asked while waiting: whether to give up. */
  readonly isStopped?: (() => boolean) | undefined;
  /** Hears, in a line each, that it waits, that it took over a lock, that the lock was lost. */
  readonly say?: ((line: string) => void) | undefined;
}

/** A folder that is ours. */
export interface FolderLock {
  /** Gives it free; settles also where it is ours no more. */
  release(): Promise<void>;
}

/** How often a waiting run looks. */
const lookMs = 200;

/**
 * Takes a folder for this run alone, by whatever path it is called; a lock whose holder is gone is taken over. Rejects with
 * `FolderInUse` where another run holds it for longer than `waitMs`, or with the file system's error.
 */
export async function lockFolder(folder: string, options: LockOptions = {}): Promise<FolderLock> {
  const { waitMs = 0, isStopped = () => false, say = () => undefined } = options;
  const path = join(await realpath(folder), lockPath);
  const lost = () => say(`${folder} was taken over by another run, which took this one for gone.`);
  // Not the date, which may be set meanwhile.
  const start = performance.now();
  for (let isSaid = false; ;) {
    const found = await findLock(path);
    if (found?.gone !== undefined && (await takeOver(path)))
      say(`The lock of ${folder} was taken over from ${nameOf(found.holder)}: ${found.gone}.`);
    // One without a holder may be what is left of one that was being removed: that is for the file system to tell.
    const isHeld = found?.holder !== undefined && found.gone === undefined;
    const release = isHeld ? undefined : await acquire(path, lost);
    if (release) return { release: () => release().catch(() => undefined) };
    if (isStopped() || performance.now() - start >= waitMs) throw new FolderInUse(folder, found?.holder);
    if (!isSaid) say(`Waiting for ${nameOf(found?.holder)}, which holds ${folder}.`);
    isSaid = true;
    await sleep(lookMs);
  }
}
