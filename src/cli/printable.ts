/** Longer than any line of ours. */
const longest = 20_000;

const blanks = /[\t\n\v\f\r\u0085\u2028\u2029]+/g;

/** Control characters, which terminals take as orders, those that turn the direction of writing, and halves of characters. */
const orders = /[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu;

const named = (char: string): string => `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;

/**
 * A text as one line that a terminal shows and doesn't obey: line breaks and tabs are blanks, what is no character to be seen
 * is written out (`\u{1b}`), a longer text than anybody reads is cut off. Letters of all scripts and emoji stay.
 */
export const printable = (text: string): string =>
  (text.length > longest ? `${text.slice(0, longest)}…` : text).replace(blanks, ' ').replace(orders, named);

/** JSON whose texts a terminal doesn't obey, either: what JSON leaves as it is of such characters is escaped; the value is the same. */
export const printableJson = (json: string): string =>
  json.replace(
    /[\u007f-\u009f\u2028\u2029\p{Bidi_Control}]/gu,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
