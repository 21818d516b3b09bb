import { readFile } from 'node:fs/promises';

/** A file's text; undefined where there is none. Rejects with the file system's error where it can't be read. */
export const readIfThere = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
