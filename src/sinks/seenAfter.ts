import { isDeepStrictEqual } from 'node:util';
import { type Baseline, mostReadings, type Repeated } from '../model/baseline.js';
import type { Completed } from '../model/events.js';
import type { Summary } from '../operators/summarize.js';
import { baselineKey } from '../store/previous.js';
import { repeatOf } from '../store/repeated.js';
import type { Seen } from '../store/seen.js';
import { baselineOf } from './baselineOf.js';
import { leavesManifest, type RunPlan } from './sink.js';

type Plan = Pick<RunPlan, 'baselines' | 'readAgain' | 'datasets' | 'acceptShrink' | 'stdout' | 'dryRun'>;

/**
 * What is known of the sources after a run. `readAgain` is what its manifest is to add to `baselines.json`, which can stay as
 * it is: all that was read held the same as before. It is undefined where that file has to tell what is known.
 */
export function seenAfter(plan: Plan, { completed }: Pick<Summary, 'completed'>): Seen {
  const before = new Map(Object.entries(plan.baselines));
  const read = completed.filter((event) => isRead(event, plan)).map((event) => readingOf(event, before, plan));
  const now = read.map(({ key, next }) => [key, next] as const);
  const baselines = sorted([...before, ...now]);
  const isSame = read.every(({ known, next }) => known !== undefined && isRepeated(known, next, plan));
  if (!isSame || !plan.readAgain || !leavesManifest(plan)) return { baselines, readAgain: undefined };
  const earlier = new Map(Object.entries(plan.readAgain.sources));
  const again = now.map(([key, { readAt }]) => [key, onceMore(earlier.get(key), readAt)] as const);
  return { baselines, readAgain: { ...plan.readAgain, sources: sorted([...earlier, ...again]) } };
}

/** Whether the run read the source itself: neither did an earlier snapshot stand in, nor a file that a run before wrote. */
const isRead = ({ kind, head }: Completed, { datasets }: Plan): boolean =>
  head.status !== 'stale' && (kind === 'prices' || datasets.includes('raw'));

/** What was known of a source, and what is now; under `acceptShrink` nothing before is a measure any more. */
function readingOf(event: Completed, before: ReadonlyMap<string, Baseline>, { acceptShrink }: Plan) {
  const key = baselineKey(event.kind, event.source);
  const known = before.get(key);
  return { key, known, next: baselineOf(event, acceptShrink ? undefined : known) };
}

/** Whether a reading held the same as the one before it; where those before are no measure any more, the same as each. */
function isRepeated(known: Baseline, { readings, ...now }: Baseline, { acceptShrink }: Plan): boolean {
  const { readings: before, ...was } = known;
  const volume = readings.at(-1);
  const last = before.at(-1);
  return (
    last !== undefined &&
    isDeepStrictEqual({ ...now, readAt: was.readAt }, was) &&
    isDeepStrictEqual(volume, repeatOf(last)) &&
    (!acceptShrink || before.every((one) => isDeepStrictEqual(one, volume)))
  );
}

const onceMore = (earlier: Repeated | undefined, readAt: string): Repeated => ({
  readAt,
  times: Math.min((earlier?.times ?? 0) + 1, mostReadings),
});

const sorted = <Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> =>
  Object.fromEntries([...new Map(entries)].sort(([a], [b]) => (a < b ? -1 : 1)));
