import type { Baseline } from '../model/baseline.js';
import { baselinesPath } from '../store/paths.js';
import { baselineKey } from '../store/previous.js';
import { baselineOf } from './baselineOf.js';
import { leavesFiles, type Sink } from './sink.js';
import { prettyJson, writeAtomically } from './writeAtomically.js';

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

const sorted = <Value>(entries: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
