import { tell } from '../tell.js';
import type { Surroundings } from '../command.js';
import type { Filtered } from '../tally.js';

/** What became of a filter's lines, in a line on stderr: read, answered (in the filter's word), passed on, dropped, failed. */
export const showFiltered =
  (word: string) =>
  ({ answered, passed, dropped, firstBad }: Filtered, { stderr }: Pick<Surroundings, 'stderr'>): void => {
    const failed = firstBad !== undefined && passed + dropped === 0 ? 1 : 0;
    const read = answered + passed + dropped + failed;
    const parts = [`${answered} ${word}`, `${passed} passed as they were`, `${dropped} dropped`];
    const bad = firstBad === undefined || failed === 1 ? '' : ` (the first at line ${firstBad})`;
    tell(stderr, `${read} ${read === 1 ? 'line' : 'lines'} read: ${parts.join(', ')}${bad}.`);
  };
