// The bytes of JSON's signs. Bytes above 127 stand for themselves in strings and nowhere else, whatever they encode.

export const tab = 0x09;
export const lineFeed = 0x0a;
export const carriageReturn = 0x0d;
export const space = 0x20;
export const quote = 0x22;
export const plus = 0x2b;
export const comma = 0x2c;
export const minus = 0x2d;
export const dot = 0x2e;
export const zero = 0x30;
export const nine = 0x39;
export const colon = 0x3a;
export const openBracket = 0x5b;
export const backslash = 0x5c;
export const closeBracket = 0x5d;
export const openBrace = 0x7b;
export const closeBrace = 0x7d;

/** Behind the last byte there is the end of a line, so that no scan needs to ask how many there are. */
export const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? lineFeed;
