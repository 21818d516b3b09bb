import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Model } from '../model/model.js';
import { type ProviderFile, providerFile } from '../model/providerFile.js';
import { BadFile } from './badFile.js';
import { folders } from './paths.js';
import { readAs } from './readAs.js';

const idsIn = async (out: string): Promise<string[]> => {
  const names = await readdir(join(out, folders.enriched)).catch(() => []);
  const files = names.filter((name) => name.endsWith('.json'));
  return files.map((name) => name.slice(0, -'.json'.length)).sort();
};

const pathOf = (id: string): string => `${folders.enriched}/${id}.json`;

/** The offers in the files of all other providers than these; none of a file that is damaged. */
export async function readOffersBeside(out: string, providers: ReadonlySet<string>): Promise<Model[]> {
  const ids = (await idsIn(out)).filter((id) => !providers.has(id));
  const files = await Promise.all(ids.map((id) => readAs(providerFile, out, pathOf(id))));
  return files.flatMap((file) => file?.models ?? []);
}

/** The settled offers of each provider, as the last runs into a folder wrote them, sorted; rejects with a `BadFile` for a damaged file. */
export async function readTable(out: string): Promise<ProviderFile[]> {
  const ids = await idsIn(out);
  return Promise.all(
    ids.map(async (id) => {
      const path = pathOf(id);
      const file = await readAs(providerFile, out, path);
      if (!file)
        throw new BadFile(`${join(out, path)} is damaged or of another version: \`ratecard run\` writes it anew`);
      return file;
    }),
  );
}
