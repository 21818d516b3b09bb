import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { folders, overridesPath, runPath } from './paths.js';

/** Whether there is anything in a folder, be it a run's or a person's, that prices are settled by. */
export async function hasOutput(out: string): Promise<boolean> {
  const found = await Promise.all(
    [runPath, folders.raw, folders.enriched, overridesPath].map((path) =>
      access(join(out, path)).then(
        () => true,
        () => false,
      ),
    ),
  );
  return found.includes(true);
}
