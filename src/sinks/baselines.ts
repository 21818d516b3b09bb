import type { Baseline } from '../model/baseline.js';
import type { Completed, SourceRef } from '../model/events.js';
import type { Summary } from '../operators/summarize.js';
import { baselinesPath } from '../store/paths.js';
import { baselineKey } from '../store/previous.js';
import { baselineOf } from './baselineOf.js';
import { leavesFiles, type Sink } from './sink.js';
import { prettyJson, writeAtomically } from './writeAtomically.js';

/** `baselines.json`: what the next readings are held against, those of sources that the run did not read kept. */
export const baselines: Sink = {
  open: (plan) => {
    if (!leavesFiles(plan)) return undefined;
    const read = new Map<string, { readonly event: Completed; readonly baseline: Baseline }>();
    return {
      write: (events) => {
        for (const event of events) {
          if (event.type !== 'completed' || event.head.status === 'stale') continue;
          // A run that reads providers from files has not read them.
          if (event.kind === 'provider' && !plan.datasets.includes('raw')) continue;
          const key = baselineKey(event.kind, event.source);
          read.set(key, { event, baseline: baselineOf(event, plan.acceptShrink ? undefined : plan.baselines[key]) });
        }
        return Promise.resolve();
      },
      commit: async ({ summary }) => {
        const known = new Map(Object.entries(plan.baselines));
        // A reading whose file could not be written is nobody's measure.
        for (const [key, { event, baseline }] of read) if (!isFailed(event, summary)) known.set(key, baseline);
        await writeAtomically(plan.out, baselinesPath, prettyJson(sorted(known)));
        return [];
      },
      abort: () => Promise.resolve([]),
    };
  },
};

const isFailed = ({ kind, source }: SourceRef, { providers, prices }: Summary): boolean =>
  (kind === 'provider' ? providers : prices)[source]?.status === 'failed';

const sorted = <Value>(entries: Iterable<[string, Value]>): Record<string, Value> =>
  Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
