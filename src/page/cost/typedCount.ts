import { Decimal } from 'decimal.js';

const thousands: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ...['k', 'thousand'].map((word) => [word, 1e3] as const),
  ...['m', 'mio', 'million', 'millions'].map((word) => [word, 1e6] as const),
  ...['b', 'bn', 'billion', 'billions'].map((word) => [word, 1e9] as const),
]);

/** Digits with a sign between groups of three or without, a fraction after a point, and a word for the thousands. */
const form = /^(\d{1,3}(?:([,_' \u00a0\u202f])\d{3}(?:\2\d{3})*)?|\d+)(\.\d+)?\s*([a-z]*)$/;

/**
 * A whole number as people type it: `20m`, `20,000,000`, `1.5k`, `2 million`; 0 for nothing, null for what is none, or may be
 * meant in two ways, such as `1,5k`.
 */
export function typedCount(typed: string): number | null {
  const text = typed.trim().toLowerCase();
  if (text === '') return 0;
  const [, whole = '', , fraction = '', word = ''] = form.exec(text) ?? [];
  const times = thousands.get(word);
  if (whole === '' || times === undefined) return null;
  const count = new Decimal(whole.replace(/\D/g, '') + fraction).times(times);
  return count.isInteger() && count.lte(Number.MAX_SAFE_INTEGER) ? count.toNumber() : null;
}
