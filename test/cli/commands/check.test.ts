import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../../src/model/model.js';
import { overridesPath } from '../../../src/store/paths.js';
import { unknownCost } from '../../../src/sources/unknownCost.js';
import { aModel, aPricing, aProviderFile } from '../../builders.js';
import { folderWith } from '../../store/folderWith.js';
import { commandLine } from '../ratecard.js';

const cost = { ...unknownCost, input: 0.002, output: 0.008 };
const settled = (id: string, pricing: Partial<Model['pricing']>, more: Partial<Model> = {}): Model =>
  aModel(id, { provider: 'groq', cost, pricing: aPricing({ confidence: 0.9, ...pricing }), ...more });
const dearer = (times: number) => [{ witness: 'litellm', cost: { input: 0.002 * times } }];

const models = [
  settled('agreed', { agree: ['litellm'] }),
  settled('small', { differ: dearer(2), agree: ['portkey', 'helicone'] }),
  settled('large', { differ: [{ witness: 'portkey', cost: { output: 0.009 } }, ...dearer(10)] }),
  settled(
    'disputed',
    {
      ...{ status: 'unknown', source: null, confidence: null, evidence: null },
      differ: [
        { witness: 'litellm', cost: { input: 0.001 } },
        { witness: 'portkey', cost: { input: 0.004 } },
      ],
      issues: [{ code: 'disputed', detail: 'litellm says input 1; portkey says input 4' }],
    },
    { cost: unknownCost },
  ),
  settled(
    'refused',
    {
      ...{ status: 'quarantined', source: null, confidence: null, evidence: null },
      issues: [{ code: 'negative-price', detail: 'input -1 is no price' }],
    },
    { cost: unknownCost },
  ),
];
const fileOf = (some: readonly Model[]) =>
  aProviderFile({ provider: { id: 'groq', name: 'Groq', kind: 'host', docs: '', env: [] }, models: [...some] });
const folder = (some: readonly Model[] = models) => folderWith({ 'providers-enriched/groq.json': fileOf(some) });

const check = (out: string, ...args: string[]) => commandLine(['check', '--out', out, ...args]);
const rowsIn = async (out: string, ...args: string[]) =>
  JSON.parse((await check(out, '--json', ...args)).stdout) as { id: string; atStake: number }[];
const idsIn = async (out: string, ...args: string[]) => (await rowsIn(out, ...args)).map(({ id }) => id);

describe('check', () => {
  it('lists where witnesses differ, most money at stake first: the larger price times the factor', async () => {
    const rows = await rowsIn(await folder());
    // 20 USD × 10, 4 USD × 4, 4 USD × 2, and a price that stands against none.
    expect(rows.map(({ id, atStake }) => [id, atStake])).toEqual([
      ['large', 200],
      ['disputed', 16],
      ['small', 8],
      ['refused', 0],
    ]);
    expect(rows[0]).toMatchObject({
      ...{ provider: 'groq', field: 'input', unit: 'USD per 1M tokens', factor: 10, confidence: 0.9 },
      taken: { witness: 'provider', price: 2 },
      differ: [{ witness: 'litellm', price: 20 }],
    });
  });

  it('counts a price against 0 as a thousand times', async () => {
    const zero = settled('zero', { differ: [{ witness: 'litellm', cost: { input: 0 } }] });
    expect(await rowsIn(await folder([zero]))).toMatchObject([{ factor: 1000, atStake: 2000 }]);
  });

  it('is a table for people, and Markdown for a page', async () => {
    const out = await folder();
    const { code, stdout, stderr } = await check(out);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(
      /│ groq\/large +│ input: provider 2 USD per 1M +│ litellm 20 USD per 1M +│ +10 │ +0\.9 │ +0 │/,
    );
    expect(stdout).toMatch(/│ groq\/refused +│ none \(quarantined\) +│ input -1 is no price +│/);
    expect((await check(out, '--markdown')).stdout.split('\n').slice(0, 3)).toEqual([
      '| offer | taken | differs | factor | confidence | agree |',
      '| --- | --- | --- | ---: | ---: | ---: |',
      '| groq/large | input: provider 2 USD per 1M | litellm 20 USD per 1M | 10 | 0.9 | 0 |',
    ]);
  });

  it('shows those of a provider alone', async () => {
    const out = await folder();
    expect(await idsIn(out, '--provider', 'Groq')).toHaveLength(4);
    expect(await idsIn(out, '--provider', 'openai')).toEqual([]);
  });

  it('asks the table that came with the program where there was no run', async () => {
    const out = await folderWith({});
    const { code, stderr, stdout } = await check(out, '--provider', 'deepinfra', '--json');
    expect([code, stderr]).toEqual([
      0,
      `${out}/providers-enriched holds no models: the table that came with ratecard is asked.\n`,
    ]);
    expect((JSON.parse(stdout) as { provider: string }[]).map(({ provider }) => provider)).toContain('deepinfra');
  });

  it('asks the recordings, and gets the same, where there are only corrections', { timeout: 60_000 }, async () => {
    const out = await folderWith({ [overridesPath]: '[]\n' });
    const { code, stderr, stdout } = await check(out, '--provider', 'deepinfra', '--json');
    expect([code, stderr]).toEqual([0, `${out}/providers-enriched holds no models: the recordings are asked.\n`]);
    expect(stdout).toBe((await check(await folderWith({}), '--provider', 'deepinfra', '--json')).stdout);
  });

  it('says so where nobody differs', async () =>
    expect(await check(await folder(models.slice(0, 1)))).toMatchObject({ stdout: '', stderr: 'Nobody differs.\n' }));
});

