import { deepestInJson } from '../../sources/parse/limits.js';
import { byteAt, closeBrace, colon, comma, openBrace, openBracket, quote } from './bytes.js';
import { skipNumber } from './skipNumber.js';
import { skipSpace } from './skipSpace.js';
import { skipString } from './skipString.js';

/** What closes the lists and objects that are open; one for all scans, because none waits. */
const closers = new Uint8Array(deepestInJson);

/**
 * The place behind a JSON value of any kind, given its first byte; -1 where it is none, by the same rules as `JSON.parse`,
 * where it goes beyond the line, or where it is nested more than `deepestInJson` deep.
 */
export function skipValue(bytes: Uint8Array, from: number): number {
  let at = from;
  let depth = 0;
  for (;;) {
    const first = byteAt(bytes, at);
    if (first === openBrace || first === openBracket) {
      if (depth === deepestInJson) return -1;
      const closer = first + 2;
      at = skipSpace(bytes, at + 1);
      if (byteAt(bytes, at) === closer) at += 1;
      else {
        closers[depth++] = closer;
        if (closer === closeBrace) at = skipKey(bytes, at);
        if (at < 0) return -1;
        continue;
      }
    } else at = skipScalar(bytes, at, first);
    if (at < 0) return -1;
    while (depth > 0 && byteAt(bytes, (at = skipSpace(bytes, at))) === closers[depth - 1]) {
      at += 1;
      depth -= 1;
    }
    if (depth === 0) return at;
    if (byteAt(bytes, at) !== comma) return -1;
    at = skipSpace(bytes, at + 1);
    if (closers[depth - 1] === closeBrace) at = skipKey(bytes, at);
    if (at < 0) return -1;
  }
}

/** The place of a member's value, given that of its key; -1 where there is none. */
function skipKey(bytes: Uint8Array, at: number): number {
  return byteAt(bytes, at) === quote ? skipColon(bytes, skipString(bytes, at + 1)) : -1;
}

/** The place of a member's value, given that behind its key or -1; -1 where there is none. */
export function skipColon(bytes: Uint8Array, behindKey: number): number {
  if (behindKey < 0) return -1;
  const at = skipSpace(bytes, behindKey);
  return byteAt(bytes, at) === colon ? skipSpace(bytes, at + 1) : -1;
}

function skipScalar(bytes: Uint8Array, at: number, first: number): number {
  if (first === quote) return skipString(bytes, at + 1);
  if (first === 0x74) return skipWord(bytes, at, wordTrue);
  if (first === 0x66) return skipWord(bytes, at, wordFalse);
  if (first === 0x6e) return skipWord(bytes, at, wordNull);
  return skipNumber(bytes, at);
}

const [wordTrue, wordFalse, wordNull] = [Buffer.from('true'), Buffer.from('false'), Buffer.from('null')];

function skipWord(bytes: Uint8Array, at: number, word: Uint8Array): number {
  for (let i = 1; i < word.length; i++) if (byteAt(bytes, at + i) !== word[i]) return -1;
  return at + word.length;
}
