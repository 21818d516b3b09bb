import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Written } from './sink.js';

/**
 * Writes `dir/path` whole or not at all: to a temporary file in the same folder, synced, then renamed.
 * Makes the folders it needs. Rejects with the file system's error, and leaves no temporary file.
 */
export async function writeAtomically(dir: string, path: string, text: string): Promise<Written> {
  const target = join(dir, path);
  const temporary = `${target}.${process.pid}.tmp`;
  await mkdir(dirname(target), { recursive: true });
  try {
    const file = await open(temporary, 'w');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return { path, sha256: createHash('sha256').update(text).digest('hex') };
}

/** As people read a diff of it: two blanks a level, a line break at the end. */
export const prettyJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