describe('an acknowledgement', () => {
  const ack = (out: string, id: string) => check(out, '--ack', `groq/${id}`, '--because', 'a promotion');

  it('hides an offer, is counted, and holds both values with day and reason, sorted by offer', async () => {
    const out = await folder();
    for (const id of ['small', 'large', 'refused']) expect((await ack(out, id)).code).toBe(0);
    expect(await idsIn(out)).toEqual(['disputed']);
    expect((await check(out)).stderr).toBe('3 acknowledged are not shown.\n');
    const { offers } = JSON.parse(await readFile(join(out, 'acknowledged.json'), 'utf8')) as { offers: object[] };
    expect(offers).toMatchObject([
      {
        ...{ offer: 'groq/large', reason: 'a promotion', taken: { input: 0.002, output: 0.008 } },
        differ: [
          { witness: 'litellm', cost: { input: 0.02 } },
          { witness: 'portkey', cost: { output: 0.009 } },
        ],
      },
      { offer: 'groq/refused', refused: ['input -1 is no price'] },
      { offer: 'groq/small' },
    ]);
  });

  it.each<[string, Partial<Model>]>([
    ['the taken price', { cost: { ...cost, input: 0.0020001 } }],
    ['a dissenter’s', { pricing: aPricing({ differ: dearer(2.0001) }) }],
    ['who differs', { pricing: aPricing({ differ: [...dearer(2), { witness: 'x', cost: { input: 0.004 } }] }) }],
  ])('is void once %s changes', async (_, change) => {
    const out = await folder();
    await ack(out, 'small');
    const now = models.map((model) => (model.id === 'small' ? { ...model, ...change } : model));
    await writeFile(join(out, 'providers-enriched/groq.json'), JSON.stringify(fileOf(now)));
    expect(await idsIn(out)).toContain('small');
    await ack(out, 'small');
    expect(await idsIn(out)).not.toContain('small');
  });

  it('outlives a change of what nobody disputes', async () => {
    const out = await folder();
    await ack(out, 'small');
    const now = models.map((model) => (model.id === 'small' ? { ...model, cost: { ...cost, output: 1 } } : model));
    await writeFile(join(out, 'providers-enriched/groq.json'), JSON.stringify(fileOf(now)));
    expect(await idsIn(out)).not.toContain('small');
  });

  it.each<[string[], number, RegExp]>([
    [['--ack', 'groq/small'], 2, /--ack wants a reason/],
    [['--because', 'x'], 2, /--because goes with --ack/],
    [['--ack', 'groq/smal', '--because', 'x'], 2, /did you mean "groq\/small"/],
    [['--ack', 'groq/agreed', '--because', 'x'], 1, /nobody differs about groq\/agreed/],
    [['--json', '--markdown'], 2, /exclude each other/],
  ])('%j fails', async (args, code, says) => {
    const ended = await check(await folder(), ...args);
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toMatch(says);
  });

  it('does not write over a file that it can not read', async () => {
    const out = await folderWith({ 'providers-enriched/groq.json': fileOf(models), 'acknowledged.json': '{' });
    expect(await ack(out, 'small')).toMatchObject({ code: 1 });
    expect(await readFile(join(out, 'acknowledged.json'), 'utf8')).toBe('{');
  });
});
