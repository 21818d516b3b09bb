import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Networks } from '../src/read/networks.js';
import { run } from '../src/run.js';
import { BadFile } from '../src/store/badFile.js';
import { aList, anEndpoint, aNetwork, aPriceList, aPriceRow, aSource } from './builders.js';
import { commandLine, linesOf, manifestIn, providerIn } from './cli/ratecard.js';
import { filesIn } from './sinks/temporaryFolder.js';
import { folderWith } from './store/folderWith.js';

const override = (offer: string, cost: object) => ({
  ...{ offer, cost, reason: 'a typo', source: 'https://acme.example/prices', day: '2026-01-31' },
});

const network = {
  ...aNetwork({
    acme: of(aList([{ id: 'm1' }, { id: 'm2' }, { id: 'm3' }])),
    'https://prices.example/api': of(
      aList([
        aPriceRow('m1', { cost: { input: 0.001, output: 0.002 } }),
        aPriceRow('m2', { cost: { input: 0.001, output: 0.002 } }),
      ]),
    ),
  }),
  isDown: false,
};
const networks: Networks = { network, recordings: undefined, embedded: network, isOffline: false };
const acme = aSource({ id: 'acme', endpoints: [anEndpoint({ requests: { list: { url: 'acme' } } })] });
const runInto = (out: string, more = {}) =>
  run({ networks, sources: [acme], lists: [aPriceList()], minConfidence: 0, out, ...more });

const corrections = [
  override('acme/m1', { input: 1, output: 2 }),
  override('acme/m2', { input: 3 }),
  override('acme/m9', { input: 3 }),
  override('other/m1', { input: 3 }),
];

describe('a run over a folder with overrides', () => {
  it('goes by them, and names the page in the file', async () => {
    const out = await folderWith({ 'overrides.yaml': corrections });
    await runInto(out);
    const { models, sources } = await providerIn(out, 'acme', 'providers-enriched');
    expect(models.map(({ cost, pricing }) => [cost.input, cost.output, pricing.source])).toEqual([
      [0.001, 0.002, 'override'],
      [0.003, 0.002, 'override'],
      [null, null, null],
    ]);
    expect(models[1]).toMatchObject({
      from: { cost: 'override', 'cost.output': 'acme-prices' },
      pricing: {
        evidence: { endpoint: 'overrides', row: 1 },
        differ: [{ witness: 'acme-prices', cost: { input: 0.001 } }],
      },
    });
    expect(sources['overrides']).toMatchObject({
      via: 'file',
      url: expect.stringMatching(/^file:.*overrides\.yaml$/) as string,
    });
    expect((await providerIn(out, 'acme')).models.map(({ cost }) => cost.input)).toEqual([null, null, null]);
  });

  it('tells which are no longer needed, and which are of no offer of a provider that was read', async () => {
    const out = await folderWith({ 'overrides.yaml': corrections });
    expect((await runInto(out)).overrides).toEqual({ agreed: ['acme/m1'], missing: ['acme/m9'] });
    expect((await runInto(out, { dryRun: true, limit: 1 })).overrides?.missing).toEqual([]);
    expect((await runInto(await folderWith({}))).overrides).toBeUndefined();
  });

  it('needs no price list for it', async () => {
    const out = await folderWith({ 'overrides.yaml': corrections });
    await runInto(out, { lists: [] });
    const { models } = await providerIn(out, 'acme', 'providers-enriched');
    expect(models.map(({ cost }) => cost.input)).toEqual([0.001, 0.003, null]);
  });

  it('reads nothing where they can not be read', async () => {
    const out = await folderWith({ 'overrides.yaml': 'offer: acme/m1' });
    await expect(runInto(out)).rejects.toBeInstanceOf(BadFile);
    expect(await filesIn(out)).toEqual(['overrides.yaml']);
    const ended = await commandLine(['run', '--offline', '--provider', 'groq', '--out', out]);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toMatch(/^error: .*overrides\.yaml is not a list: begin .*\n$/);
  });
});

describe('the command line', { timeout: 120_000 }, () => {
  it('gives the same corrected answer at each door, and says once what is of no use', async () => {
    const offer = 'groq/llama-3.1-8b-instant';
    const [provider, id] = offer.split('/') as [string, string];
    const out = await folderWith({
      'overrides.yaml': [override(offer, { input: 7 }), override('groq/nobody', { input: 7 })],
    });
    const around = ['--offline', '--out', out];
    const { stderr } = await commandLine(['run', '--provider', provider, ...around]);
    expect(stderr.match(/^1 override is of no offer: groq\/nobody$/gm)).toHaveLength(1);
    expect((await manifestIn(out)).overrides).toEqual({ agreed: [], missing: ['groq/nobody'] });
    const model = (await providerIn(out, provider, 'providers-enriched')).models.find((one) => one.id === id)!;
    expect(model.cost.input).toBe(0.007);

    const explained = JSON.parse((await commandLine(['explain', offer, '--json', ...around])).stdout) as object;
    expect(explained).toMatchObject({ cost: model.cost, pricing: model.pricing });
    const filtered = await commandLine(['enrich-pricing', '--stdin', ...around], {
      input: JSON.stringify({ id, provider }),
    });
    expect(linesOf<object>(filtered.stdout)).toMatchObject([{ pricing: model.pricing, cost: { input: 0.007 } }]);

    const { stdout } = await commandLine(['check', '--json', '--provider', provider, '--out', out]);
    expect((JSON.parse(stdout) as { id: string }[]).map((row) => row.id)).toContain(id);
    expect(await readFile(join(out, 'overrides.yaml'), 'utf8')).toContain(offer);
  });
});
