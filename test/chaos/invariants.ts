import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { baselines } from '../../src/model/baseline.js';
import { change } from '../../src/model/change.js';
import { deadLetter } from '../../src/model/deadLetter.js';
import type { Model } from '../../src/model/model.js';
import { priceFile } from '../../src/model/priceFile.js';
import { type ProviderFile, providerFile } from '../../src/model/providerFile.js';
import { run as runSchema, type Run } from '../../src/model/run.js';
import { statedPrices } from '../../src/sources/statedPrices.js';
import { conditionOf } from '../../src/sources/conditions.js';
import type { Ended } from '../cli/ratecard.js';
import type { Harm } from './faults.js';
import { askersOf } from './scenario.js';

// What holds after every run, whatever went wrong in it; docs/reliability.md tells the same for users.
//
//  1. It ends by itself, in its time, with an exit code that says how it went.
//  2. Every file is whole, and no temporary one is left.
//  3. Every page that could not be read is named, with its cause.
//  4. No model that an earlier run knew is gone without a word.
//  5. No price that an earlier run knew is gone or changed without a word, and none moves by more than five times.
//  6. Where a page could not be read at all, or came in the end, nothing changes.
//  7. What is written for people has no control characters, and no stack trace.

/** What a folder holds of providers, by their ids. */
export type Known = ReadonlyMap<string, ProviderFile>;

/** What went wrong in a run, and where. */
export interface Chaos {
  readonly providers: readonly string[];
  /** Pages (`host/path?query`) and what they do. */
  readonly pages: ReadonlyMap<string, { readonly name: string; readonly harm: Harm }>;
  /** Pages that the run did ask for. */
  readonly asked: ReadonlySet<string>;
  /** Whether it settled prices by the same lists as the run before. */
  readonly isSettledAlike: boolean;
}

/** Whatever does not hold; each in one line. */
export async function broken(dir: string, before: Before, chaos: Chaos, ended: Ended): Promise<string[]> {
  const files = await unwhole(dir);
  if (files.length > 0) return files;
  const manifest = runSchema.parse(JSON.parse(await readFile(join(dir, 'run.json'), 'utf8')));
  return [
    ...(ended.code === 0 ? [] : [`exit code ${ended.code}: ${ended.stderr.slice(0, 300)}`]),
    ...unprintable(ended.stderr),
    ...unnamed(manifest, chaos),
    ...(await changes(dir, 'providers', before.raw, manifest, chaos)),
    ...(await changes(dir, 'providers-enriched', before.enriched, manifest, chaos)),
  ];
}

/** What an earlier run knew. */
export interface Before {
  readonly raw: Known;
  readonly enriched: Known;
}

/** The provider files of a folder. */
export async function knownIn(dir: string, folder: string): Promise<Known> {
  const names = await readdir(join(dir, folder));
  const files = await Promise.all(names.map((name) => readFile(join(dir, folder, name), 'utf8')));
  return new Map(files.map((text, i) => [(names[i] ?? '').replace(/\.json$/, ''), JSON.parse(text) as ProviderFile]));
}

const schemaOf = (name: string) =>
  name.startsWith('providers') ? providerFile : name.startsWith('prices') ? priceFile : null;

/** Files that are not what they should be (2). */
export async function unwhole(dir: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of await readdir(dir, { recursive: true })) {
    if (name.includes('.tmp')) found.push(`${name} is left`);
    if (!/\.jsonl?$/.test(name)) continue;
    const text = await readFile(join(dir, name), 'utf8');
    const schema = name === 'run.json' ? runSchema : name === 'baselines.json' ? baselines : schemaOf(name);
    try {
      const lines = name === 'rejected.jsonl' ? deadLetter : name === 'changes.jsonl' ? change : null;
      if (lines) for (const line of text.split('\n').filter(Boolean)) lines.parse(JSON.parse(line));
      else if (schema) schema.parse(JSON.parse(text));
    } catch (error) {
      found.push(`${name} is not whole: ${String(error).slice(0, 200)}`);
    }
  }
  return found;
}

/** Characters that a terminal obeys, and the marks of a defect (7). */
function unprintable(text: string): string[] {
  const control = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/.exec(text);
  return [
    ...(control ? [`stderr holds ${JSON.stringify(control[0])}`] : []),
    ...(/^ {4}at /m.test(text) ? [`stderr holds a stack trace: ${text.slice(0, 300)}`] : []),
  ];
}

/** Pages that could not be read and that nobody names (3): by its address, or as all that an endpoint of an asker had. */
function unnamed({ providers, prices }: Run, { pages, asked }: Chaos): string[] {
  const sources = Object.entries({ ...providers, ...prices });
  const isNamed = (page: string): boolean => {
    const askers = askersOf(page);
    return sources.some(([id, { faults, error }]) => {
      const said = [...faults.map(({ url }) => url ?? ''), error ?? ''];
      return (
        said.some((text) => spelled(text).includes(spelled(page))) ||
        (askers.includes(id) && faults.some(({ url }) => url === null))
      );
    });
  };
  return [...pages].flatMap(([page, { name, harm }]) =>
    harm === 'unread' && asked.has(page) && !isNamed(page) ? [`${page} (${name}) is named nowhere`] : [],
  );
}

/** Addresses in one spelling: `%27` and `'` are the same page. */
const spelled = (text: string): string => text.replaceAll('%27', "'").replaceAll('%20', ' ');

async function changes(dir: string, folder: string, before: Known, manifest: Run, chaos: Chaos): Promise<string[]> {
  const after = await knownIn(dir, folder);
  const harms = [...chaos.pages.values()].map(({ harm }) => harm);
  const isQuiet = harms.every((harm) => harm === 'none' || harm === 'unread');
  const isAlike = folder === 'providers' || chaos.isSettledAlike;
  return chaos.providers.flatMap((id) => {
    const was = before.get(id);
    const is = after.get(id);
    const run = manifest.providers[id];
    if (!was) return [];
    if (!is || !run) return [`${folder}/${id}.json is gone, or not in the manifest`];
    const isNamed =
      run.error !== null || run.faults.length > 0 || run.jumps.length > 0 || run.drift !== null || run.rejected > 0;
    const models = new Map(is.models.map((model) => [model.id, model]));
    return was.models.flatMap((model) => {
      const now = models.get(model.id);
      const where = `${folder}: ${id}/${model.id}`;
      if (!now) return isQuiet || !isNamed ? [`${where} is gone${isNamed ? '' : ' without a word'}`] : [];
      return pricesChanged(model, now, { isQuiet: isQuiet && isAlike, isNamed: isNamed || !isAlike }).map(
        (says) => `${where}: ${says}`,
      );
    });
  });
}

interface Told {
  /** No price may differ. */
  readonly isQuiet: boolean;
  /** Something is said of the source as a whole. */
  readonly isNamed: boolean;
}

function pricesChanged(was: Model, is: Model, { isQuiet, isNamed }: Told): string[] {
  const now = new Map(statedPrices(is, conditionOf));
  return statedPrices(was, conditionOf).flatMap(([name, before]) => {
    const after = now.get(name);
    if (after === before) return [];
    if (isQuiet) return [`${name} was ${before}, is ${after ?? 'gone'}`];
    const hasWord = isNamed || is.pricing.issues.length > was.pricing.issues.length || is.kept !== undefined;
    if (!hasWord) return [`${name} was ${before}, is ${after ?? 'gone'}, without a word`];
    const isFar = after !== undefined && (after > before * 5.01 || after < before / 5.01);
    return isFar ? [`${name} was ${before}, is ${after}`] : [];
  });
}
