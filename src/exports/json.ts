/** What JSON leaves as it is and a terminal obeys; escaped, the value is the same. */
const orders = /[\u007f-\u009f\u2028\u2029\p{Bidi_Control}]/gu;

const json = (value: unknown): string =>
  JSON.stringify(value).replace(orders, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** JSON for programs, with a line break at the end. */
export const compactJson = (value: unknown): string => `${json(value)}\n`;

/** JSON with one entry a line, so that a diff of two shows which changed. */
export const entryLines = (entries: readonly (readonly [string, unknown])[]): string =>
  `{\n${entries.map(([key, value]) => `${json(key)}: ${json(value)}`).join(',\n')}\n}\n`;

/** A list with one entry a line. */
export const itemLines = (items: readonly unknown[]): string =>
  `[\n${items.map((item) => json(item)).join(',\n')}\n]\n`;
