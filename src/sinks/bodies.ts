import { bodyIndexPath, readingsPath } from '../store/paths.js';
import { readBodyIndex } from '../store/bodies/bodyStore.js';
import { readReadings } from '../store/bodies/readReadings.js';
import { countItems, withCounts } from './bodies/countItems.js';
import { changedFile } from './bodies/changedFile.js';
import { indexAfter } from './bodies/indexAfter.js';
import { keepBodies } from './bodies/keepBodies.js';
import { pagesIn, readingsAfter } from './bodies/readingsAfter.js';
import { dropBodies, touchBodies } from './bodies/prune.js';
import { leavesManifest, type Sink } from './sink.js';

/**
 * `bodies/`: the answers that the other files were read from, packed, with how to ask whether they are still the same
 * (`index.json`) and how each source was read (`readings.json`). What the files name stays; of all else the least recently
 * used goes first where there is too much.
 *
 * A run that leaves no manifest leaves the bodies of the last one, for its files are what the manifest tells of. One that
 * is killed in between leaves bodies that no index names, which the next one takes away.
 */
export const bodies: Sink = {
  open: (plan) => {
    const { notes, out } = plan;
    if (!leavesManifest(plan) || !notes) return undefined;
    const counts = countItems();
    return {
      write: (events) => {
        for (const event of events) counts.take(event);
        return Promise.resolve();
      },
      commit: async ({ summary }) => {
        const before = await readReadings(out);
        const after = {
          ...withCounts(readingsAfter(before, summary.completed, notes), counts.of),
          ...(plan.basis !== undefined && { basis: plan.basis }),
        };
        const pages = pagesIn(after, notes);
        const known = await readBodyIndex(out);
        const kept = await keepBodies(out, known, pages);
        await touchBodies(out, kept, pages);
        const { index, dropped } = await indexAfter(out, { ...known, answers: kept }, after, pages);
        const written = [
          await changedFile(out, bodyIndexPath, index),
          await changedFile(out, readingsPath, after),
        ].flatMap((file) => file ?? []);
        await dropBodies(out, dropped);
        return written;
      },
      abort: () => Promise.resolve([]),
    };
  },
};
