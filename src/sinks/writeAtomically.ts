import { createHash } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Written } from './sink.js';
import { unwritable } from './unwritable.js';

/**
 * Writes `dir/path` whole or not at all: to a temporary file in the same folder, synced, then renamed.
 * Makes the folders it needs. Rejects with the file system's error, which names the file, and leaves no temporary one.
 */
export async function writeAtomically(dir: string, path: string, content: string | Uint8Array): Promise<Written> {
  const target = join(dir, path);
  const temporary = `${target}.${process.pid}.tmp`;
  const hash = createHash('sha256');
  try {
    await mkdir(dirname(target), { recursive: true });
    const file = await open(temporary, 'w');
    try {
      for (const part of typeof content === 'string' ? partsOf(content) : [content]) {
        hash.update(part);
        await file.writeFile(part);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, target);
  } catch (error) {
    // Of a temporary file that is not there, or can't be taken away, there is nothing more to say.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw unwritable(target, error);
  }
  return { path, sha256: hash.digest('hex') };
}

/** Characters that are made bytes at a time: the largest files have a hundred million. */
const longestPart = 2 ** 20;

/** A text in parts, none of which ends within a character. */
function* partsOf(text: string): Iterable<string> {
  let at = 0;
  do {
    const isHigh = (text.charCodeAt(at + longestPart - 1) & 0xfc00) === 0xd800;
    const end = at + longestPart + (isHigh ? 1 : 0);
    yield text.slice(at, end);
    at = end;
  } while (at < text.length);
}

/** As people read a diff of it: two blanks a level, a line break at the end. */
export const prettyJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
