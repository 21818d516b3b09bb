import { readFile } from 'node:fs/promises';

/** A file's text; undefined where there is none. Rejects with the file system's error where it can't be read. */
export const readIfThere = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch((error: unknown) => {
    // A folder that is a file holds nothing, either.
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  });
