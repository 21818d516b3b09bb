import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { DeadLetter } from '../../src/model/events.js';
import type { ProviderRun, Run } from '../../src/model/run.js';
import type { Summary } from '../../src/operators/summarize.js';
import { type RunFiles, writeRun } from '../../src/sinks/writeRun.js';
import { prettyJson } from '../../src/sinks/writeAtomically.js';
import { aLetter, aPriceList, day1 } from '../builders.js';
import { filesIn, readText, temporaryFolder } from './temporaryFolder.js';

const baseline = (link: string) => ({ link, rows: 1, shape: { id: 'string' } });
const letters = [
  aLetter({ provider: 'beta', row: { n: 1 } }),
  aLetter({ provider: 'acme', row: { n: 2 } }),
  aLetter({ provider: 'beta', row: { n: 3 } }),
];
const summary: Summary = {
  ...{ providers: {}, refused: [], matches: {}, prices: {}, sources: {}, lost: [] },
  letters,
  baselines: { beta: baseline('docs'), acme: baseline('api') },
  files: { 'providers/beta.json': 'bb', 'providers/acme.json': 'aa' },
};

const manifest = (files: Run['files']): Run => ({
  ...{ schemaVersion: 1, version: '1.2.3', startedAt: day1, ms: 5, options: {}, providers: {}, prices: null },
  ...{ outcomes: {}, matches: {}, quarantined: [], files },
  totals: { providers: {}, models: 0, rejected: 3, skipped: 0, prices: {}, sources: {} },
});

const files = (more: Partial<RunFiles> = {}): RunFiles => ({
  ...{ summary, prices: null, baselines: {}, kinds: ['raw', 'enriched'], manifest },
  ...more,
});

const prices = (status: 'fresh' | 'recording' | 'stale') => ({
  ...{ list: aPriceList(), status, error: null, retryAt: null },
});

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const readRun = async (dir: string) => JSON.parse(await readText(dir, 'run.json')) as Run;

describe('writeRun', () => {
  it('writes dead letters, prices, baselines and the manifest', async () => {
    const dir = await temporaryFolder();
    await writeRun(dir, files({ prices: prices('fresh') }));
    expect(await filesIn(dir)).toEqual(['baselines.json', 'prices/helicone.json', 'rejected.jsonl', 'run.json']);
  });

  it('sorts dead letters by provider and keeps the order of each provider', async () => {
    const dir = await temporaryFolder();
    await writeRun(dir, files());
    const line = (provider: string, n: number) =>
      `{"provider":"${provider}","stage":"validate","reason":"id: not there","path":"id","row":{"n":${n}}}\n`;
    expect(await readText(dir, 'rejected.jsonl')).toBe(line('acme', 2) + line('beta', 1) + line('beta', 3));
  });

  it('keeps the dead letters of providers that were not read, are stale or failed', async () => {
    const dir = await temporaryFolder();
    const of = (...ids: string[]) => ids.map((provider) => aLetter({ provider, row: { was: 1 } }));
    await writeRun(dir, files({ summary: { ...summary, letters: of('acme', 'beta', 'kept', 'poor', 'zeta') } }));
    await writeFile(join(dir, 'rejected.jsonl'), `${await readText(dir, 'rejected.jsonl')}{"half`);
    const ended = (status: ProviderRun['status']) => ({ status }) as ProviderRun;
    const providers = {
      ...{ acme: ended('fresh'), beta: ended('unchanged'), kept: ended('stale'), poor: ended('failed') },
    };
    await writeRun(dir, files({ summary: { ...summary, providers, letters: [aLetter({ provider: 'acme' })] } }));
    const lines = (await readText(dir, 'rejected.jsonl')).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as DeadLetter)).toEqual([
      ...[aLetter({ provider: 'acme' }), ...of('kept', 'poor', 'zeta')],
    ]);
  });

  it('hands the manifest the hash of each file, sorted by path', async () => {
    const dir = await temporaryFolder();
    await writeRun(dir, files({ prices: prices('recording') }));
    const told = (await readRun(dir)).files;
    expect(Object.keys(told)).toEqual([
      ...['prices/helicone.json', 'providers/acme.json', 'providers/beta.json', 'rejected.jsonl'],
    ]);
    expect(told['providers/acme.json']).toBe('aa');
    for (const path of ['prices/helicone.json', 'rejected.jsonl']) {
      expect(told[path]).toBe(sha256(await readText(dir, path)));
    }
  });

  it('keeps the price list, as the next run reads it', async () => {
    const dir = await temporaryFolder();
    await writeRun(dir, files({ prices: prices('fresh') }));
    const { source, url, via, fetchedAt, rows } = aPriceList();
    expect(await readText(dir, 'prices/helicone.json')).toBe(
      prettyJson({ schemaVersion: 1, source, url, via, fetchedAt, rows }),
    );
  });

  it.each([
    ['stands in from an earlier run', prices('stale')],
    ['could not be had', { list: null, status: 'failed', error: '503', retryAt: null } as const],
  ])('writes no price list where it %s', async (_, given) => {
    const dir = await temporaryFolder();
    await writeRun(dir, files({ prices: given }));
    expect(await filesIn(dir)).not.toContain('prices/helicone.json');
  });

  it('keeps the baselines of providers that were not read, and takes the new ones of the others', async () => {
    const dir = await temporaryFolder();
    await writeRun(dir, files({ baselines: { zeta: baseline('api'), acme: baseline('old') } }));
    expect(await readText(dir, 'baselines.json')).toBe(
      prettyJson({ acme: baseline('api'), beta: baseline('docs'), zeta: baseline('api') }),
    );
  });

  it('leaves dead letters and baselines to the run that writes the raw files', async () => {
    const dir = await temporaryFolder();
    await writeRun(dir, files({ kinds: ['enriched'] }));
    expect(await filesIn(dir)).toEqual(['run.json']);
    expect(Object.keys((await readRun(dir)).files)).toEqual(['providers/acme.json', 'providers/beta.json']);
  });

  it('writes the same bytes whatever the order in which the providers ended', async () => {
    const [one, two] = [await temporaryFolder(), await temporaryFolder()];
    const reversed = <T>(entries: Record<string, T>) => Object.fromEntries(Object.entries(entries).reverse());
    await writeRun(one, files());
    await writeRun(
      two,
      files({
        summary: {
          ...summary,
          letters: [letters[1]!, letters[0]!, letters[2]!],
          baselines: reversed(summary.baselines),
          files: reversed(summary.files),
        },
      }),
    );
    for (const path of await filesIn(one)) expect(await readText(two, path)).toBe(await readText(one, path));
  });

  it('writes the manifest last: without it where something else fails', async () => {
    const dir = await temporaryFolder();
    await mkdir(join(dir, 'baselines.json'));
    await expect(writeRun(dir, files())).rejects.toMatchObject({ syscall: 'rename' });
    expect(await filesIn(dir)).toEqual(['rejected.jsonl']);
  });
});
