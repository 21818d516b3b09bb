import type { HistoryChange, HistoryLine } from '../model/history.js';
import { overrideWitness } from '../settle/overrides.js';
import type { Period, Timeline } from './timeline.js';

/** What is said of a price now. */
export interface Statement {
  /** In the units of `cost`; null = there is no price any more. */
  readonly usd: number | null;
  readonly witness: HistoryLine['witness'];
  readonly row: HistoryLine['row'];
  /** Witnesses that say the same now. */
  readonly agree: readonly string[];
  /** When the bytes of the page were seen before, and read as the price that was known: ms since 1970; null where they were not. */
  readonly seenAt: number | null;
}

const weekMs = 7 * 24 * 60 * 60 * 1000;

/**
 * Why a price is another one than it was.
 *
 * | beside the line that holds                                        | it is a    |
 * | ----------------------------------------------------------------- | ---------- |
 * | nothing was known                                                 | first      |
 * | a person says it                                                  | correction |
 * | the same bytes are read in another way, or found unbelievable     | correction |
 * | the same list is matched by another row                           | correction |
 * | another witness is believed, and the one before does not agree    | correction |
 * | it is back within a week at the price before                      | flip       |
 * | all else                                                          | change     |
 */
export function changeOf(said: Statement, held: Period | undefined, known: Timeline, at: number): HistoryChange {
  if (!held) return 'first';
  if (isCorrection(said, held.line)) return 'correction';
  const before = known.findLast(({ to }) => to === held.from);
  const heldMs = at - held.from;
  return before?.line.usd === said.usd && heldMs >= 0 && heldMs <= weekMs ? 'flip' : 'change';
}

function isCorrection({ witness, row, agree, seenAt }: Statement, held: HistoryLine): boolean {
  if (witness === overrideWitness || held.witness === overrideWitness) return true;
  // Nobody moves a price by reading it again.
  if (seenAt !== null) return true;
  if (witness === null || held.witness === null) return false;
  if (witness !== held.witness) return !agree.includes(held.witness);
  return row !== held.row;
}
