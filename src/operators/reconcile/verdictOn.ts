import { clocksApartMs, isPlausible } from '../../model/clock.js';
import type { Previous } from '../../model/previous.js';
import type { Snapshot } from '../../model/snapshot.js';
import type { Source } from '../../sources/define.js';
import { type LostPart, lostIn, lostPrices } from './lost.js';
import { isOutranked } from './outranked.js';
import { shrunk } from './shrunk.js';
import type { Why } from './standIn.js';

/** What a reading is held against. */
export interface Known<Out, Item> {
  readonly source: Pick<Source<Out, Item>, 'kind' | 'endpoints'>;
  readonly previous?: Previous<Item> | undefined;
  /** Whether there may be a recording. */
  readonly hasRecorded: boolean;
  /** Believe that it has less than before. */
  readonly acceptShrink: boolean;
  /** ms since 1970, by our clock. */
  readonly now: number;
}

/** What becomes of a reading: a recording or the previous snapshot stands in, or it is taken, and what it lost is kept. */
export type Verdict<Item> =
  | { readonly goesBy: 'recorded'; readonly why: Why }
  | { readonly goesBy: 'previous'; readonly previous: Snapshot<Item>; readonly why: Why }
  | {
      readonly goesBy: 'reading';
      readonly lost: readonly LostPart[];
      /** What it is kept from; null where nothing is lost. */
      readonly keptFrom: Snapshot<Item> | 'recorded' | null;
    };

/** Decides about a reading, by the table of `reconcile`: nothing is read for it, and nothing changed. */
export function verdictOn<Out, Item>(read: Snapshot<Item>, known: Known<Out, Item>): Verdict<Item> {
  const { source, hasRecorded, acceptShrink } = known;
  const { snapshot: previous, baseline } = known.previous ?? {};
  const missing = lostIn(read, source);
  const wasLive = previous !== undefined && previous.via !== 'recording';
  const nameless = namelessIn(missing, read);
  if (!wasLive && nameless && hasRecorded)
    return { goesBy: 'recorded', why: { message: nameless.why, faults: read.faults } };
  const refused = previous && whyRefused(read, previous, missing, known);
  if (previous && refused !== undefined)
    return { goesBy: 'previous', previous, why: { message: refused, faults: read.faults } };
  // What a recording of another endpoint had may have taken a key that was never there.
  const isMeasure = previous !== undefined && (wasLive || previous.endpoint === read.endpoint);
  const fell = acceptShrink || !isMeasure ? [] : lostPrices(read, previous, source, baseline);
  // Where a page of prices did not come, that is the reason, and no other.
  const isMissing = (name: string) =>
    missing.some(({ endpoint, brings }) => endpoint === name && brings.includes('prices'));
  const lost = [...fell.filter(({ endpoint }) => !isMissing(endpoint)), ...missing];
  // A recording that an earlier run wrote is no better than the recording itself; without one, it is at least no worse than none.
  const atHand = wasLive || (!hasRecorded && fell.length > 0) ? previous : undefined;
  return { goesBy: 'reading', lost, keptFrom: lost.length === 0 ? null : (atHand ?? 'recorded') };
}

/** What the reading lacks that brings the ids of its own records. */
const namelessIn = (missing: readonly LostPart[], read: Pick<Snapshot<unknown>, 'endpoint'>): LostPart | undefined =>
  missing.find(({ endpoint, brings }) => endpoint === read.endpoint && brings.includes('ids'));

/** Why the previous snapshot stands in for a reading; undefined where the reading is taken. */
function whyRefused<Out, Item>(
  read: Snapshot<Item>,
  previous: Snapshot<Item>,
  missing: readonly LostPart[],
  { source, acceptShrink, now, ...known }: Known<Out, Item>,
): string | undefined {
  const isLive = previous.via !== 'recording';
  const nameless = namelessIn(missing, read);
  if (isLive && previous.endpoint === read.endpoint && nameless) return nameless.why;
  if (isLive && isOutranked(read, previous, source, ageOf(previous, known.previous, read, now)))
    return read.error ?? '';
  const fewer = acceptShrink ? null : shrunk(read, previous, known.previous?.baseline, source, missing);
  if (fewer === null) return undefined;
  return read.error === null ? fewer : `${read.error}; ${fewer}`;
}

/** ms since the endpoint of the previous snapshot was last seen to give it; a date from the future is no date. */
function ageOf(
  { endpoint, fetchedAt }: Snapshot<unknown>,
  known: Previous<unknown> | undefined,
  read: Snapshot<unknown>,
  now: number,
): number {
  const readAt = known?.baseline?.endpoint === endpoint ? known.baseline.readAt : fetchedAt;
  // By the clock of those who were asked, where they say it: ours may be wrong.
  const seenAt = Date.parse(read.readAt);
  const ageMs = (isPlausible(seenAt) ? seenAt : now) - Date.parse(readAt);
  return ageMs < -clocksApartMs ? Infinity : ageMs;
}
