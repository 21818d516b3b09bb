import { remember } from '../parse/remember.js';
import { termOf } from '../parse/terms.js';

/** Words of a key for the last day of something. */
const lastDay = /\b(?:until|through|till|ends?|ending|expir(?:y|ation|e|es|ed))\b/;

const isEnd = remember((key: string): boolean =>
  lastDay.test(
    key
      .replace(/([a-z\d])([A-Z])/g, '$1 $2')
      .replaceAll(/[^A-Za-z]+/g, ' ')
      .toLowerCase(),
  ),
);

/** Longer texts are no conditions. */
const longestText = 200;

/**
 * Whether one of several entries says in its own fields from or until which day it holds: `"condition": "through August 31,
 * 2026"`, `"ends_at": "2026-08-31T23:59:59Z"`.
 */
export const endsByItself = (entry: unknown): boolean =>
  typeof entry === 'object' &&
  entry !== null &&
  Object.entries(entry).some(([key, value]: [string, unknown]) => {
    if (typeof value !== 'string' || value.length > longestText || !/\d{4}/.test(value)) return false;
    if (/^\d{4}-\d\d-\d\d/.test(value)) return isEnd(key);
    const { from, until } = termOf(value);
    return from !== undefined || until !== undefined;
  });
