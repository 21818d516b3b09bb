import { byteAt, carriageReturn, space, tab } from './bytes.js';

/** The place of the next byte that is no white space of JSON; the end of a line is none here. */
export function skipSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  for (;;) {
    const byte = byteAt(bytes, at);
    if (byte > space || (byte !== space && byte !== tab && byte !== carriageReturn)) return at;
    at += 1;
  }
}
