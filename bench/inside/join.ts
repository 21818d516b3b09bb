import { buildPriceIndex, type Key } from '../../src/match/priceIndex.js';
import { openCourt } from '../../src/settle/court.js';
import { type Figure, median } from '../row.js';
import { ratioOf, timed, turns } from '../turns.js';
import { type Contender, contenders, type Listed, type Lookup } from './contenders.js';
import { asked, catalog, recordedLists } from './lists.js';

const rounds = 15;
/** Milliseconds in which an index of all lists has to be built from their rows. */
const soon = 500;
/** Of the slow ones fewer models are asked: the order of the catalog makes any part of it a fair sample. */
const sampleSize = (name: string, all: number): number => (name === 'ladder' ? all : 256);

const bars: Readonly<Record<string, number>> = { 'reference loop': 0.05 };

/** The ladder beside other ways to find a model's row, over the first list and over all; and how long the index takes. */
export async function join(): Promise<Figure[]> {
  const models = catalog();
  const lists = await recordedLists();
  return [
    ...(await beside(models, lists.slice(0, 1), 'a lookup in one list')),
    ...(await beside(models, lists, 'a lookup in five lists')),
    built(lists),
  ];
}

/** How many rows there are, and how many of the models the ladder finds a price for. */
export async function short(): Promise<Figure[]> {
  const models = catalog();
  const lists = await recordedLists();
  const found = lists.map(({ list, rows }) => {
    const index = buildPriceIndex(list, rows);
    return models.filter((model) => 'match' in index.find(model)).length;
  });
  const rows = lists.reduce((sum, listed) => sum + listed.rows.length, 0);
  const matches = found.reduce((sum, count) => sum + count, 0);
  if (lists.length < 5 || rows < 10_000 || matches < 5000) throw new Error(`${rows} rows, ${matches} matches`);
  return [{ what: `${models.length} models, ${rows} rows of ${lists.length} lists, ${matches} matches`, ratio: 1 }];
}

/** One lookup that asks every list. */
const over = (build: Contender, lists: readonly Listed[]): Lookup => {
  const lookups = lists.map(build);
  return (model) => lookups.map((lookup) => lookup(model));
};

async function beside(models: readonly Key[], lists: readonly Listed[], what: string): Promise<Figure[]> {
  const work = Object.entries(contenders).map(([name, build]) => {
    const lookup = over(build, lists);
    const sample = models.slice(0, sampleSize(name, models.length));
    const round = (): number => {
      const keys = asked(sample);
      return timed(() => keys.forEach((key) => lookup(key))) / sample.length;
    };
    return [name, round] as const;
  });
  const times = await turns(Object.fromEntries(work), rounds);
  const { ladder = [], ...others } = times;
  return Object.entries(others).map(([name, each]) => ({
    what,
    floor: name,
    ours: `${(1000 * median(ladder)).toFixed(2)} µs`,
    ratio: ratioOf(ladder, each),
    bar: bars[name] ?? null,
  }));
}

/** The first time counts, as in a run: nothing is compiled yet that reads names. */
function built(lists: readonly Listed[]): Figure {
  const time = timed(() => openCourt(lists.map(({ list, rows }) => buildPriceIndex(list, rows))));
  const rows = lists.reduce((sum, listed) => sum + listed.rows.length, 0);
  const what = `an index of ${lists.length} lists from ${rows} rows`;
  return { what, floor: `${soon} ms`, ours: `${time.toFixed(0)} ms`, ratio: time / soon, bar: 1 };
}
