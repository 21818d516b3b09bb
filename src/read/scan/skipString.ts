import { backslash, byteAt, quote, space } from './bytes.js';

const isHex = marked('0123456789abcdefABCDEF');
const isEscape = marked('"\\/bfnrt');

/** 1 for each of some signs. */
function marked(signs: string): Uint8Array {
  const marks = new Uint8Array(256);
  for (const sign of signs) marks[sign.charCodeAt(0)] = 1;
  return marks;
}

/** The place of the first byte that does not stand for itself in a string: its closing quote, where nothing is escaped. */
export function skipPlain(bytes: Uint8Array, from: number): number {
  for (let at = from; ; at++) {
    const byte = byteAt(bytes, at);
    if (byte === quote || byte === backslash || byte < space) return at;
  }
}

/** The place behind a string's closing quote, given one inside of it; -1 where it is no string of JSON. */
export function skipString(bytes: Uint8Array, from: number): number {
  let at = skipPlain(bytes, from);
  while (byteAt(bytes, at) === backslash) {
    const after = skipEscape(bytes, at + 1);
    if (after < 0) return -1;
    at = skipPlain(bytes, after);
  }
  return byteAt(bytes, at) === quote ? at + 1 : -1;
}

/** The place behind what follows a backslash; -1 where that is no escape. Halves of pairs may stand alone. */
function skipEscape(bytes: Uint8Array, at: number): number {
  const byte = byteAt(bytes, at);
  if (isEscape[byte] === 1) return at + 1;
  if (byte !== 0x75) return -1;
  for (let i = 1; i <= 4; i++) if (isHex[byteAt(bytes, at + i)] !== 1) return -1;
  return at + 5;
}
