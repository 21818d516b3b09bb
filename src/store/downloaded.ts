import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Fault } from '../model/fault.js';
import { fileKey, isFileName } from '../model/fileName.js';
import { type ProviderFile, providerFile } from '../model/providerFile.js';
import { folders } from './paths.js';
import { readAs } from './readAs.js';

/** A downloaded file, or why it can't be used. */
export type Downloaded = ProviderFile | { readonly fault: Fault };

/**
 * The downloaded files by provider. A provider's file is the one of its name; without that, one that says it is the
 * provider's. What a file says never leads out of the folder: an id that is no name of a file, or another provider's in
 * other case, is the fault of that file, which is known by its own name.
 */
export async function readDownloaded(out: string): Promise<Map<string, Downloaded>> {
  const names = await readdir(join(out, folders.raw)).catch(() => []);
  const stems = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
  const files = await Promise.all(stems.sort().map(async (stem) => ({ stem, file: await readOne(out, stem) })));
  const rank = ({ stem, file }: (typeof files)[number]) => ('fault' in file ? 1 : file.provider.id === stem ? 0 : 2);
  const ids = new Map<string, string>();
  const found = new Map<string, Downloaded>();
  for (const { stem, file } of files.sort((a, b) => rank(a) - rank(b))) {
    const id = 'fault' in file ? stem : file.provider.id;
    const other = ids.get(fileKey(id));
    if (other === undefined) {
      ids.set(fileKey(id), id);
      found.set(nameOf(id), file);
    } else if (other !== id)
      found.set(nameOf(stem), faultOf(out, stem, `is ${other} in other case: remove one of them`));
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A file whose name is no id is called by its path, which is nobody's id. */
const nameOf = (stem: string): string => (isFileName(stem) ? stem : pathOf(stem));

const pathOf = (stem: string): string => `${folders.raw}/${stem}.json`;

async function readOne(out: string, stem: string): Promise<Downloaded> {
  const file = await readAs(providerFile, out, pathOf(stem));
  if (!isFileName(stem)) return faultOf(out, stem, 'has a name that no provider can have: remove it');
  if (!file) return faultOf(out, stem, 'is damaged or of another version: download it again');
  const { id } = file.provider;
  return isFileName(id)
    ? file
    : faultOf(
        out,
        stem,
        `names its provider ${JSON.stringify(id)}, which can't be the name of a file: download it again`,
      );
}

function faultOf(out: string, stem: string, why: string): Downloaded {
  const path = `${out}/${pathOf(stem)}`;
  const nothing = { request: null, httpStatus: null, attempts: 1, retryAt: null };
  return { fault: { ...nothing, endpoint: 'file', url: path, kind: 'file', error: `${path} ${why}` } };
}
