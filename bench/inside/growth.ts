import { buildPriceIndex, type Key, type PriceIndex } from '../../src/match/priceIndex.js';
import type { PriceRow } from '../../src/model/price.js';
import { priceLists } from '../../src/sources/prices/index.js';
import { type Figure, median } from '../row.js';
import { ratioOf, timed, turns } from '../turns.js';
import type { Listed } from './contenders.js';
import { type Growth, grown } from './grown.js';
import { asked, catalog, recordedLists } from './lists.js';

const rounds = 60;
/** What a lookup may cost with so many times the rows. */
const bars: Readonly<Record<number, number>> = { 10: 1.3, 100: 1.6 };
/** A row of a longer list takes as much memory. */
const flat = 1.1;

/** Lists of which each seller has more models, or that have more sellers: time and memory as of the recorded ones. */
export async function growth(): Promise<Figure[]> {
  const lists = await recordedLists();
  const one = lists.slice(0, 1);
  return [
    ...(await compared(one, 'models', [10, 100], 'one list')),
    ...(await compared(one, 'sellers', [10, 100], 'one list')),
    ...(await compared(lists, 'models', [10], 'five lists')),
  ];
}

/** Each growth once, and that the models find as many prices as before. */
export async function short(): Promise<Figure[]> {
  const [first] = await recordedLists(priceLists.slice(0, 1));
  if (!first) throw new Error('no price list was read');
  const models = catalog();
  const countsOf = (rows: readonly PriceRow[]) => {
    const index = buildPriceIndex(first.list, rows);
    return { rows: index.rows.length, matches: models.filter((model) => 'match' in index.find(model)).length };
  };
  const counts = [first.rows, grown(first.rows, 3, 'models'), grown(first.rows, 3, 'sellers')].map(countsOf);
  const [base, ...more] = counts;
  if (!base || more.some(({ rows, matches }) => rows < base.rows * 3 || matches < base.matches))
    throw new Error(`what was found: ${JSON.stringify(counts)}`);
  return counts.map(({ rows, matches }) => ({ what: `${rows} rows, ${matches} matches`, ratio: 1 }));
}

/** Lists of some size, ready for lookups, and what a row of them took. */
interface Indexed {
  readonly indexes: readonly PriceIndex[];
  readonly memoryPerRow: number;
  readonly builtPerRow: number;
}

async function compared(
  lists: readonly Listed[],
  growth: Growth,
  factors: readonly number[],
  what: string,
): Promise<Figure[]> {
  indexed(lists, growth, 1);
  const base = indexed(lists, growth, 1);
  const long = factors.map((factor) => [factor, indexed(lists, growth, factor)] as const);
  const models = catalog().filter(({ provider }) => base.indexes.some((index) => index.rowsOf(provider).length > 0));
  const work = [[1, base] as const, ...long].map(
    ([factor, { indexes }]) => [factor, roundOf(indexes, models)] as const,
  );
  const times: Readonly<Record<string, readonly number[]>> = await turns(Object.fromEntries(work), rounds);
  return long.flatMap(([factor, made]) => {
    const [ours, floor] = [times[factor] ?? [], times[1] ?? []];
    const name = `${what}, x ${factor} ${growth}`;
    const [memory, built] = [made.memoryPerRow / base.memoryPerRow, made.builtPerRow / base.builtPerRow];
    return [
      { what: `a lookup, ${name}`, ours: perLookup(ours), ratio: ratioOf(ours, floor), bar: bars[factor] ?? null },
      { what: `memory of a row, ${name}`, ours: `${made.memoryPerRow.toFixed(0)} B`, ratio: memory, bar: flat },
      {
        what: `a row indexed, ${name}`,
        ours: `${(1000 * made.builtPerRow).toFixed(1)} µs`,
        ratio: built,
      },
    ];
  });
}

const perLookup = (times: readonly number[]): string => `${(1000 * median(times)).toFixed(2)} µs`;

/** Milliseconds a model, each list asked for each. */
const roundOf = (indexes: readonly PriceIndex[], models: readonly Key[]) => (): number => {
  const keys = asked(models);
  return timed(() => keys.forEach((key) => indexes.forEach((index) => index.find(key)))) / keys.length;
};

/** How often an index is built: of few rows often, since a short time says little. */
const times = (factor: number): number => Math.max(2, Math.round(12 / factor));

function indexed(lists: readonly Listed[], growth: Growth, factor: number): Indexed {
  const long = lists.map(({ list, rows }) => ({ list, rows: grown(rows, factor, growth) }));
  const count = long.reduce((sum, { rows }) => sum + rows.length, 0);
  const build = () => long.map(({ list, rows }) => buildPriceIndex(list, rows));
  const took = Array.from({ length: times(factor) }, () => timed(build));
  const before = alive();
  const indexes = build();
  const memory = alive() - before;
  return { indexes, memoryPerRow: memory / count, builtPerRow: median(took) / count };
}

/** Bytes that are in use. What is held weakly, and by what is held weakly, goes a collection later each. */
function alive(): number {
  for (let i = 0; i < 4; i++) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
