import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type ProviderFile, providerFile } from '../model/providerFile.js';
import { BadFile } from './badFile.js';
import { folders } from './paths.js';

/** The enriched files of providers as they stand somewhere, unread. */
export interface Table {
  /** For people: where they stand. */
  readonly place: string;
  /** The bytes of each, by provider id. */
  readonly files: ReadonlyMap<string, Buffer>;
}

/** Of names in the folder of enriched files those of providers, as their ids. */
export const providersIn = (names: readonly string[]): string[] =>
  names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));

/** The table in an output folder; undefined where there is none. */
export async function tableIn(out: string): Promise<Table | undefined> {
  const folder = join(out, folders.enriched);
  const ids = providersIn(await readdir(folder).catch(() => []));
  if (ids.length === 0) return undefined;
  const files = await Promise.all(ids.map(async (id) => [id, await readFile(join(folder, `${id}.json`))] as const));
  return { place: out, files: new Map(files) };
}

/**
 * The files in which two tables are not the same to the byte, read, without the models that both have to the letter: none of
 * them differs. Rejects with a `BadFile` for a damaged one.
 */
export function differing(before: Table, after: Table): { before: ProviderFile[]; after: ProviderFile[] } {
  const found: { before: ProviderFile[]; after: ProviderFile[] } = { before: [], after: [] };
  for (const id of new Set([...before.files.keys(), ...after.files.keys()])) {
    const [one, other] = [before.files.get(id), after.files.get(id)];
    if (one && other && one.equals(other)) continue;
    const [was, is] = readPair(one, other);
    if (one) found.before.push(was ?? bad(before, id));
    if (other) found.after.push(is ?? bad(after, id));
  }
  return found;
}

function bad({ place }: Table, id: string): never {
  const name = `${folders.enriched}/${id}.json of ${place}`;
  throw new BadFile(`${name} is damaged or of another version: \`ratecard run\` writes it anew`);
}

const loose = z.looseObject({ models: z.array(z.looseObject({ id: z.string() })) });
type Loose = z.infer<typeof loose>;

/** The files of one provider on two days, without the models that both have to the letter; undefined where one is not there or none. */
export function readPair(
  before: Buffer | undefined,
  after: Buffer | undefined,
): readonly [ProviderFile | undefined, ProviderFile | undefined] {
  const [was, is] = [looselyRead(before), looselyRead(after)];
  const known = new Map(was?.models.map((model) => [model.id, JSON.stringify(model)]));
  const same = new Set(is?.models.filter((model) => known.get(model.id) === JSON.stringify(model)).map(({ id }) => id));
  const strictly = (file: Loose | undefined): ProviderFile | undefined =>
    file && providerFile.safeParse({ ...file, models: file.models.filter(({ id }) => !same.has(id)) }).data;
  return [strictly(was), strictly(is)];
}

function looselyRead(bytes: Buffer | undefined): Loose | undefined {
  try {
    return bytes && loose.safeParse(JSON.parse(bytes.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
