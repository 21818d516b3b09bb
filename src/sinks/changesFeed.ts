import { join } from 'node:path';
import { feedOf, mostEntries } from '../changes/feedOf.js';
import { newestChanges } from '../store/changes.js';
import { changesPath, feedPath } from '../store/paths.js';
import { readIfThere } from '../store/readIfThere.js';
import { leavesFiles, type Sink } from './sink.js';
import { writeAtomically } from './writeAtomically.js';

/** `changes.xml`: the Atom feed of `changes.jsonl`, made anew where the run added to it. */
export const changesFeed: Sink = {
  open: (plan) =>
    leavesFiles(plan) && plan.datasets.includes('enriched')
      ? {
          write: () => Promise.resolve(),
          commit: async ({ files }) => {
            if (!files.some(({ path }) => path === changesPath)) return [];
            const text = (await readIfThere(join(plan.out, changesPath))) ?? '';
            return [await writeAtomically(plan.out, feedPath, feedOf(newestChanges(text, mostEntries)))];
          },
          abort: () => Promise.resolve([]),
        }
      : undefined,
};
