import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { showSummary } from '../../src/cli/showSummary.js';
import type { ProviderRun, Run } from '../../src/model/run.js';
import { day1 } from '../builders.js';

const aRun = (more: Partial<Run> = {}): Run => ({
  ...{ schemaVersion: 1, version: '1.2.3', startedAt: day1, ms: 5, options: {}, providers: {} },
  prices: {
    ...{ source: 'helicone', status: 'fresh', url: 'https://helicone.example', fetchedAt: day1 },
    ...{ rows: 9, rejected: 0, bytes: 100, error: null, retryAt: null },
  },
  ...{ outcomes: {}, matches: {}, quarantined: [], files: {} },
  totals: { providers: {}, models: 0, rejected: 0, skipped: 0, prices: {}, sources: {} },
  ...more,
});

const aProvider = (more: Partial<ProviderRun> = {}): ProviderRun => ({
  ...{ name: 'Acme', status: 'fresh', link: 'api', via: 'live', fetchedAt: day1 },
  ...{ rows: 1, models: 1, rejected: 0, skipped: 0, requests: 1, bytes: 100, ms: 5 },
  ...{ error: null, retryAt: null, faults: [], drift: null },
  ...more,
});

async function shown(run: Run, isDown = false): Promise<string> {
  const stderr = new PassThrough();
  showSummary(run, {}, { stderr }, { isDown });
  return text(stderr.end());
}

it('says how many matches gave only an output, so that the rest is the number of models', async () => {
  const totals = { ...aRun().totals, sources: { provider: 5, helicone: 3 } };
  expect(await shown(aRun({ totals, matches: { exact: 3, contains: 2 } }))).toContain(
    '│ helicone               │ exact 3, contains 2 (2 gave only the output) │      3 │',
  );
  expect(await shown(aRun({ totals, matches: { exact: 2, contains: 1 } }))).toContain('│ exact 2, contains 1 │');
});

it.each([
  [['providers/a.json', 'providers/b.json', 'rejected.jsonl'], '2 providers to data/providers, the manifest'],
  [
    ['providers/a.json', 'providers-enriched/a.json', 'providers-enriched/b.json'],
    '1 provider to data/providers, 2 providers to data/providers-enriched, the manifest',
  ],
  [[], 'the manifest'],
])('says where the files are: %j', async (paths, places) => {
  const files = Object.fromEntries(paths.map((path) => [path, 'sha256']));
  expect(await shown(aRun({ files }))).toMatch(new RegExp(`^Written: ${places} to data/run\\.json\\.$`, 'm'));
});

describe('why something stands in', () => {
  const recording = aProvider({ status: 'recording', error: 'a answered 404' });
  const stale = aProvider({ status: 'stale', error: 'b answered 503' });

  it('is said of recordings too, after what has none', async () => {
    const text = await shown(aRun({ providers: { a: recording, b: stale, c: aProvider({ status: 'recording' }) } }));
    expect(text).toMatch(/│ b .*stale.*b answered 503.*\n│ a .*recording.*a answered 404.*\n└/);
  });

  it('is not said of each recording where there is no network', async () =>
    expect(await shown(aRun({ providers: { a: recording, b: stale } }), true)).not.toContain('404'));
});

it('says why the price list is not a fresh one', async () => {
  const list = { ...aRun().prices!, status: 'failed' as const, error: 'helicone.example answered 404' };
  expect(await shown(aRun({ prices: list }))).toMatch(
    /│ the price list +│ failed +│ helicone\.example answered 404 +│/,
  );
  expect(await shown(aRun())).not.toContain('the price list');
});
