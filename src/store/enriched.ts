import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Model } from '../model/model.js';
import { providerFile } from '../model/providerFile.js';
import { BadFile } from './badFile.js';
import { folders } from './paths.js';
import { readAs } from './readAs.js';

/** All offers with their settled prices, as the last runs into a folder wrote them; rejects with a `BadFile` for a damaged file. */
export async function readEnriched(out: string): Promise<Model[]> {
  const names = await readdir(join(out, folders.enriched)).catch(() => []);
  const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
  const files = await Promise.all(
    ids.sort().map(async (id) => {
      const path = `${folders.enriched}/${id}.json`;
      const file = await readAs(providerFile, out, path);
      if (!file)
        throw new BadFile(`${join(out, path)} is damaged or of another version: \`ratecard run\` writes it anew`);
      return file.models;
    }),
  );
  return files.flat();
}
