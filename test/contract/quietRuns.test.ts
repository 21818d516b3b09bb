import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/model/run.js';
import { openNetworks } from '../../src/read/networks.js';
import { run, type RunOptions } from '../../src/run.js';
import { sources } from '../../src/sources/index.js';
import { priceLists } from '../../src/sources/prices/index.js';
import { readBaselines } from '../../src/store/seen.js';
import { anEndpoint, aPriceList, aPriceRow, aSource } from '../builders.js';
import { localServer } from '../read/localServer.js';
import { filesIn, readText, temporaryFolder } from '../sinks/temporaryFolder.js';
import { recordingsDir } from '../sources/harness.js';

/** The files that a run leaves other than they were. */
async function changedBy(dir: string, again: () => Promise<Run>): Promise<string[]> {
  const before = await temporaryFolder();
  await cp(dir, before, { recursive: true });
  const told = await again();
  expect(await manifestIn(dir)).toEqual(told);
  const paths = [...new Set([...(await filesIn(dir)), ...(await filesIn(before))])];
  const bytes = (of: string, path: string) => readText(of, path).catch(() => undefined);
  const isOther = await Promise.all(
    paths.map(async (path) => (await bytes(dir, path)) !== (await bytes(before, path))),
  );
  return paths.filter((_, i) => isOther[i]);
}

const ids = (count: number) => Array.from({ length: count }, (_, i) => ({ id: `m${i}` }));
const provider = (id: string) =>
  aSource({ id, endpoints: [anEndpoint({ requests: { list: { url: `https://${id}.example/models` } } })] });
const list = aPriceList();

/** Providers and a price list of a host that lists so many models: runs over the network, each at a later time. */
async function worldOf(rows: number) {
  const dir = await temporaryFolder();
  const world = { rows, dir };
  const server = await localServer((request, response) => {
    const data = request.url?.includes('prices') ? [aPriceRow('m0', { provider: 'ACME' })] : ids(world.rows);
    response.end(JSON.stringify({ data }));
  });
  const networks = () => openNetworks({ mode: 'live', mirror: server.url, env: {}, recordingsDir });
  const read = (more: RunOptions = {}) =>
    run({ networks: networks(), sources: [provider('acme'), provider('beta')], lists: [list], out: dir, ...more });
  return Object.assign(world, { read });
}

const manifestIn = async (dir: string): Promise<Run> => JSON.parse(await readText(dir, 'run.json')) as Run;
const times = ({ readAgain }: Run) =>
  Object.fromEntries(Object.entries(readAgain?.sources ?? {}).map(([key, one]) => [key, one.times]));

describe('a run that finds the same again leaves all files as they are but the manifest', () => {
  it('of recordings', async () => {
    const dir = await temporaryFolder();
    const some = ['anthropic', 'cerebras', 'deepseek'];
    const offline = () =>
      run({
        networks: openNetworks({ mode: 'offline', env: {}, recordingsDir }),
        sources: sources.filter(({ id }) => some.includes(id)),
        lists: priceLists.filter(({ id }) => id === 'helicone'),
        out: dir,
      });
    await offline();
    expect(await changedBy(dir, offline)).toEqual(['run.json']);
    expect(times(await manifestIn(dir))).toEqual({ anthropic: 1, cerebras: 1, deepseek: 1, 'prices/helicone': 1 });
  });

  it('over the network, with the time at which it read', async () => {
    const { dir, read } = await worldOf(3);
    await read();
    const before = await readBaselines(dir);
    expect(await changedBy(dir, read)).toEqual(['run.json']);
    const after = await readBaselines(dir);
    const told = await manifestIn(dir);
    for (const [key, end] of [
      ['acme', told.providers['acme']],
      ['prices/acme-prices', told.prices['acme-prices']],
    ] as const) {
      expect(after[key]?.readAt).toBe(end?.readAt);
      expect(Date.parse(after[key]?.readAt ?? '')).toBeGreaterThan(Date.parse(before[key]?.readAt ?? ''));
      expect(after[key]?.readings).toHaveLength(2);
    }
  });

  it('behind one that found something else, be it that records were gone', async () => {
    const world = await worldOf(10);
    await world.read();
    await world.read();
    world.rows = 9;
    expect(await changedBy(world.dir, world.read)).toEqual(expect.arrayContaining(['baselines.json', 'run.json']));
    expect((await readBaselines(world.dir))['acme']?.readings.map(({ rows }) => rows)).toEqual([10, 10, 9]);
    expect(await changedBy(world.dir, world.read)).toEqual(['run.json']);
    expect((await readBaselines(world.dir))['acme']?.readings.map(({ rows }) => rows)).toEqual([10, 10, 9, 9]);
  });

  it('of a part of the providers, and counts those of the others on', async () => {
    const { dir, read } = await worldOf(3);
    await read();
    await read();
    expect(await changedBy(dir, () => read({ sources: [provider('beta')] }))).toEqual(['run.json']);
    expect(times(await manifestIn(dir))).toEqual({ acme: 1, beta: 2, 'prices/acme-prices': 2 });
  });
});

