import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Run } from '../model/run.js';
import { sha256Of } from '../store/bodies/bodyStore.js';
import { folders } from '../store/paths.js';
import type { Difference } from './difference.js';

/** Files whose bytes are not those that the manifest vouches for, of which nothing else is `known` to differ, and files that it does not know. */
export async function fileDifferences(out: string, told: Run, known: ReadonlySet<string>): Promise<Difference[]> {
  const vouched = { ...told.left, ...told.files };
  const changed = await Promise.all(
    Object.entries(vouched).map(async ([path, sha256]): Promise<Difference[]> => {
      const bytes = await readFile(join(out, path)).catch(() => undefined);
      if (bytes === undefined) return [{ file: path, what: '', detail: 'is not there' }];
      if (sha256Of(bytes) === sha256 || known.has(path)) return [];
      return [{ file: path, what: '', detail: 'its bytes are not those that run.json tells of' }];
    }),
  );
  const found = await Promise.all(
    [folders.raw, folders.enriched, 'prices', 'history'].map(async (folder) => {
      const names = await readdir(join(out, folder)).catch(() => []);
      return names.map((name) => `${folder}/${name}`);
    }),
  );
  const strange = found.flat().filter((path) => !Object.hasOwn(vouched, path) && !path.startsWith('history/prices-'));
  return [...changed.flat(), ...strange.map((file) => ({ file, what: '', detail: 'no run vouches for it' }))];
}
