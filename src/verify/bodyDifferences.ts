import type { Origins } from '../model/origin.js';
import { readBody, readBodyIndex } from '../store/bodies/bodyStore.js';
import { bodyIndexPath, bodyPath, pricePath, providerPath } from '../store/paths.js';
import type { Difference } from './difference.js';
import type { Evidence } from './derivedReader.js';

/** Bodies that are not what was kept, and pages that the files name and that are not kept. */
export async function bodyDifferences({ out, told }: Evidence): Promise<{ differences: Difference[]; count: number }> {
  const { answers } = await readBodyIndex(out);
  const entries = Object.values(answers);
  const damaged = await Promise.all(
    entries.map(async (kept): Promise<Difference[]> => {
      const isThere = (await readBody(out, kept)) !== undefined;
      return isThere
        ? []
        : [{ file: bodyPath(kept.text), what: '', detail: 'is not there, or not the body that was kept' }];
    }),
  );
  const missing = [
    ...Object.entries(told.providers).flatMap(([id, { sources }]) => unkept(providerPath('raw', id), sources)),
    ...Object.entries(told.prices).flatMap(([id, { sources }]) => unkept(pricePath(id), sources)),
  ];
  function unkept(file: string, sources: Origins): Difference[] {
    return Object.entries(sources).flatMap(([name, { sha256, via, url }]) =>
      // A recording is known by its sha256 when it is read.
      via === 'recording' || Object.hasOwn(answers, sha256) || name.includes('@')
        ? []
        : [
            {
              file,
              what: `sources.${name}`,
              detail: `the body of ${url} (sha256 ${sha256}) is not in ${bodyIndexPath}`,
            },
          ],
    );
  }
  return { differences: [...damaged.flat(), ...missing], count: entries.length };
}
