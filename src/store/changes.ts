import { join } from 'node:path';
import { type Change, change } from '../model/change.js';
import { BadFile } from './badFile.js';
import { changesPath } from './paths.js';
import { readIfThere } from './readIfThere.js';

/** What runs into a folder found changed, in their order. Rejects with a `BadFile` that names the first line that is none. */
export async function readChanges(out: string): Promise<Change[]> {
  const path = join(out, changesPath);
  const lines = ((await readIfThere(path)) ?? '').split('\n');
  return lines.flatMap((line, i) => {
    if (line.trim() === '') return [];
    const found = changeOf(line);
    if (found) return [found];
    throw new BadFile(`${path}, line ${i + 1}, is damaged or of another version: mend it, or remove the line`);
  });
}

/**
 * Of the lines of changes the first one, and from the end on so many that they hold that many runs with prices that changed; a
 * damaged line is left out. Reads no more of them than that, for the file grows for years.
 */
export function newestChanges(text: string, runs: number): Change[] {
  const lines = text.split('\n');
  const newest: Change[] = [];
  const seen = new Set<string | undefined>();
  let i = lines.length - 1;
  for (; i > 0 && seen.size <= runs; i--) {
    const found = changeOf(lines[i] ?? '');
    if (!found) continue;
    newest.push(found);
    if (found.kind === 'price') seen.add(found.run);
  }
  const first = changeOf(lines[0] ?? '');
  return [...(first ? [first] : []), ...newest.reverse()];
}

/** The change that a line tells; undefined where it tells none. */
function changeOf(line: string): Change | undefined {
  try {
    return change.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}
