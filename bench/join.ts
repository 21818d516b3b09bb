import { readFileSync } from 'node:fs';
import Table from 'cli-table3';
import { Bench } from 'tinybench';
import type { Key } from '../src/match/priceIndex.js';
import type { PriceRow } from '../src/model/price.js';
import { recordedCourt } from '../test/evaluation/samples.js';
import { priceLists } from '../src/sources/prices/index.js';
import { type Contender, contenders, type Listed, type Lookup } from './contenders.js';

const CATALOG = new URL('../data/recordings/modelsdev/api.full.json', import.meta.url);
/** Milliseconds for each contender and list. */
const BUDGET = 1500;

type Catalog = Record<string, { id: string; models: Record<string, { id: string; name: string }> }>;

/** The models of the recorded catalog, in an order in which every part of it is a fair sample. */
function catalog(): Key[] {
  const providers = Object.values(JSON.parse(readFileSync(CATALOG, 'utf8')) as Catalog);
  const models = providers.flatMap(({ id: provider, models: offers }) =>
    Object.values(offers).map(({ id, name }) => ({ provider, id, name })),
  );
  const step = 2_654_435_761;
  return models
    .map((model, i) => ({ model, rank: (i * step) % 4_294_967_296 }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ model }) => model);
}

/** The list `times` over: each copy holds other models, half of them of new families, half new versions of the old ones. */
function grown(rows: readonly PriceRow[], times: number): PriceRow[] {
  const letter = (n: number): string => String.fromCharCode(97 + (n % 26));
  const copies = Array.from({ length: times - 1 }, (_, n) =>
    rows.map((row, i) => {
      const family = `${letter(n)}${letter(n / 26)}`;
      const model =
        i % 2 === 0
          ? row.model.replace(/[a-z]{3,}(?!.*\/)/i, (word) => `${family}${word}`)
          : row.model.replace(/\d+(?!.*\/)|$/, (version) => `${Number(version) + 30 + n}`);
      return { ...row, model };
    }),
  );
  return [...rows, ...copies.flat()];
}

/** How many models a round takes: all of them, or for the slow contenders fewer, but never so few that the mix changes. */
const sampleSize = (name: string, all: number, factor: number): number =>
  name === 'ladder' ? all : Math.max(24, Math.round(512 / factor));

/** Models per second in the median round over a sample, since other work on the machine slows some rounds. */
async function speed(lookup: Lookup, sample: readonly Key[]): Promise<number> {
  const bench = new Bench({ time: BUDGET, iterations: 2, warmupTime: BUDGET / 3, warmupIterations: 1 });
  bench.add('lookup', () => {
    for (const model of sample) lookup(model);
  });
  await bench.run();
  const result = bench.tasks[0]?.result;
  if (result?.state !== 'completed') throw new Error('the benchmark did not complete');
  return (1000 * sample.length) / result.latency.p50;
}

/** One lookup that asks every list. */
const over = (build: Contender, lists: readonly Listed[]): Lookup => {
  const lookups = lists.map(build);
  return (model) => lookups.map((lookup) => lookup(model));
};

/** Prints models per second of every contender with so many times the rows, and how the ladder compares. */
async function compare(models: readonly Key[], lists: readonly Listed[], factors: readonly number[]): Promise<void> {
  const speeds = new Map<string, number[]>();
  for (const factor of factors) {
    const long = lists.map(({ list, rows }) => ({ list, rows: grown(rows, factor) }));
    for (const [name, build] of Object.entries(contenders)) {
      const sample = models.slice(0, sampleSize(name, models.length, factor));
      speeds.set(name, [...(speeds.get(name) ?? []), await speed(over(build, long), sample)]);
    }
  }
  const rows = lists.reduce((sum, listed) => sum + listed.rows.length, 0);
  const names = lists.map(({ list }) => list.id).join(', ');
  console.log(`${models.length} models, ${rows} price rows of ${names} (x ${factors.join(', ')}); models per second`);
  console.log(table(speeds, factors));
}

/** The first list alone, up to a hundred times its rows, and all of them together. */
export async function join(): Promise<void> {
  const models = catalog();
  const court = await recordedCourt();
  const lists = priceLists.flatMap((list) => {
    const rows = court.lists.find((index) => index.list === list.id)?.rows;
    return rows ? [{ list, rows: rows.map(({ row }) => row) }] : [];
  });
  await compare(models, lists.slice(0, 1), [1, 10, 100]);
  await compare(models, lists, [1, 10]);
}

function table(speeds: ReadonlyMap<string, readonly number[]>, factors: readonly number[]): string {
  const ladder = speeds.get('ladder') ?? [];
  const made = new Table({ head: ['', ...factors.map((factor) => `x ${factor}`)], style: { head: [], border: [] } });
  for (const [name, list] of speeds) {
    const ratio = (i: number): string =>
      name === 'ladder'
        ? `time per model x ${((ladder[0] ?? 0) / (list[i] ?? 1)).toFixed(2)}`
        : `ladder x ${((ladder[i] ?? 0) / (list[i] ?? 1)).toFixed(0)}`;
    made.push([name, ...list.map((perSecond, i) => `${Math.round(perSecond).toLocaleString('en')} (${ratio(i)})`)]);
  }
  return made.toString();
}
