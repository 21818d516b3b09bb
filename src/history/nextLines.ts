import type { HistoryLine } from '../model/history.js';
import { changeOf, type Statement } from './changeOf.js';
import type { StatedPeriod, StatedPrice } from './statedPrices.js';
import { periodAt, type Timeline } from './timeline.js';

/** A line that is not in the file yet: it has no place there, and nobody knows its run. */
export type NewLine = Omit<HistoryLine, 'line' | 'run' | 'provider' | 'id'>;

/** What is stated of one price of an offer. */
export interface Observed extends Omit<Statement, 'usd' | 'seenAt'> {
  /** ms since 1970: when its page was fetched. */
  readonly at: number;
  readonly price: StatedPrice;
  readonly page: HistoryLine['page'];
  /** ms since 1970: from when on the bytes that say so were read as that line; null where they are new. */
  readonly seenAt: (held: HistoryLine) => number | null;
}

/**
 * The lines that a history needs so that its timeline of a price says from now on what is stated: none where it does.
 *
 * A correction of what was read from the very same bytes holds from when they were first fetched; all else holds from when its
 * page was fetched, or from the day that the provider says.
 */
export function nextLines(known: Timeline, observed: Observed): NewLine[] {
  // A page that was fetched before the price that holds was seen says nothing of the time before.
  const at = Math.max(observed.at, ...known.filter(({ line }) => line.basis === 'observed').map(({ from }) => from));
  const ahead = observed.price.periods
    .filter(({ to }) => to > at)
    .map((period) => ({ ...period, from: Math.max(period.from, at) }));
  return ahead.flatMap((period) => {
    const from = newsFrom(known, period);
    return from === undefined ? [] : [lineOf(known, { ...observed, at }, { ...period, from })];
  });
}

/** From when on a timeline says something else in a period; where it says nothing, it says that there is no price. */
function newsFrom(known: Timeline, { from, to, usd }: StatedPeriod): number | undefined {
  let reached = from;
  for (const period of known) {
    if (period.to <= reached || period.from >= to) continue;
    if (period.from > reached && usd !== null) return reached;
    if (period.line.usd !== usd) return Math.max(period.from, reached);
    reached = period.to;
  }
  return reached < to && usd !== null ? reached : undefined;
}

function lineOf(
  known: Timeline,
  { at, price, witness, row, page, agree, seenAt: firstSeen }: Observed,
  { from, to, usd }: StatedPeriod,
): NewLine {
  const held = periodAt(known, from);
  const isEffective = from > at;
  const seenAt = held && !isEffective ? firstSeen(held.line) : null;
  const change = changeOf({ usd, witness: usd === null ? null : witness, row, agree, seenAt }, held, known, at);
  const validFrom = held && seenAt !== null ? Math.max(held.from, seenAt) : from;
  return {
    ...{ component: price.component, when: price.when, usd },
    validFrom: isoOf(validFrom),
    validTo: to === Infinity ? null : isoOf(to),
    basis: isEffective ? 'effective' : 'observed',
    change,
    supersedes: held?.line.line ?? null,
    witness: usd === null ? null : witness,
    row: usd === null ? null : row,
    page,
  };
}

let last = { at: NaN, iso: '' };

/** A moment in ISO 8601: the lines of a page all hold from when it was fetched, so that the last one is mostly asked again. */
function isoOf(at: number): string {
  if (at !== last.at) last = { at, iso: new Date(at).toISOString() };
  return last.iso;
}
