import { expect, it } from 'vitest';
import { prettyJson, writeAtomically } from '../../../src/sinks/writeAtomically.js';
import { unknownCost } from '../../../src/sources/offers.js';
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
    expect.stringMatching(/^│ cerebras\/gpt-oss-120b +│ +0\.1 │ +0\.6 │ +- │/),
    expect.stringMatching(/^│ groq\/openai\/gpt-oss-120b +│ +0\.15 │ +0\.6 │/),
  ]);
});

it('gives programs the same, in USD per 1K', async () => {
  const { stdout } = await commandLine(['offers', 'gpt-oss-120b', '--json', '--out', await aTable()]);
  expect(JSON.parse(stdout)).toMatchObject({
    model: 'openai/gpt-oss-120b',
    offers: [
      { provider: 'cerebras', id: 'gpt-oss-120b', cost: { input: 0.0001 }, facets: {} },
      { provider: 'groq', pricing: { status: 'priced' } },
    ],
  });
});

it('says of a model that nobody knows what it is like', async () => {
  const { code, stderr } = await commandLine(['offers', 'gpt-oss-121b', '--out', await aTable()]);
  expect([code, stderr]).toEqual([2, 'error: no model "gpt-oss-121b"; did you mean "gpt-oss-120b"?\n']);
});
