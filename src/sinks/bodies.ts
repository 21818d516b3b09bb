import type { BodyIndex } from '../model/bodyIndex.js';
import { bodyIndexPath, readingsPath } from '../store/paths.js';
import { readBodyIndex } from '../store/bodies/bodyStore.js';
import type { Answered } from '../read/notes.js';
import { baselineKey } from '../store/previous.js';
import { readReadings } from '../store/bodies/readReadings.js';
import { countItems, withCounts } from './bodies/countItems.js';
import { changedFile } from './bodies/changedFile.js';
import { indexAfter } from './bodies/indexAfter.js';
import { type BodyKeeper, bodyKeeper } from './bodies/bodyKeeper.js';
import { pagesIn, readingsAfter } from './bodies/readingsAfter.js';
import { dropBodies, touchBodies } from './bodies/prune.js';
import { leavesManifest, type Sink } from './sink.js';

/**
 * `bodies/`: the answers that the other files were read from, packed, with how to ask whether they are still the same
 * (`index.json`) and how each source was read (`readings.json`). What the files name stays; of all else the least recently
 * used goes first where there is too much.
 *
 * The bodies of a source are packed when it ends, while others are still waited for.
 *
 * A run that leaves no manifest leaves the bodies of the last one, for its files are what the manifest tells of. One that
 * is killed in between leaves bodies that no index names, which the next one takes away.
 */
export const bodies: Sink = {
  open: (plan) => {
    const { notes, out } = plan;
    if (!leavesManifest(plan) || !notes) return undefined;
    const counts = countItems();
    let opened: Promise<Keeping> | undefined;
    const keeping = () => (opened ??= openKeeping(out));
    return {
      write: async (events) => {
        for (const event of events) {
          counts.take(event);
          if (event.type !== 'completed' || event.head.status === 'recording') continue;
          const pages = cameIn(notes.of(baselineKey(event.kind, event.source)));
          const { keeper } = await keeping();
          // What can't be written is the run's failure, at its end.
          await keeper.keep(pages).catch(() => undefined);
        }
      },
      commit: async ({ summary }) => {
        const read = readingsAfter(await readReadings(out), summary.completed, notes);
        const { basis } = plan;
        const after = { ...withCounts(read, counts.of), ...(basis !== undefined && { basis }) };
        const pages = pagesIn(after, notes);
        const { known, keeper } = await keeping();
        const kept = await keeper.keep(pages);
        await touchBodies(out, kept, pages);
        const { index, dropped } = await indexAfter(out, { ...known, answers: kept }, after, pages);
        // What the index names stays, whatever else of the run fails.
        opened = undefined;
        const written = [
          await changedFile(out, bodyIndexPath, index),
          await changedFile(out, readingsPath, after),
        ].flatMap((file) => file ?? []);
        await dropBodies(out, dropped);
        return written;
      },
      abort: async () => {
        await opened?.then(({ keeper }) => keeper.takeBack());
        return [];
      },
    };
  },
};

const cameIn = (answers: readonly Answered[]) => answers.flatMap((one) => (one.page ? [one] : []));

/** What was kept before, and who keeps more. */
interface Keeping {
  readonly known: BodyIndex;
  readonly keeper: BodyKeeper;
}

async function openKeeping(out: string): Promise<Keeping> {
  const known = await readBodyIndex(out);
  return { known, keeper: bodyKeeper(out, known) };
}
