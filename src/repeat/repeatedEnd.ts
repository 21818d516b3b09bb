import type { Baseline } from '../model/baseline.js';
import type { Completed } from '../model/events.js';
import type { ItemCounts } from '../model/reading.js';
import type { SourceRun } from '../model/run.js';
import { snapshotHead, type SnapshotHead } from '../model/snapshot.js';
import type { Answered } from '../read/notes.js';
import type { Page } from '../model/page.js';
import { volumeOf } from '../read/volumeOf.js';
import type { PriceList, Source } from '../sources/define.js';

/** Whether a run's outcome repeats itself once its pages do: nothing stood in, was kept, or waits to be believed. */
export const isSettled = ({ status, kept, jumps, error, retryAt }: SourceRun): boolean =>
  (status === 'fresh' || status === 'unchanged') &&
  kept.records + kept.prices + kept.facts + jumps.length === 0 &&
  error === null &&
  retryAt === null;

/** What the pages cost; undefined where that can't be told: endpoints share pages of which only some moved, or hosts were asked twice. */
function askingOf(
  { requests: { answered, failed, retried } }: SourceRun,
  pages: readonly Page[],
): Pick<SnapshotHead, 'requests' | 'moved'> | undefined {
  const unchanged = pages.filter(({ isUnchanged }) => isUnchanged).length;
  const requests = { answered, retried, failed };
  if (retried !== 0 || pages.some(({ attempts }) => attempts > 1)) return undefined;
  if (unchanged === 0) return { requests };
  if (unchanged === pages.length) return { requests: { ...requests, unchanged: answered }, moved: 0 };
  if (pages.length !== answered) return undefined;
  return { requests: { ...requests, unchanged }, moved: volumeOf(pages).moved };
}

/** The end of a source whose pages are as they were in the run `told`, as reading it would give it. */
export function repeatedEnd(
  { kind, id }: Source | PriceList,
  told: SourceRun,
  baseline: Baseline,
  answered: readonly Answered[],
  repeated: ItemCounts,
): Completed | undefined {
  const own = answered.filter(({ request }) => (request.recordedBy ?? id) === id);
  const pages = own.flatMap(({ page }) => page ?? []);
  const main = answered.find(({ page }) => page?.sha256 === told.sha256 && page.url === told.url)?.page;
  const stated = baseline.readings.at(-1)?.stated;
  if (!main || !stated || !own.every(({ error, page }) => page ?? error)) return undefined;
  const asking = askingOf(told, pages);
  if (!asking) return undefined;
  const head = snapshotHead.strip().parse({
    ...told,
    status: 'unchanged',
    readAt: main.fetchedAt,
    ...asking,
    gone: { records: [], prices: [] },
    drift: null,
  }) as SnapshotHead;
  return { type: 'completed', kind: kind.name, source: id, head, shape: baseline.shape, stated, repeated };
}
