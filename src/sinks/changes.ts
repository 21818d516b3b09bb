import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { changesBetween } from '../changes/changesBetween.js';
import { isOlderPage, isOlderReading } from '../changes/isOlder.js';
import type { Change } from '../model/change.js';
import { changesPath, folders, providerPath, runPath } from '../store/paths.js';
import { readIfThere } from '../store/readIfThere.js';
import { readPair } from '../store/tables.js';
import { leavesFiles, type RunPlan, type Sink, type Written } from './sink.js';
import { writeAtomically } from './writeAtomically.js';

/**
 * `changes.jsonl`: what the run found other than the enriched files that stood there before it, a line a change after those of
 * earlier runs. The file stays as it is where nothing changed, where no run before came to its end there, and where this one
 * is broken off.
 *
 * Nothing is said of what is older than what stood there, as a recording is, be it a provider's whole reading or the page of a
 * single price: the world did not change.
 */
export const changes: Sink = {
  open: (plan) => {
    if (!leavesFiles(plan) || !plan.datasets.includes('enriched') || plan.isCut) return undefined;
    const before = new Map<string, Buffer>();
    // Asked before anything is written: each source waits for it with its start.
    const hadRun = isThere(plan.out);
    return {
      write: async (events) => {
        for (const event of events) {
          if (event.type !== 'started' || event.kind !== 'provider' || !(await hadRun)) continue;
          const path = join(plan.out, providerPath('enriched', event.source));
          // One that can't be read is there all the same, and says nothing.
          const file = await readFile(path).catch((error: unknown) => (isMissing(error) ? undefined : Buffer.alloc(0)));
          if (file) before.set(event.source, file);
        }
      },
      commit: async ({ summary, files }) => {
        if (!(await hadRun)) return [];
        const written = new Map(files.map((file) => [file.path, file]));
        const found: Change[] = [];
        for (const id of Object.keys(summary.providers)) {
          const file = written.get(providerPath('enriched', id));
          if (file) found.push(...(await changesOf(plan, file, before.get(id))));
        }
        return found.length === 0 ? [] : [await append(plan, found)];
      },
      abort: () => Promise.resolve([]),
    };
  },
};

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Whether an earlier run came to its end there, and left a table. */
const isThere = async (out: string): Promise<boolean> =>
  (await stat(join(out, runPath)).catch(() => undefined))?.isFile() === true &&
  (await readdir(join(out, folders.enriched)).catch(() => [])).length > 0;

/** What changed in a provider's file; nothing where the one before it can't be read. */
async function changesOf({ out }: RunPlan, written: Written, bytes: Buffer | undefined): Promise<Change[]> {
  if (bytes && createHash('sha256').update(bytes).digest('hex') === written.sha256) return [];
  const [before, after] = readPair(bytes, await readFile(join(out, written.path)));
  if (!after || (bytes && !before) || (before && isOlderReading(after, before))) return [];
  return changesBetween(before ? [before] : [], [after]).filter((change) => !isOlderPage(change));
}

/** Adds lines to those that are there, which stay as they are, be the last one cut off. */
async function append({ out, startedAt, since }: RunPlan, found: readonly Change[]): Promise<Written> {
  const earlier = (await readIfThere(join(out, changesPath))) ?? '';
  const ended = earlier === '' || earlier.endsWith('\n') ? earlier : `${earlier}\n`;
  const run = { run: startedAt.toISOString(), ...(since !== undefined && { since }) };
  const sorted = found.toSorted((a, b) => (a.provider < b.provider ? -1 : a.provider > b.provider ? 1 : 0));
  const lines = sorted.map((change) => `${JSON.stringify({ ...run, ...change })}\n`);
  return writeAtomically(out, changesPath, ended + lines.join(''));
}
