import type { Snapshot } from '../../model/snapshot.js';
import type { Source } from '../../sources/define.js';

/** For so long after it was last read, an answer of a better endpoint outranks a new one of a lesser endpoint. */
const longestMs = 7 * 24 * 3_600_000;

/** Whether the reading is of a lesser endpoint than the previous one, for no better reason than that this one failed. */
export function isOutranked<Out, Item>(
  read: Snapshot<Item>,
  previous: Snapshot<Item>,
  { endpoints }: Pick<Source<Out, Item>, 'endpoints'>,
  ageMs: number,
): boolean {
  const rankOf = (endpoint: string) => endpoints.findIndex(({ name }) => name === endpoint);
  const rank = rankOf(previous.endpoint);
  const failed = read.faults.some(({ endpoint, request }) => request === null && endpoint === previous.endpoint);
  return failed && ageMs < longestMs && rank >= 0 && rank < rankOf(read.endpoint);
}
