import { map } from 'rxjs';
import { inWords, longestTogether } from '../sources/parse/limits.js';
import { shapeError } from '../sources/parse/shapeError.js';
import type { Fetch } from './fetchPages.js';

/**
 * Fetches as `fetch` does, up to so many characters of all pages together: the page that is one too many errors with a shape
 * error, and so do all after it.
 *
 * ```
 * fetch(a)  --(A|)
 * fetch(b)  -----(B|)     A and B together are too much
 * result a  --(A|)
 * result b  -----#
 * ```
 */
export function boundedTogether(fetch: Fetch): Fetch {
  let held = 0;
  return (request) =>
    fetch(request).pipe(
      map((page) => {
        held += page.body.length;
        if (held > longestTogether)
          throw shapeError(`the pages have more than ${inWords(longestTogether)} characters together`);
        return page;
      }),
    );
}
