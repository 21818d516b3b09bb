import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { files as enriched } from '../../../src/store/shipped/enriched.js';
import { files as prices } from '../../../src/store/shipped/prices.js';
import { files as raw } from '../../../src/store/shipped/raw.js';

/** The generated modules of src/store/shipped, with the folder of a run whose files each has. */
export const packs = [
  { name: 'enriched', path: 'providers-enriched', files: enriched },
  { name: 'raw', path: 'providers', files: raw },
  { name: 'prices', path: 'prices', files: prices },
];

/** The files of a folder of a run, sorted by their ids, as JSON without white space. */
export async function filesIn(folder: string): Promise<Record<string, string>> {
  const ids = (await readdir(folder)).map((name) => name.slice(0, -'.json'.length)).sort();
  const texts = ids.map(async (id) => {
    const text = await readFile(join(folder, `${id}.json`), 'utf8');
    return [id, JSON.stringify(JSON.parse(text))] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}
