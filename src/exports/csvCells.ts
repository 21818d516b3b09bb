import { stringify } from 'csv-stringify/sync';

/** What a terminal obeys, and what turns the direction of writing. */
const orders = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu;

const cellOf = (value: string | number | boolean | null): string | number | null =>
  typeof value === 'string'
    ? value.replace(orders, ' ').trimStart()
    : typeof value === 'boolean'
      ? String(value)
      : value;

/**
 * A line of CSV (RFC 4180), with its end: a number without an exponent is for the caller to make; a text that a spreadsheet
 * would run begins with an apostrophe, control characters are blanks, null is empty.
 */
export const csvLine = (cells: readonly (string | number | boolean | null)[]): string =>
  stringify([cells.map(cellOf)], { escape_formulas: true, record_delimiter: 'windows' });
