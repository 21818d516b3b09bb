import { baselinesPath } from '../store/paths.js';
import { seenAfter } from './seenAfter.js';
import { leavesFiles, type Sink } from './sink.js';
import { prettyJson, writeAtomically } from './writeAtomically.js';

/**
 * `baselines.json`: what the next readings are held against, those of sources that the run did not read kept. It is left as
 * it is where the manifest tells all that there is to tell.
 */
export const baselines: Sink = {
  open: (plan) =>
    leavesFiles(plan)
      ? {
          write: () => Promise.resolve(),
          commit: async ({ summary }) => {
            const { baselines: known, readAgain } = seenAfter(plan, summary);
            return readAgain === undefined ? [await writeAtomically(plan.out, baselinesPath, prettyJson(known))] : [];
          },
          abort: () => Promise.resolve([]),
        }
      : undefined,
};
