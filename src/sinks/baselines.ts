import type { Baseline } from '../model/baseline.js';
import type { Completed } from '../model/events.js';
import { heldKey } from '../operators/reconcile/jumped.js';
import { baselinesPath } from '../store/paths.js';
import { baselineKey } from '../store/previous.js';
import { leavesFiles, type Sink } from './sink.js';
import { prettyJson, writeAtomically } from './writeAtomically.js';

/** Readings that a new one is held against. */
const mostReadings = 7;

/** `baselines.json`: what the next readings are held against, those of sources that the run did not read kept. */
export const baselines: Sink = {
  open: (plan) => {
    if (!leavesFiles(plan)) return undefined;
    const known: Record<string, Baseline> = { ...plan.baselines };
    return {
      write: (events) => {
        for (const event of events) {
          if (event.type !== 'completed' || event.head.status === 'stale') continue;
          // A run that reads providers from files has not read them.
          if (event.kind === 'provider' && !plan.datasets.includes('raw')) continue;
          const key = baselineKey(event.kind, event.source);
          known[key] = baselineOf(event, plan.acceptShrink ? undefined : plan.baselines[key]);
        }
        return Promise.resolve();
      },
      commit: async () => {
        await writeAtomically(plan.out, baselinesPath, prettyJson(sorted(known)));
        return [];
      },
      abort: () => Promise.resolve([]),
    };
  },
};

/** A recording is no measure for a live list, so it is not counted as a reading. */
function baselineOf({ head, shape }: Completed, earlier: Baseline | undefined): Baseline {
  const { endpoint, rows, readAt, rejected, skipped, priced, via, jumps } = head;
  const volume = { endpoint, rows, records: rows - rejected - skipped, priced };
  const readings = [...(earlier?.readings ?? []), ...(via === 'recording' ? [] : [volume])].slice(-mostReadings);
  return { endpoint, rows, shape, readAt, held: jumps.map(heldKey), readings };
}

const sorted = <Value>(entries: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
