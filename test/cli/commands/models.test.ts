import { rm } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Model } from '../../../src/model/model.js';
import { prettyJson, writeAtomically } from '../../../src/sinks/writeAtomically.js';
import { aProviderFile } from '../../builders.js';
import { anOffer, anOwn } from '../../settle/given.js';
import { commandLine, newFolder } from '../ratecard.js';

const { capabilities } = anOffer('m');
const calls = { capabilities: { ...capabilities, toolCall: true } };

const offers: Readonly<Record<string, readonly Model[]>> = {
  groq: [
    anOwn('openai/gpt-oss-120b', { input: 0.00015, output: 0.0006 }, { ...calls, provider: 'groq' }),
    anOwn('qwen/qwen3-32b', { input: 0.00029, output: 0.00059 }, { provider: 'groq' }),
  ],
  openrouter: [
    anOwn('openai/gpt-oss-120b', { input: 0.00003, output: 0.0001 }, { ...calls, provider: 'openrouter' }),
    anOwn('anthropic/claude-opus-4.6', { input: 0.005, output: 0.025 }, { ...calls, provider: 'openrouter' }),
    anOwn('openai/gpt-3', { input: 0.02, output: 0.02 }, { ...calls, provider: 'openrouter', status: 'retired' }),
  ],
};

describe('models', () => {
  let out: string;
  beforeAll(async () => {
    out = await newFolder();
    for (const [id, models] of Object.entries(offers)) {
      const file = aProviderFile({ provider: { ...aProviderFile().provider, id }, models: [...models] });
      await writeAtomically(out, `providers-enriched/${id}.json`, prettyJson(file));
    }
  });
  afterAll(() => rm(out, { recursive: true }));
  const models = (...args: string[]) => commandLine(['models', ...args, '--out', out]);
  const rows = async (...args: string[]) =>
    (await models(...args)).stdout.match(/^│ \S+\/\S+.*/gm)?.map((line) => line.replaceAll(/ +/g, ' ')) ?? [];

  it('are a row each, with the cheapest who runs it, in USD per 1M', async () => {
    const { code, stderr } = await models();
    expect([code, stderr]).toEqual([0, '3 models, USD per 1M tokens.\n']);
    expect(await rows()).toEqual([
      expect.stringMatching(/^│ openai\/gpt-oss-120b │ chat │ - │ yes │ - │ 0\.15 │ 0\.6 │ groq \(host\) │ 2 │ │$/),
      expect.stringMatching(/^│ alibaba\/qwen3-32b │ .*│ 0\.29 │ 0\.59 │ groq \(host\) │ 1 │ │$/),
      expect.stringMatching(/^│ anthropic\/claude-opus-4\.6 │ .*│ 5 │ 25 │ openrouter \(gateway\) │ 1 │ │$/),
    ]);
  });

  it('are searched by words without quotes, in any spelling', async () => {
    expect(await rows('gpt', 'OSS', '120b')).toEqual([expect.stringContaining('openai/gpt-oss-120b')]);
    expect(await rows('Claude 4.6 Opus')).toEqual([expect.stringContaining('anthropic/claude-opus-4.6')]);
  });

  it('that fit a filter, and on stderr how many offers it left out because nobody says', async () => {
    const { stdout, stderr } = await models('--tools', '--max-output-price', '1', '--format', 'csv');
    const [first, ...others] = parse<Record<string, string>>(stdout, { columns: true });
    expect([first, others]).toMatchObject([
      {
        ...{ model: 'openai/gpt-oss-120b', lab: 'openai', tools: 'true', reasoning: '', free_offers: '0' },
        ...{ input_usd_per_1m: '0.15', output_usd_per_1m: '0.6', cheapest_provider: 'groq', offers: '2' },
        ...{ cheapest_provider_kind: 'host', cheapest_sold: 'direct' },
      },
      [],
    ]);
    expect(stderr).toBe("1 model, USD per 1M tokens.\nLeft out: 1 offer doesn't say whether it calls tools.\n");
  });

  it('for programs in USD per 1K, as in all data', async () => {
    const [line = ''] = (await models('--lab', 'OpenAI', '--format', 'jsonl')).stdout.split('\n');
    expect(JSON.parse(line)).toMatchObject({
      ...{ model: 'openai/gpt-oss-120b', mode: 'chat', contextTokens: null },
      cheapest: { provider: 'groq', kind: 'host', sold: 'direct', cost: { input: 0.00015 } },
      offers: [{ provider: 'groq' }, { provider: 'openrouter' }],
    });
    expect(JSON.parse((await models('--json')).stdout)).toHaveLength(3);
  });

  it('of a provider alone are priced by it', async () =>
    expect(await rows('gpt-oss', '--provider', 'OpenRouter')).toEqual([
      expect.stringMatching(/│ 0\.03 │ 0\.1 │ openrouter \(gateway\) │ 1 │/),
    ]));

  it('that are over are told where nothing else fits, and shown where they are asked for', async () => {
    expect((await models('gpt-3')).stderr).toBe(
      '0 models, USD per 1M tokens.\n1 deprecated or retired: add --status deprecated --status retired.\n',
    );
    expect(await rows('gpt-3', '--status', 'retired')).toEqual([expect.stringContaining('openai/gpt-3')]);
  });

  it('that nobody knows have a suggestion', async () =>
    expect((await models('gpt-oss-121b')).stderr).toBe(
      '0 models, USD per 1M tokens.\nNothing is named "gpt-oss-121b"; did you mean "openai/gpt-oss-120b"?\n',
    ));

  it.each([
    [['--lab', 'anthropc'], 'no lab "anthropc"; did you mean "anthropic"?'],
    [['--mode', 'chatty'], "option '--mode <mode>' argument 'chatty' is invalid. It takes one of chat,"],
    [['--max-input-price', '-1'], "option '--max-input-price <usd>' argument '-1' is invalid. It takes USD per 1M"],
    [['--sort', 'beauty'], 'It takes one of price, input, output, context, offers, released, model.'],
    [['--status', 'gone'], 'It takes one of active, preview,'],
    [['--min-context', '1g'], 'It takes a number of tokens, such as 200000, 128k or 1m.'],
    [['--json', '--format', 'csv'], '--json is --format json: leave out --json or --format csv'],
  ])('%j is a mistake that is named', async (args, says) => {
    const { code, stderr } = await models(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(says);
  });
});