describe('what runs that found the same leave', () => {
  /** Runs that read so many rows, one after the other; how the last one ended. */
  async function ended(...rows: readonly number[]): Promise<[status: string | undefined, error: string | null]> {
    const world = await worldOf(0);
    let told: Run | undefined;
    for (const count of rows) {
      world.rows = count;
      told = await world.read({ sources: [provider('acme')], lists: [], datasets: ['raw'] });
    }
    const { status, error = null } = told?.providers['acme'] ?? {};
    return [status, error];
  }
  const fell = (was: number, is: number) =>
    `the list fell from ${was} to ${is} rows; if that is right, run again with --accept-shrink`;

  it('holds a list that is cut short as ever', async () => {
    expect(await ended(10, 10, 10, 10, 10, 10, 10, 10, 6)).toEqual(['stale', fell(10, 6)]);
    expect(await ended(10, 10, 10, 7)).toEqual(['fresh', null]);
  });

  it('counts as readings: the most of the last seven is the measure, and no earlier one', async () => {
    expect(await ended(10, 8, 8, 8, 8, 8, 8, 6)).toEqual(['stale', fell(10, 6)]);
    expect(await ended(10, 8, 8, 8, 8, 8, 8, 8, 6)).toEqual(['fresh', null]);
  });

  it('is not counted twice where a run that leaves no manifest writes the file', async () => {
    const { dir, read } = await worldOf(3);
    await read();
    await read();
    const before = await readText(dir, 'run.json');
    await read({ datasets: [], sources: [] });
    expect(await readText(dir, 'run.json')).toBe(before);
    const known = await readBaselines(dir);
    expect(known['acme']?.readings).toHaveLength(2);
    expect(known['prices/acme-prices']?.readings).toHaveLength(3);
    expect(times(await read())).toEqual({ acme: 1, beta: 1, 'prices/acme-prices': 1 });
  });

  it('is not lost by runs that leave nothing, nor by one that could not read', async () => {
    const { dir, read } = await worldOf(3);
    await read();
    await read();
    const known = await readBaselines(dir);
    await read({ dryRun: true });
    await read({ stdout: { stream: new PassThrough(), dataset: 'raw' } });
    expect(await readBaselines(dir)).toEqual(known);
    const networks = openNetworks({ mode: 'live', mirror: 'http://127.0.0.1:9', env: {}, recordingsDir });
    expect(times(await read({ networks }))).toEqual({ acme: 1, beta: 1, 'prices/acme-prices': 1 });
    expect(await readBaselines(dir)).toEqual(known);
  });

  it('is gone with the manifest: then the file says what it said', async () => {
    const { dir, read } = await worldOf(3);
    await read();
    const first = await readBaselines(dir);
    await read();
    await rm(join(dir, 'run.json'));
    expect(await readBaselines(dir)).toEqual(first);
  });
});
