import type { HistoryLine } from '../model/history.js';

/** A time in which one line counts: ms since 1970, half open; the last one ends at Infinity. */
export interface Period {
  readonly from: number;
  readonly to: number;
  readonly line: HistoryLine;
}

/** What a price was when: periods in their order, none of which overlaps another. */
export type Timeline = readonly Period[];

/** The timeline once another line counts: over its own time it replaces what was known. */
export function withLine(timeline: Timeline, line: HistoryLine): Timeline {
  const from = Date.parse(line.validFrom);
  const to = line.validTo === null ? Infinity : Date.parse(line.validTo);
  if (!(from < to)) return timeline;
  const last = timeline.at(-1);
  // The common case: the next price follows the last one.
  if (!last || last.to <= from) return [...timeline, { from, to, line }];
  const before = timeline.flatMap((one) => (one.from < from ? [{ ...one, to: Math.min(one.to, from) }] : []));
  const after = timeline.flatMap((one) => (one.to > to ? [{ ...one, from: Math.max(one.from, to) }] : []));
  return [...before, { from, to, line }, ...after];
}

/** The period in which a moment (ms since 1970) is; undefined where nothing is known of it. */
export const periodAt = (timeline: Timeline, at: number): Period | undefined =>
  timeline.findLast(({ from, to }) => from <= at && at < to);
