// What a log costs by `cost --stdin`, by DuckDB and by ClickHouse is the same to the last decimal, as known now, and before and
// after the night on which most prices moved:
//   node check.js [--lines 1000000] [--prices 30000] [--seed 1]
// With --out the prices are those of a folder that a run wrote, in place of made-up ones, as known now.
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openClickHouse } from './clickhouse.js';
import { openDuckDb } from './duckdb.js';
import { readFolder, writeFolder } from './folder.js';
import { offersWith, runs } from './prices.js';
import { exportParquet, openRatecard, plain } from './ratecard.js';
import { writeUsage } from './usage.js';

const { values } = parseArgs({
  options: Object.fromEntries(['lines', 'prices', 'seed', 'out'].map((name) => [name, { type: 'string' }])),
});
const [lines, prices, seed] = [
  Number(values.lines ?? 20_000),
  Number(values.prices ?? 30_000),
  Number(values.seed ?? 1),
];

/** The price versions to ask for: before and after the run that wrote most, and that of now. */
function versionsOf(offers) {
  if (values.out !== undefined) return [['now', undefined]];
  const written = new Map();
  for (const { run, change } of offers.flatMap((offer) => offer.lines))
    if (change === 'change') written.set(run, (written.get(run) ?? 0) + 1);
  const [[most]] = [...written].sort(([, a], [, b]) => b - a);
  return [
    ['before', new Date(runs[most - 1])],
    ['after', new Date(runs[most])],
    ['now', undefined],
  ];
}

async function timed(work) {
  const from = performance.now();
  return [await work(), ((performance.now() - from) / 1000).toFixed(1)];
}

const scratch = await mkdtemp(join(tmpdir(), 'ratecard-engines-'));
try {
  const [usage, parquet] = [join(scratch, 'usage.jsonl'), join(scratch, 'prices.parquet')];
  const out = values.out ?? scratch;
  const offers = values.out === undefined ? offersWith(prices, seed) : await readFolder(out);
  if (values.out === undefined) await writeFolder(out, offers);
  await writeUsage(usage, offers, { lines, seed: seed + 1 });
  await exportParquet(out, parquet);
  const versions = versionsOf(offers);
  const told = new Map();
  const ask = async ({ name, total }) => {
    for (const [version, asOf] of versions) {
      const [answer, seconds] = await timed(() => total(asOf));
      const said = `${plain(answer.total)} USD, ${answer.priced} of ${answer.calls} calls priced`;
      console.log(`${name}, as of ${version}: ${said}, ${seconds} s`);
      assert.equal(said, told.get(version) ?? said, `${name} says something else, as of ${version}`);
      told.set(version, said);
    }
  };
  await ask(openRatecard({ out, usage }));
  const [duckDb, duckSeconds] = await timed(() => openDuckDb({ prices: parquet, usage }));
  console.log(`DuckDB has read the log in ${duckSeconds} s`);
  await ask(duckDb);
  duckDb.close();
  const [clickHouse, clickSeconds] = await timed(() => openClickHouse({ prices: parquet, usage }));
  console.log(`ClickHouse has read the log in ${clickSeconds} s`);
  for (const way of clickHouse.ways) await ask(way);
  clickHouse.close();
  assert.equal(new Set(told.values()).size, versions.length, 'a price that moved is in no version');
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`${lines} calls agree in ${versions.length} versions; the engines took ${megabytes} MB at most`);
} finally {
  await rm(scratch, { recursive: true, force: true });
}
