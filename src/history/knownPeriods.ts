import type { HistoryLine } from '../model/history.js';
import type { Period } from './timeline.js';
import { priceKey } from './timelines.js';

/** A time in which one line counts, and between which runs it was what was known of that time. */
export interface KnownPeriod extends Period {
  /** The run that wrote it; null where it is as old as the history. */
  readonly knownFrom: string | null;
  /** The run that wrote something else of that time; null while nobody did. */
  readonly knownTo: string | null;
}

/** What is known of the prices of an offer, by `priceKey`. */
export type KnownPrices = ReadonlyMap<string, readonly KnownPeriod[]>;

/**
 * All that was ever known of an offer's prices, from the lines of its history in their order. Of one price, at any moment and
 * after any run, one period counts at most; those that no run wrote over are its timeline.
 */
export function knownPrices(lines: Iterable<HistoryLine>): KnownPrices {
  const known = new Map<string, KnownPeriod[]>();
  for (const line of lines) {
    const key = priceKey(line);
    known.set(key, withKnown(known.get(key) ?? [], line));
  }
  for (const periods of known.values()) periods.sort(byTime);
  return known;
}

/** Where a line is laid over what was known, that was known until then; beside it, it still is. */
function withKnown(known: readonly KnownPeriod[], line: HistoryLine): KnownPeriod[] {
  const from = Date.parse(line.validFrom);
  const to = line.validTo === null ? Infinity : Date.parse(line.validTo);
  if (!(from < to)) return [...known];
  const before = known.flatMap((one): KnownPeriod[] => {
    if (one.knownTo !== null || one.to <= from || one.from >= to) return [one];
    const covered = { ...one, from: Math.max(one.from, from), to: Math.min(one.to, to), knownTo: line.run };
    return [
      ...(one.from < from ? [{ ...one, to: from }] : []),
      // Within one run the last word counts, and no other was ever known.
      ...(one.knownFrom === line.run ? [] : [covered]),
      ...(one.to > to ? [{ ...one, from: to }] : []),
    ];
  });
  return [...before, { from, to, line, knownFrom: line.run, knownTo: null }];
}

const byTime = (a: KnownPeriod, b: KnownPeriod): number =>
  a.from - b.from || ((a.knownFrom ?? '') < (b.knownFrom ?? '') ? -1 : 1);
