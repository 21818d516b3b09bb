import { type Baseline, mostReadings } from '../model/baseline.js';
import type { Completed } from '../model/events.js';
import { heldKey } from '../operators/reconcile/jumped.js';

/** What the next reading of a source is held against, after this one, be that over the network or of a recording. */
export function baselineOf(
  { head, shape, stated }: Pick<Completed, 'head' | 'shape' | 'stated'>,
  earlier: Baseline | undefined,
): Baseline {
  const { endpoint, rows, readAt, rejected, skipped, priced, via, jumps, gone } = head;
  const volume = {
    ...{ endpoint, rows, records: rows - rejected - skipped, priced, stated },
    ...(via === 'recording' && { isRecorded: true as const }),
    // Where nothing before is a measure any more, nothing is gone either.
    ...(earlier && gone.records.length > 0 && { gone: [...gone.records] }),
  };
  const readings = [...(earlier?.readings ?? []), volume].slice(-mostReadings);
  const held = jumps.filter(({ isCommon }) => !isCommon).map(heldKey);
  const pages = Object.fromEntries(Object.values(head.sources).map(({ sha256, fetchedAt: day }) => [sha256, day]));
  return { endpoint, rows, shape, readAt, pages, held, readings };
}
