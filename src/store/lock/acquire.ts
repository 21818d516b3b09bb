import fs from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { beatMs, holderPath, longestSilenceMs, ourselves } from './holder.js';

type Callback = (error: NodeJS.ErrnoException | null) => void;

/**
 * A lock is a folder, for there is only one of a name; it holds a file that names its holder. It is made beside its place and
 * moved there whole, so that none is ever without a holder; where there is an empty one, it was being removed.
 */
const lockFolders = {
  ...fs,
  mkdir: (path: string, done: Callback) => {
    const unfinished = `${path}.${process.pid}.tmp`;
    place(unfinished, path)
      .finally(() => rm(unfinished, { recursive: true, force: true }))
      .then(
        () => done(null),
        (error: unknown) => done(error as NodeJS.ErrnoException),
      );
  },
  rmdir: (path: string, done: Callback) => fs.rm(path, { recursive: true, force: true }, done),
  rmdirSync: (path: string) => fs.rmSync(path, { recursive: true, force: true }),
};

/**
 * Takes the lock at `path` and gives what releases it, undefined where somebody has it. It is kept alive, and released when
 * the process ends in whatever way it can hear of. `lost` is called when somebody else has taken it over meanwhile, such as
 * while this machine slept. Rejects with the file system's error.
 */
export async function acquire(path: string, lost: () => void): Promise<(() => Promise<void>) | undefined> {
  // Only for who locks: it listens to signals and takes its time to load.
  const {
    default: { lock },
  } = await import('proper-lockfile');
  try {
    return await lock(path, {
      lockfilePath: path,
      realpath: false,
      stale: longestSilenceMs,
      update: beatMs,
      fs: lockFolders,
      onCompromised: lost,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ELOCKED') return undefined;
    throw error;
  }
}

/** Puts a lock of ours to its place; rejects with `EEXIST`, as `mkdir` does, where there is one. */
async function place(unfinished: string, path: string): Promise<void> {
  await mkdir(unfinished, { recursive: true });
  await writeFile(holderPath(unfinished), JSON.stringify(ourselves()));
  await rename(unfinished, path).catch(async (error: unknown) => {
    // The systems have each their own word for it.
    if (await stat(path).catch(() => undefined)) throw Object.assign(new Error('it is there'), { code: 'EEXIST' });
    throw error;
  });
}
