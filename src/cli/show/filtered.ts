import { tell } from '../tell.js';
import type { Surroundings } from '../command.js';
import type { Filtered } from '../commands/filter.js';

/** What became of the filter's lines, in a line on stderr: read, enriched, passed on, dropped, failed. */
export function showFiltered(
  { enriched, passed, dropped, firstBad }: Filtered,
  { stderr }: Pick<Surroundings, 'stderr'>,
): void {
  const failed = firstBad !== undefined && passed + dropped === 0 ? 1 : 0;
  const read = enriched + passed + dropped + failed;
  const parts = [`${enriched} enriched`, `${passed} passed as they were`, `${dropped} dropped`];
  const bad = firstBad === undefined || failed === 1 ? '' : ` (the first at line ${firstBad})`;
  tell(stderr, `${read} ${read === 1 ? 'line' : 'lines'} read: ${parts.join(', ')}${bad}.`);
}
