import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Model } from '../../src/model/model.js';
import type { PriceRow } from '../../src/model/price.js';
import type { Run, SourceRun } from '../../src/model/run.js';
import { run } from '../../src/run.js';
import { baselines } from '../../src/sinks/baselines.js';
import { priceFiles } from '../../src/sinks/priceFiles.js';
import { providerFiles } from '../../src/sinks/providerFiles.js';
import { sources } from '../../src/sources/index.js';
import { priceLists } from '../../src/sources/prices/index.js';
import { rowName } from '../../src/sources/prices/rowName.js';
import { newFolder } from '../cli/ratecard.js';
import { frozen, frozenNetworks, type Weather } from './frozen.js';

/** What is known of a source: its records by name, and whether each has a price. */
type Known = ReadonlyMap<string, boolean>;

const dayOf = (day: number): string => `2026-01-${String(day + 1).padStart(2, '0')}`;

const providers = (await Promise.all(sources.map((source) => frozen(source)))).filter((one) => one !== undefined);
const lists = (await Promise.all(priceLists.map((list) => frozen(list)))).filter((one) => one !== undefined);

/** What a folder knows, by the name of the file. */
async function knownIn(out: string): Promise<Map<string, Known>> {
  const known = new Map<string, Known>();
  const read = async (...path: string[]): Promise<unknown> => JSON.parse(await readFile(join(out, ...path), 'utf8'));
  for (const { source } of providers) {
    const { models } = (await read('providers', `${source.id}.json`)) as { models: Model[] };
    known.set(source.id, new Map(models.map(({ id, pricing }) => [id, pricing.status !== 'unknown'])));
  }
  for (const { source } of lists) {
    const { rows } = (await read('prices', `${source.id}.json`)) as { rows: PriceRow[] };
    known.set(`prices/${source.id}`, new Map(rows.map((row) => [rowName(row), true])));
  }
  return known;
}

/** What is left of so many after that many days, a quarter less each day. */
const left = (count: number, day: number): number => Math.ceil(count * 0.75 ** day);

const runOf = ({ providers: some, prices }: Run, name: string): SourceRun | undefined =>
  name.startsWith('prices/') ? prices[name.slice('prices/'.length)] : some[name];

/** What was known and is not any more, of which the manifest says nothing. */
function lostWithoutAWord(before: Known, after: Known, told: SourceRun | undefined): string[] {
  const records = new Set(told?.gone.records);
  const prices = new Set(told?.gone.prices);
  return [...before].flatMap(([name, isPriced]) => {
    if (!after.has(name)) return records.has(name) ? [] : [name];
    return isPriced && !after.get(name) && !prices.has(name) ? [`the price of ${name}`] : [];
  });
}

interface Day {
  readonly manifest: Run;
  readonly known: Map<string, Known>;
}

/** Runs for so many days into one folder, each day with other rows. */
async function boiled(out: string, weatherOn: (day: number) => Weather, days = 12): Promise<Day[]> {
  const all: Day[] = [];
  for (let day = 0; day <= days; day++) {
    for (const one of [...providers, ...lists]) one.weather = weatherOn(day);
    const manifest = await run({
      ...{ out, datasets: ['raw'], networks: frozenNetworks(dayOf(day)), concurrency: 1 },
      sources: providers.map(({ source }) => source),
      lists: lists.map(({ source }) => source),
      sinks: [providerFiles, priceFiles, baselines],
    });
    all.push({ manifest, known: await knownIn(out) });
  }
  return all;
}

/** `provider: models` of which a day lost some without a word. */
const silentIn = (all: readonly Day[]): string[] =>
  all.slice(1).flatMap(({ manifest, known }, i) =>
    [...known].flatMap(([name, after]) => {
      const lost = lostWithoutAWord(all[i]?.known.get(name) ?? new Map(), after, runOf(manifest, name));
      return lost.length > 0 ? [`day ${i + 1}, ${name}: ${lost.join(', ')}`] : [];
    }),
  );

/** Sources of which less than 70 % is left of what the first day knew. */
const boiledAway = (all: readonly Day[]): string[] => {
  const [first, last] = [all[0]?.known, all.at(-1)?.known];
  return [...(first ?? [])].flatMap(([name, before]) => {
    const after = last?.get(name) ?? new Map<string, boolean>();
    const left = [...before.keys()].filter((one) => after.has(one)).length;
    return left < before.size * 0.7 ? [`${name}: ${left} of ${before.size}`] : [];
  });
};

describe('a list that loses a quarter of its rows a day, for twelve days', { timeout: 60_000 }, () => {
  let out: string;
  let all: Day[];
  beforeAll(async () => {
    out = await newFolder();
    all = await boiled(out, (day) => ({ rows: (rows) => rows.slice(0, left(rows.length, day)) }));
  }, 60_000);
  afterAll(() => rm(out, { recursive: true }));

  it('loses no model and no price without a word, whoever’s list it is', () => {
    expect(providers.length + lists.length).toBeGreaterThan(45);
    expect(silentIn(all)).toEqual([]);
  });

  it('keeps 70 % of what was known, and says why each day', () => {
    expect(boiledAway(all)).toEqual([]);
    const silent = Object.entries({ ...all.at(-1)?.manifest.providers, ...all.at(-1)?.manifest.prices }).filter(
      ([, { error, rows }]) => error === null && rows > 1,
    );
    expect(silent.map(([name, { status, rows }]) => [name, status, rows])).toEqual([]);
  });
});

describe('a list of which a quarter of the records have another id each day', { timeout: 60_000 }, () => {
  /** 0…1, the same each day. */
  const placeOf = (id: string): number => (createHash('sha256').update(id).digest()[0] ?? 0) / 256;
  const isOffer = (out: unknown): out is { readonly id: string } => typeof (out as { id?: unknown }).id === 'string';
  let out: string;
  let all: Day[];
  beforeAll(async () => {
    out = await newFolder();
    all = await boiled(
      out,
      (day) => ({
        out: (read) => {
          const isRenamed = isOffer(read) && placeOf(read.id) >= 0.75 ** day;
          return isRenamed ? { ...read, id: `another name of ${read.id}` } : read;
        },
      }),
      4,
    );
  }, 60_000);
  afterAll(() => rm(out, { recursive: true }));

  it('loses none without a word, and keeps 70 % of what was known, however long it is', () => {
    expect(silentIn(all)).toEqual([]);
    expect(boiledAway(all)).toEqual([]);
  });
});
