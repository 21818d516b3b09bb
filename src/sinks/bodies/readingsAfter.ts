import type { Completed } from '../../model/events.js';
import type { Origin, Origins } from '../../model/origin.js';
import type { Noted, Reading, Readings, SourceReadings } from '../../model/reading.js';
import { type Answered, type Notes, notedOf, requestOf } from '../../read/notes.js';
import { askedId } from '../../read/requestId.js';
import { version } from '../../read/version.js';
import { baselineKey } from '../../store/previous.js';

/** How each source was read, after a run: those that it did not read, or did not believe, stay as they were. */
export function readingsAfter(before: Readings, completed: readonly Completed[], notes: Notes): Readings {
  const sources = new Map(Object.entries(before.sources));
  for (const event of completed) {
    const key = baselineKey(event.kind, event.source);
    const next = sourceAfter(sources.get(key), event, notes.of(key));
    if (next) sources.set(key, next);
    else sources.delete(key);
  }
  return { schemaVersion: 2, sources: Object.fromEntries([...sources].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function sourceAfter(
  before: SourceReadings | undefined,
  { head: { status, sources } }: Pick<Completed, 'head'>,
  answered: readonly Answered[],
): SourceReadings | undefined {
  // A recording has its bodies elsewhere.
  if (status === 'recording') return undefined;
  if (status === 'stale' || answered.length === 0) return before;
  const now: Reading = { version, pages: answered.map(notedOf) };
  if (status === 'fresh' || !before || !isOf(before, sources))
    return { made: [now, ...stillNamed(before, sources, now)] };
  const { made, again } = before;
  if (made[0] && isSameReading(made[0], now)) return { made };
  return { made, again: again && isSameReading(again, now) ? again : now };
}

/** Whether the pages of its own that a file names are those of these readings. */
const isOf = ({ made }: SourceReadings, sources: Origins): boolean => {
  const known = new Set(made.flatMap(sha256sOf));
  return ownOf(sources).every(({ sha256 }) => known.has(sha256));
};

/** Without the pages of price lists, and what people wrote. */
const ownOf = (sources: Origins): Origin[] =>
  Object.entries(sources).flatMap(([name, page]) => (name.startsWith('prices/') || page.via === 'file' ? [] : [page]));

/** The earlier readings of which a file names pages that the reading now does not have. */
function stillNamed(before: SourceReadings | undefined, sources: Origins, now: Reading): Reading[] {
  const known = new Set(sha256sOf(now));
  const missing = new Set(ownOf(sources).flatMap(({ sha256 }) => (known.has(sha256) ? [] : sha256)));
  return (before?.made ?? []).filter((reading) => sha256sOf(reading).some((sha256) => missing.has(sha256)));
}

/** Of the pages that came. */
export const sha256sOf = ({ pages }: Reading): string[] =>
  pages.flatMap((page) => ('sha256' in page ? [page.sha256] : []));

/** Whether two readings asked for the same and were answered the same, to the byte. */
export function isSameReading(a: Reading, b: Reading): boolean {
  const told = ({ pages }: Reading) => pages.map(answerOf).sort();
  return a.version === b.version && JSON.stringify(told(a)) === JSON.stringify(told(b));
}

const answerOf = (page: Noted): string =>
  JSON.stringify([
    askedId(requestOf(page)),
    'sha256' in page ? [page.sha256, page.url, page.via] : [page.error.kind, page.error.httpStatus],
  ]);

/** The pages of a run that the readings name. */
export function pagesIn({ sources }: Readings, notes: Notes): Extract<Answered, { error?: undefined }>[] {
  return Object.entries(sources).flatMap(([key, { made, again }]) => {
    const named = new Set([...made, ...(again ? [again] : [])].flatMap(sha256sOf));
    return notes.of(key).flatMap((one) => (one.page && named.has(one.page.sha256) ? [one] : []));
  });
}
