import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, afterAll, describe, expect, it } from 'vitest';
import type { Readings } from '../../src/model/reading.js';
import type { ProviderFile } from '../../src/model/providerFile.js';
import { answering } from '../chaos/recordedMirror.js';
import { newFolder, providerIn } from '../cli/ratecard.js';
import { readText, temporaryFolder } from '../sinks/temporaryFolder.js';
import { copyOf, forge, runLive, runOffline, verified } from './world.js';

const nothing = { differences: [], kept: [] };

describe('what a run left', () => {
  let live: string;
  let offline: string;
  beforeAll(async () => {
    [live, offline] = [await newFolder(), await newFolder()];
    await Promise.all([runLive(live), runOffline(offline)]);
  });
  afterAll(() => Promise.all([live, offline].map((dir) => rm(dir, { recursive: true }))));

  it('is what its bodies say, or its recordings', async () => {
    expect(await verified(live)).toMatchObject(nothing);
    const found = await verified(offline);
    expect(found).toMatchObject({ ...nothing, bodies: 0 });
    expect(found.numbers).toBeGreaterThan(1_000);
  });

  it('is so after a run that found the same', async () => {
    const out = await copyOf(live);
    await runLive(out);
    expect(await verified(out)).toMatchObject(nothing);
    const again = await copyOf(offline);
    await runOffline(again);
    expect(await verified(again)).toMatchObject(nothing);
  });

  it('is so after runs of one provider, of the offline kind, and with less', async () => {
    const out = await copyOf(live);
    const told = await runLive(out, {}, { sources: [], lists: [], datasets: ['raw'] });
    expect(Object.keys(told.left ?? {})).toContain('providers/anthropic.json');
    expect(await verified(out)).toMatchObject(nothing);
    await runOffline(out);
    expect(await verified(out)).toMatchObject(nothing);
  });

  const priceOf = (file: ProviderFile) => file.models.find(({ cost }) => cost.input !== null)!;

  it('names a forged price by model and field, with the page and row that say otherwise', async () => {
    for (const folder of ['providers', 'providers-enriched']) {
      const out = await copyOf(live);
      const { id, cost, pricing } = priceOf(await providerIn(out, 'anthropic', folder));
      await forge(out, `${folder}/anthropic.json`, (text) => {
        const file = JSON.parse(text) as ProviderFile;
        priceOf(file).cost.input = 7;
        return `${JSON.stringify(file, null, 2)}\n`;
      });
      const { differences } = await verified(out);
      expect(differences).toContainEqual({
        file: `${folder}/anthropic.json`,
        what: `${id}.cost.input`,
        detail: expect.stringMatching(
          `^says 7, the body says ${String(cost.input)} \\(https://.*, sha256 \\w{64}, row ${String(pricing.evidence?.row)}\\)$`,
        ) as string,
      });
      expect(differences).toHaveLength(1);
    }
  });

  it.each<[string, string, (text: string) => string]>([
    ['a count of the manifest', 'run.json', (text) => text.replace(/"rows": (\d+)/, '"rows": 1$1')],
    ['a total', 'run.json', (text) => text.replace(/("totals"[^]*"models": )\d+/, '$19')],
    ['a price list', 'prices/helicone.json', (text) => text.replace(/("input": )0\.\d+/, '$17')],
    ['a model that is another one', 'models.json', (text) => text.replace(/"key": "anthropic/, '"key": "google')],
    ['white space', 'providers/cerebras.json', (text) => text.replace('\n', '\n\n')],
    ['a fact', 'providers/cerebras.json', (text) => text.replace(/("context": )\d+/, '$15')],
    ['a history', 'history/prices.jsonl', (text) => text.replace(/"usd":0\.\d+/g, '"usd":7')],
    ['what the next run is held against', 'baselines.json', (text) => text.replace(/("rows": )\d+/, '$15')],
  ])('names %s that is forged with its manifest', async (_, path, change) => {
    const out = await copyOf(live);
    await forge(out, path, change);
    expect((await verified(out)).differences.map(({ file }) => file)).toContain(path);
  });

  it('names a body that is gone, and what can not be derived without it', async () => {
    const out = await copyOf(live);
    const { sources } = JSON.parse(await readText(out, 'bodies/readings.json')) as Readings;
    const page = sources['deepseek']?.made[0]?.pages[0];
    const sha256 = page && 'sha256' in page ? page.sha256 : '';
    await rm(join(out, `bodies/${sha256}.gz`));
    const files = (await verified(out)).differences.map(({ file }) => file);
    expect(files).toContain(`bodies/${sha256}.gz`);
    expect(files.some((file) => file.includes('deepseek'))).toBe(true);
    expect(files.some((file) => file.includes('anthropic'))).toBe(false);
  });

  it.each(['providers/cerebras.json', 'baselines.json', 'run.json', 'bodies/index.json', 'bodies/readings.json'])(
    'names %s where it is gone',
    async (path) => {
      const out = await copyOf(live);
      await rm(join(out, path));
      expect((await verified(out)).differences.map(({ file }) => file)).toContain(path);
    },
  );

  it('names a file that no run left', async () => {
    const out = await copyOf(live);
    await writeFile(join(out, 'providers/other.json'), '{}');
    expect((await verified(out)).differences).toEqual([
      { file: 'providers/other.json', what: '', detail: 'no run vouches for it' },
    ]);
  });
});

describe('what is kept from an earlier run', () => {
  it('is held against the bodies of that', async () => {
    const out = await temporaryFolder();
    await runLive(out);
    const told = await runLive(out, {
      'platform.claude.com': answering(404),
      'docs.anthropic.com': answering(404),
      'ai.google.dev': answering(404),
      'api-docs.deepseek.com': answering(404),
    });
    const states = Object.values(told.providers).map(
      ({ status, kept }) => status === 'stale' || kept.prices + kept.facts > 0,
    );
    expect(states).toContain(true);
    expect(await verified(out)).toMatchObject({ differences: [] });
  });
});
