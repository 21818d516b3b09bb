import type { Baseline } from '../model/baseline.js';
import type { Completed } from '../model/events.js';
import { heldKey } from '../operators/reconcile/jumped.js';

/** Readings that a new one is held against. */
const mostReadings = 7;

/**
 * What the next reading of a source is held against, after this one. A recording is no measure for a live list, so it is
 * not counted as a reading.
 */
export function baselineOf(
  { head, shape, stated }: Pick<Completed, 'head' | 'shape' | 'stated'>,
  earlier: Baseline | undefined,
): Baseline {
  const { endpoint, rows, readAt, rejected, skipped, priced, via, jumps } = head;
  const volume = { endpoint, rows, records: rows - rejected - skipped, priced, stated };
  const readings = [...(earlier?.readings ?? []), ...(via === 'recording' ? [] : [volume])].slice(-mostReadings);
  return { endpoint, rows, shape, readAt, held: jumps.map(heldKey), readings };
}
