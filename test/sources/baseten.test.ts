import { describe, expect, it } from 'vitest';
import { baseten } from '../../src/sources/baseten.js';
import { endpointOf, modelOf, readBody, readRecorded } from './harness.js';
import { notLists, shapeFault } from './notLists.js';

const one = async (row: object) =>
  (await readBody(baseten, 'api', JSON.stringify({ data: [{ id: 'a/b', ...row }] }))).items[0]!;

describe('baseten', () => {
  it('converts the recorded prices from USD per token', async () => {
    const catalog = await readRecorded(baseten, 'api');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([13, 13, 0]);
    expect(modelOf(catalog, 'openai/gpt-oss-120b')).toMatchObject({
      name: 'OpenAI GPT 120B',
      cost: { input: 0.0001, output: 0.0005, cacheRead: 0.0001 },
      limit: { context: 128_072, output: 128_072 },
      capabilities: { toolCall: true, reasoning: true, structuredOutput: true, temperature: true, attachment: false },
      releaseDate: '2025-08-05',
    });
    expect(modelOf(catalog, 'moonshotai/Kimi-K2.6')).toMatchObject({
      cost: { input: 0.00095, output: 0.004, cacheRead: 0.00016 },
      modalities: { input: ['text', 'image'], output: ['text'] },
      capabilities: { attachment: true },
    });
    expect(modelOf(catalog, 'deepseek-ai/DeepSeek-V4-Pro').cost).toMatchObject({
      input: 0.00174,
      output: 0.00348,
      cacheRead: 0.000145,
    });
  });

  it('stands on models.dev without a key', async () => {
    expect((await readRecorded(baseten, 'catalog')).items).toHaveLength(16);
    expect(endpointOf(baseten, 'api').requests['list']?.requests[0]?.key).toEqual({
      env: ['BASETEN_API_KEY'],
      prefix: 'Api-Key ',
    });
  });

  it('takes numbers, and either word for reasoning', async () => {
    expect(
      await one({ pricing: { prompt: 1e-7, completion: 5e-7 }, supported_features: ['reasoning_effort'] }),
    ).toMatchObject({
      cost: { input: 0.0001, output: 0.0005, cacheRead: null },
      capabilities: { reasoning: true, toolCall: false },
    });
  });

  it('says nothing of what a row leaves out', async () => {
    expect(await one({ created: 0, context_length: null, pricing: null })).toMatchObject({
      limit: { context: null, output: null },
      capabilities: { toolCall: null, reasoning: null, structuredOutput: null, temperature: null, attachment: null },
      releaseDate: null,
      pricing: { status: 'unknown' },
    });
  });

  it.each(notLists)('fails on %j', (body) => expect(readBody(baseten, 'api', body)).rejects.toMatchObject(shapeFault));
});
