import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { prettyJson, writeAtomically } from '../../../src/sinks/writeAtomically.js';
import { unknownCost } from '../../../src/sources/unknownCost.js';
import { aModel, aPricing, aProviderFile } from '../../builders.js';
import { temporaryFolder } from '../../sinks/temporaryFolder.js';
import { commandLine } from '../ratecard.js';

async function aTable(): Promise<string> {
  const out = await temporaryFolder();
  const offers = [
    ['groq', 'openai/gpt-oss-120b', 0.00015],
    ['cerebras', 'gpt-oss-120b', 0.0001],
  ] as const;
  for (const [id, model, input] of offers) {
    const cost = { ...unknownCost, input, output: 0.0006 };
    const models = [aModel(model, { provider: id, cost, pricing: aPricing() })];
    const provider = { ...aProviderFile().provider, id };
    const file = aProviderFile({ provider, models });
    await writeAtomically(out, `providers-enriched/${id}.json`, prettyJson(file));
  }
  return out;
}

it('lists the offers of a model in any spelling, the cheapest first, in USD per 1M', async () => {
  const { code, stdout, stderr } = await commandLine(['offers', 'GPT OSS 120B', '--out', await aTable()]);
  expect([code, stderr]).toEqual([0, '2 offers of openai/gpt-oss-120b at 2 providers, USD per 1M tokens.\n']);
  expect(stdout.match(/^│ \w.*/gm)).toEqual([
    expect.stringMatching(/^│ offer /),
    expect.stringMatching(/^│ cerebras\/gpt-oss-120b +│ host +│ +0\.1 │ +0\.6 │ +- │/),
    expect.stringMatching(/^│ groq\/openai\/gpt-oss-120b +│ host +│ +0\.15 │ +0\.6 │/),
  ]);
});

it('draws on a terminal what they are sorted by, and nothing elsewhere', async () => {
  const args = ['offers', 'gpt-oss-120b', '--out', await aTable()];
  const bars = async (...more: Parameters<typeof commandLine>[1][]) =>
    (await commandLine(args, more[0])).stdout.match(/^│ .*/gm)?.map((row) => row.split('│')[5]?.trim());
  expect(await bars({ isSeen: true, env: { LANG: 'C.UTF-8' } })).toEqual(['in + out (linear)', '██████▌', '███████']);
  expect(await bars({ isSeen: true })).toEqual(['in + out (linear)', '#######', '#######']);
  expect(await bars()).toEqual(['cache read', '-', '-']);
  const csv = await commandLine([...args, '--format', 'csv'], { isSeen: true });
  expect(csv).toEqual(await commandLine([...args, '--format', 'csv']));
});

it('draws nothing of one offer alone', async () => {
  const args = ['offers', 'gpt-oss-120b', '--provider', 'groq', '--out', await aTable()];
  expect((await commandLine(args, { isSeen: true })).stdout).toBe((await commandLine(args)).stdout);
});

it('gives programs the same, in USD per 1K', async () => {
  const { stdout } = await commandLine(['offers', 'gpt-oss-120b', '--json', '--out', await aTable()]);
  expect(JSON.parse(stdout)).toMatchObject({
    model: 'openai/gpt-oss-120b',
    offers: [
      { provider: 'cerebras', id: 'gpt-oss-120b', cost: { input: 0.0001 }, facets: {}, kind: 'host', sold: 'direct' },
      { provider: 'groq', pricing: { status: 'priced' } },
    ],
  });
});

it('says of a model that nobody knows what it is like', async () => {
  const { code, stderr } = await commandLine(['offers', 'gpt-oss-121b', '--out', await aTable()]);
  expect([code, stderr]).toEqual([2, 'error: no model "gpt-oss-121b"; did you mean "gpt-oss-120b"?\n']);
});

it('takes a model in several words, and gives a spreadsheet or JSON lines', async () => {
  const out = await aTable();
  const offers = (...args: string[]) => commandLine(['offers', 'gpt', 'oss', '120b', '--out', out, ...args]);
  const rows = parse<Record<string, string>>((await offers('--format', 'csv')).stdout, { columns: true });
  expect(rows).toMatchObject([
    { model: 'openai/gpt-oss-120b', provider: 'cerebras', input_usd_per_1m: '0.1', output_usd_per_1m: '0.6' },
    { provider: 'groq', id: 'openai/gpt-oss-120b', provider_kind: 'host', sold: 'direct', cache_read_usd_per_1m: '' },
  ]);
  const lines = (await offers('--format', 'jsonl')).stdout.trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { provider: string }).provider)).toEqual(['cerebras', 'groq']);
  expect((await offers('--format', 'md')).stdout).toMatch(/^\| offer \| kind \|.*\n\| --- \| --- \| ---: /);
});

it('of one provider alone is told by what the whole table knows', async () => {
  const { stdout, stderr } = await commandLine([
    'offers',
    'gpt-oss-120b',
    '--provider',
    'groq',
    '--out',
    await aTable(),
  ]);
  expect(stdout).not.toContain('cerebras');
  expect(stderr).toBe('1 offer of openai/gpt-oss-120b at 1 provider, USD per 1M tokens.\n');
});
