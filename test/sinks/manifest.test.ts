import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run as runSchema } from '../../src/model/run.js';
import { version } from '../../src/read/version.js';
import { digestOf, manifest, manifestOf } from '../../src/sinks/manifest.js';
import { prettyJson } from '../../src/sinks/writeAtomically.js';
import type { SnapshotHead } from '../../src/model/snapshot.js';
import { aBaseline, completed, day1, day2 } from '../builders.js';
import { aListRun, anEnd, aPlan, aProviderRun, aSummary, opened } from './plan.js';
import { filesIn, readText, temporaryFolder } from './temporaryFolder.js';

const end = anEnd({
  summary: aSummary({
    providers: {
      beta: aProviderRun({ status: 'stale', models: 4, rejected: 1 }),
      acme: aProviderRun({ models: 3, skipped: 2 }),
      zeta: aProviderRun({ status: 'failed', models: 0 }),
      alpha: aProviderRun(),
    },
    prices: { second: aListRun(), first: aListRun({ prices: 9 }) },
    matches: { contains: 1, exact: 5 },
    statuses: { unknown: 2, priced: 6 },
    sources: { helicone: 1, provider: 5 },
    quarantined: [
      { model: 'beta/m', witness: 'first', row: 'BETA/m', code: 'negative', detail: 'input: -1' },
      { model: 'acme/m', witness: null, row: null, code: 'disputed', detail: 'one says 1; another says 2' },
      { model: 'beta/m', witness: 'first', row: 'BETA/m', code: 'far-from-peers', detail: 'output: 9' },
    ],
  }),
  files: [
    { path: 'providers/beta.json', sha256: 'bb' },
    { path: 'prices/first.json', sha256: 'ff' },
    { path: 'providers/acme.json', sha256: 'aa' },
  ],
});

describe('the manifest', () => {
  it('tells what earlier runs left and this one did not write, and its own digest', () => {
    const left = { 'providers/acme.json': 'old', 'history/prices.jsonl': 'hh' };
    const told = manifestOf(aPlan('/nowhere', { left }), end);
    expect(told.left).toEqual({ 'history/prices.jsonl': 'hh' });
    expect(digestOf(JSON.parse(JSON.stringify(told)) as object)).toBe(told.digest);
    expect(digestOf({ ...told, ms: 6 })).not.toBe(told.digest);
  });

  it('tells all that became of a run', () => {
    const told = manifestOf(aPlan('/nowhere', { startedAt: new Date(day2), options: { limit: 3 } }), end);
    expect(told).toEqual({
      digest: digestOf(told),
      schemaVersion: 2,
      version,
      startedAt: day2,
      ms: 5,
      options: { limit: 3 },
      providers: end.summary.providers,
      prices: end.summary.prices,
      outcomes: { acme: 'fresh', alpha: 'fresh', beta: 'stale', zeta: 'failed' },
      matches: { exact: 5, contains: 1 },
      quarantined: expect.arrayContaining(end.summary.quarantined) as unknown,
      totals: {
        providers: { fresh: 2, stale: 1, failed: 1 },
        models: 8,
        rejected: 1,
        skipped: 2,
        prices: { priced: 6, unknown: 2 },
        unpriced: {},
        sources: { provider: 5, helicone: 1 },
      },
      files: { 'prices/first.json': 'ff', 'providers/acme.json': 'aa', 'providers/beta.json': 'bb' },
    });
  });

  it('sorts sources and files by name, counts by size', () => {
    const told = manifestOf(aPlan('/nowhere'), end);
    expect(Object.keys(told.providers)).toEqual(['acme', 'alpha', 'beta', 'zeta']);
    expect(Object.keys(told.prices)).toEqual(['first', 'second']);
    expect(Object.keys(told.outcomes)).toEqual(['acme', 'alpha', 'beta', 'zeta']);
    expect(told.quarantined.map(({ model, code }) => [model, code])).toEqual([
      ['acme/m', 'disputed'],
      ['beta/m', 'far-from-peers'],
      ['beta/m', 'negative'],
    ]);
    expect(Object.keys(told.files)).toEqual(['prices/first.json', 'providers/acme.json', 'providers/beta.json']);
    expect(Object.keys(told.matches)).toEqual(['exact', 'contains']);
    expect(Object.keys(told.totals.providers)[0]).toBe('fresh');
    expect(Object.keys(told.totals.prices)).toEqual(['priced', 'unknown']);
    expect(Object.keys(told.totals.sources)).toEqual(['provider', 'helicone']);
  });

  it('keeps how providers that were not read ended before', () => {
    const outcomes = { acme: 'failed', kept: 'stale' } as const;
    expect(manifestOf(aPlan('/nowhere', { outcomes }), end).outcomes).toEqual({
      ...{ acme: 'fresh', alpha: 'fresh', beta: 'stale', kept: 'stale', zeta: 'failed' },
    });
  });

  it('of a run that reads providers from their files says nothing new of how they ended', () => {
    const outcomes = { beta: 'fresh' } as const;
    expect(manifestOf(aPlan('/nowhere', { datasets: ['enriched'], outcomes }), end).outcomes).toEqual(outcomes);
  });

  it('tells what was read again and held the same, and nothing of that where all is in `baselines.json`', () => {
    const known = {
      acme: aBaseline({ readings: [{ endpoint: 'api', rows: 1, records: 1, priced: 0, stated: { api: {} } }] }),
    };
    const readAgain = { baselines: 'abc', sources: {} };
    const told = (head: Partial<SnapshotHead>) => {
      const plan = aPlan('/nowhere', { baselines: known, readAgain });
      return manifestOf(plan, anEnd({ summary: aSummary({ completed: [completed(head)] }) }));
    };
    expect(told({ readAt: day2 }).readAgain).toEqual({
      baselines: 'abc',
      sources: { acme: { readAt: day2, times: 1 } },
    });
    expect(told({ rows: 2 })).not.toHaveProperty('readAgain');
    expect(told({ status: 'stale' })).not.toHaveProperty('readAgain');
  });

  it('fits its own schema, and is refused where it does not', () => {
    expect(runSchema.parse(manifestOf(aPlan('/nowhere'), end))).toEqual(manifestOf(aPlan('/nowhere'), end));
    expect(() => manifestOf(aPlan('/nowhere'), anEnd({ ms: -1 }))).toThrow();
  });
});

describe('run.json', () => {
  it('is the manifest, left at the commit and not before', async () => {
    const dir = await temporaryFolder();
    const plan = aPlan(dir, { startedAt: new Date(day1) });
    const sink = opened(manifest, plan);
    await sink.write([]);
    expect(await filesIn(dir)).toEqual([]);

    const written = await sink.commit(end);
    expect(written.map(({ path }) => path)).toEqual(['run.json']);
    expect(await readText(dir, 'run.json')).toBe(prettyJson(manifestOf(plan, end)));
  });

  it('is none of a run that reads price lists alone: that of the last run stays', () =>
    expect(manifest.open(aPlan('/nowhere', { datasets: [] }))).toBeUndefined());

  it('is not left by an abort', async () => {
    const dir = await temporaryFolder();
    expect(await opened(manifest, aPlan(dir)).abort()).toEqual([]);
    expect(await filesIn(dir)).toEqual([]);
  });

  it('that can not be written fails the commit', async () => {
    const dir = await temporaryFolder();
    await mkdir(join(dir, 'run.json'));
    await expect(opened(manifest, aPlan(dir)).commit(end)).rejects.toMatchObject({ syscall: 'rename' });
  });
});
