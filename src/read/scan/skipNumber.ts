import { byteAt, dot, minus, nine, plus, zero } from './bytes.js';

const isDigit = (byte: number): boolean => byte >= zero && byte <= nine;

/** The place behind a number, however long or large; -1 where there is none as JSON writes them. */
export function skipNumber(bytes: Uint8Array, from: number): number {
  let at = byteAt(bytes, from) === minus ? from + 1 : from;
  at = byteAt(bytes, at) === zero ? at + 1 : skipDigits(bytes, at);
  if (at > 0 && byteAt(bytes, at) === dot) at = skipDigits(bytes, at + 1);
  // The letter e, in either case.
  if (at > 0 && (byteAt(bytes, at) | 0x20) === 0x65) at = skipDigits(bytes, skipSign(bytes, at + 1));
  return at;
}

const skipSign = (bytes: Uint8Array, at: number): number => {
  const byte = byteAt(bytes, at);
  return byte === plus || byte === minus ? at + 1 : at;
};

/** The place behind one digit or more; -1 where there is none. */
function skipDigits(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isDigit(byteAt(bytes, at))) at += 1;
  return at === from ? -1 : at;
}
