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
      // `created` is when the row was made: Kimi K3 came out ten days before
      releaseDate: null,
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

  it('takes a 0 beside a price for none, all zeros for no word, and tells a price that it does not read', async () => {
    const beside = { prompt: '0.0000001', completion: '0', input_cache_read: '0', image: '0.002' };
    expect(await one({ pricing: beside })).toMatchObject({
      cost: { input: 0.0001, output: null, cacheRead: null },
      pricing: { issues: [{ code: 'unread-price', detail: 'pricing.image: 0.002 is not read' }] },
    });
    expect((await one({ pricing: { prompt: '0', completion: '0' } })).pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'zero-price' }],
    });
  });

  it('reads the price of long prompts as a tier', async () => {
    const long = { min_context: 200_000, prompt: '0.000002', completion: '0.000004' };
    expect(await one({ pricing: [{ prompt: '0.000001', completion: '0.000003' }, long] })).toMatchObject({
      cost: { input: 0.001, output: 0.003 },
      tiers: [{ when: { contextAbove: 200_000 }, cost: { input: 0.002, output: 0.004 } }],
    });
  });

  it('keeps the day of deprecation and, of a later one, no state', async () => {
    expect(await one({ deprecation_date: '2025-12-31' })).toMatchObject({
      status: 'deprecated',
      deprecatedAt: '2025-12-31',
    });
    expect(await one({ deprecation_date: '2026-10-01' })).toMatchObject({ status: null, deprecatedAt: '2026-10-01' });
  });

  it.each(notLists)('fails on %j', (body) => expect(readBody(baseten, 'api', body)).rejects.toMatchObject(shapeFault));
});
