import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** Memory for the next file, as long as the longest so far. */
let scratch = Buffer.alloc(0);

/**
 * Gives the bytes of a file to `use`, to read or to change, in memory that is used again for the next file: thousands of files
 * take no more than one. Undefined where the file can't be read.
 */
export function withBytes<T>(path: string, use: (bytes: Buffer) => T): T | undefined {
  const length = lengthOf(path);
  return length === undefined ? undefined : use(scratch.subarray(0, length));
}

/** Reads a file whole into the memory; gives how long it is. */
function lengthOf(path: string): number | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    makeRoom(fstatSync(file).size + 1);
    let length = 0;
    for (;;) {
      const more = readSync(file, scratch, length, scratch.length - length, null);
      if (more === 0) return length;
      length += more;
      if (length === scratch.length) makeRoom(2 * length);
    }
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function makeRoom(size: number): void {
  if (size <= scratch.length) return;
  const larger = Buffer.allocUnsafeSlow(size);
  scratch.copy(larger);
  scratch = larger;
}
