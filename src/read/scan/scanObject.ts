import { byteAt, closeBrace, comma, openBrace, quote } from './bytes.js';
import type { KeyTable } from './keyTable.js';
import { skipSpace } from './skipSpace.js';
import { skipPlain, skipString } from './skipString.js';
import { skipColon, skipValue } from './skipValue.js';

/** Where in some bytes an object has its members of certain keys; used again for the next object. */
export class Members {
  /** The first byte of each value, by the place of its key in the table; -1 where there is none. Of keys that are alike, the last counts, as for `JSON.parse`. */
  readonly starts: Int32Array;
  /** The place behind each value. */
  readonly ends: Int32Array;
  /** The place behind the last member, or behind the opening brace where there is none. */
  tail = 0;
  isEmpty = true;

  constructor(readonly table: KeyTable) {
    this.starts = new Int32Array(table.keys.length);
    this.ends = new Int32Array(table.keys.length);
  }
}

/** Finds members of an object, given its first byte; gives the place behind it, or -1 where it is no object that `skipValue` takes. */
export function scanObject(bytes: Uint8Array, from: number, members: Members): number {
  members.starts.fill(-1);
  members.isEmpty = true;
  if (byteAt(bytes, from) !== openBrace) return -1;
  members.tail = from + 1;
  let at = skipSpace(bytes, from + 1);
  if (byteAt(bytes, at) === closeBrace) return at + 1;
  members.isEmpty = false;
  for (;;) {
    at = scanMember(bytes, at, members);
    if (at < 0) return -1;
    members.tail = at;
    at = skipSpace(bytes, at);
    const next = byteAt(bytes, at);
    if (next === closeBrace) return at + 1;
    if (next !== comma) return -1;
    at = skipSpace(bytes, at + 1);
  }
}

/** The place behind a member, given that of its key. */
function scanMember(bytes: Uint8Array, at: number, { table, starts, ends }: Members): number {
  if (byteAt(bytes, at) !== quote) return -1;
  const plain = skipPlain(bytes, at + 1);
  const isPlain = byteAt(bytes, plain) === quote;
  const behind = isPlain ? plain + 1 : skipString(bytes, plain);
  const start = skipColon(bytes, behind);
  if (start < 0) return -1;
  const end = skipValue(bytes, start);
  const place = isPlain ? table.find(bytes, at + 1, plain) : table.indexOf(textOf(bytes, at, behind));
  if (place >= 0) {
    starts[place] = start;
    ends[place] = end;
  }
  return end;
}

/** The text that a string of JSON stands for. */
const textOf = (bytes: Uint8Array, from: number, to: number): string =>
  JSON.parse(new TextDecoder().decode(bytes.subarray(from, to))) as string;
