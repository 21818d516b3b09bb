import { inWords, mostAttributes } from './limits.js';
import { shapeError } from './shapeError.js';
import { withoutBetween } from './withoutBetween.js';

/** Throws a shape error for a page with a tag of more attributes than are ever written. */
export function checkAttributes(html: string): void {
  for (let start = html.indexOf('<'); start >= 0;) {
    const end = html.indexOf('>', start);
    const tag = html.slice(start, end < 0 ? undefined : end);
    if (tag.length > 2 * mostAttributes && attributesOf(tag) > mostAttributes)
      throw shapeError(`a tag of the page has more than ${inWords(mostAttributes)} attributes`);
    if (end < 0) return;
    start = html.indexOf('<', end);
  }
}

/** Words outside of quotes; what stands in a script is taken for a tag as well, and has few. */
const attributesOf = (tag: string): number =>
  /^<[a-z]/i.test(tag) ? withoutBetween(withoutBetween(tag, '"', '"'), "'", "'").split(/[\s/]+/).length : 0;
