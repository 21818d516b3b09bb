import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Words } from '../book/askedBook.js';
import { partIn, wordsIn } from '../book/offerTexts.js';
import type { TablePart } from '../book/priceBook.js';
import type { SettledPart } from '../book/settledPart.js';
import { isFileName } from '../model/fileName.js';
import type { PriceFile } from '../model/priceFile.js';
import type { Dataset } from '../model/providerFile.js';
import type { Run } from '../model/run.js';
import { version } from '../read/version.js';
import { overridesPath, priceListIn, pricePath, providerPath, runPath } from './paths.js';
import { withBytes } from './withBytes.js';

/**
 * What the last run left in an output folder, as far as it stands to the byte as its manifest says: what was checked when it
 * was written needs no schema to be read.
 */
export interface WrittenTable {
  /** Providers that the run read, by id. */
  readonly providers: ReadonlySet<string>;
  /** The options that the run was given. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The settled offers of a provider; undefined where its file is another than the run wrote. */
  readonly part: (provider: string, read?: (json: Buffer) => SettledPart) => Promise<SettledPart | undefined>;
  /** The same of its offers as they were before they were settled. */
  readonly raw: (provider: string) => Promise<TablePart | undefined>;
  /** The same of what these said of their prices. */
  readonly words: (provider: string) => Promise<Words | undefined>;
  /** Ids of the price lists whose rows the run wrote. */
  readonly lists: () => Promise<readonly string[]>;
  /** The same of the rows of a price list. */
  readonly list: (id: string) => Promise<PriceFile | undefined>;
  /** Whether the raw file of a provider is the one that the run went by. */
  readonly isOfRaw: (provider: string) => Promise<boolean>;
  /** Whether the corrections are those that the run went by: none before and none now, or no newer than the run. */
  readonly isOfOverrides: () => Promise<boolean>;
}

/** The manifest, as far as it is needed. */
type Manifest = Pick<Run, 'version' | 'startedAt' | 'options' | 'providers' | 'overrides' | 'files'>;

/** Opens it; undefined where there is no manifest, a damaged one, or one that another version of the program wrote. */
export async function openWritten(out: string): Promise<WrittenTable | undefined> {
  const manifest = await manifestIn(out);
  if (!manifest) return undefined;
  const { files } = manifest;
  const read = <T>(path: string, use: (bytes: Buffer) => T): Promise<T | undefined> =>
    new Promise((resolve) => {
      const isOurs = Object.hasOwn(files, path);
      resolve(
        isOurs ? withBytes(join(out, path), (it) => (sha256(it) === files[path] ? use(it) : undefined)) : undefined,
      );
    });
  const readProvider = <T>(dataset: Dataset, id: string, use: (bytes: Buffer) => T): Promise<T | undefined> =>
    isFileName(id) ? read(providerPath(dataset, id), use) : Promise.resolve(undefined);
  return {
    providers: new Set(Object.keys(manifest.providers)),
    options: manifest.options,
    part: (id, use = partIn) => readProvider('enriched', id, use),
    raw: (id) => readProvider('raw', id, partIn),
    words: (id) => readProvider('raw', id, wordsIn),
    lists: () => Promise.resolve(Object.keys(files).flatMap((path) => priceListIn(path) ?? [])),
    list: (id) => read(pricePath(id), (bytes) => JSON.parse(bytes.toString('utf8')) as PriceFile),
    isOfRaw: async (id) => isFileName(id) && isAsOld(out, providerPath('raw', id), files),
    isOfOverrides: () => areAsOld(out, manifest),
  };
}

/** A raw file that the run wrote, or, as with one of a provider that could not be read, left as it was. */
async function isAsOld(out: string, path: string, files: Manifest['files']): Promise<boolean> {
  if (Object.hasOwn(files, path)) return withBytes(join(out, path), sha256) === files[path];
  const [raw, run] = await Promise.all([path, runPath].map((one) => stat(join(out, one)).catch(() => undefined)));
  return raw !== undefined && run !== undefined && raw.mtimeMs <= run.mtimeMs;
}

async function areAsOld(out: string, { overrides, startedAt }: Manifest): Promise<boolean> {
  const found = await stat(join(out, overridesPath)).catch(() => undefined);
  return overrides === undefined ? found === undefined : found !== undefined && found.mtimeMs < Date.parse(startedAt);
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

async function manifestIn(out: string): Promise<Manifest | undefined> {
  try {
    const value = JSON.parse(await readFile(join(out, runPath), 'utf8')) as Partial<Manifest> | null;
    return value && isManifest(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isManifest = (value: Partial<Manifest>): value is Manifest =>
  value.version === version && [value.options, value.providers, value.files].every((one) => typeof one === 'object');
