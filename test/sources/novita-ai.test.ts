import { describe, expect, it } from 'vitest';
import { novitaAi } from '../../src/sources/novita-ai.js';
import { modelOf, readBody, readRecorded } from './harness.js';
import { notLists, shapeFault } from './notLists.js';

const one = async (row: object) =>
  (await readBody(novitaAi, 'api', JSON.stringify({ data: [{ id: 'a/b', ...row }] }))).items[0]!;

describe('novita-ai', () => {
  it('converts the recorded prices from 1e-4 USD per 1M', async () => {
    const catalog = await readRecorded(novitaAi, 'api');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([149, 149, 0]);
    expect(modelOf(catalog, 'zai-org/glm-5.3')).toMatchObject({
      name: 'GLM 5.3',
      ownedBy: 'zai-org',
      mode: 'chat',
      cost: { input: 0.0014, output: 0.0044, cacheRead: 0.00026 },
      limit: { context: 1_048_576, output: 131_072 },
      capabilities: { toolCall: true, reasoning: true, structuredOutput: true, attachment: false },
      releaseDate: null,
    });
    expect(modelOf(catalog, 'inclusionai/ling-3.0-flash-fast')).toMatchObject({
      cost: { input: 0.00006, output: 0.00018, cacheRead: 0.000012 },
      capabilities: { structuredOutput: false },
    });
    expect(modelOf(catalog, 'deepseek/deepseek-v4-pro-0813').cost).toMatchObject({ input: 0.00132, output: 0.00396 });
  });

  it('takes 0 for both as free', async () => {
    const catalog = await readRecorded(novitaAi, 'api');
    expect(catalog.items.filter(({ pricing }) => pricing.status === 'free')).toHaveLength(11);
    expect(modelOf(catalog, 'inclusionai/ling-3.0-tiny').cost).toMatchObject({ input: 0, output: 0 });
    expect((await one({ input_token_price_per_m: 0 })).pricing.status).toBe('unknown');
    const pricing = { input_cache_read: { price_per_m: 0 } };
    expect((await one({ input_token_price_per_m: 700, output_token_price_per_m: 0, pricing })).cost).toMatchObject({
      input: 0.00007,
      output: 0,
      cacheRead: null,
    });
  });

  it('reads steps beside zeros as a price and its tiers, whatever their order', async () => {
    const step = (min: number, max: number, prompt: number, completion: number) => ({
      min_tokens: min,
      max_tokens: max,
      pricing: { prompt: { price_per_m: prompt }, completion: { price_per_m: completion } },
    });
    const zeros = { input_token_price_per_m: 0, output_token_price_per_m: 0, is_tiered_billing: true };
    const steps = [step(256_001, 1_000_000, 5000, 30_000), step(1, 256_000, 4000, 24_000)];
    const model = await one({ ...zeros, tiered_billing_configs: steps });
    expect(model).toMatchObject({ pricing: { status: 'priced' }, cost: { input: 0.0004, output: 0.0024 } });
    expect(model.tiers).toEqual([{ when: { contextAbove: 256_000 }, cost: { input: 0.0005, output: 0.003 } }]);
    const late = await one({ ...zeros, tiered_billing_configs: [step(128_000, 256_000, 5000, 30_000)] });
    expect(late).toMatchObject({ pricing: { status: 'variable' }, cost: { input: null } });
    expect(late.tiers).toEqual([{ when: { contextAbove: 128_000 }, cost: { input: 0.0005, output: 0.003 } }]);
    const untold = await one(zeros);
    expect(untold.pricing).toMatchObject({ status: 'unknown', issues: [{ code: 'unread-price' }] });
  });

  it('takes no zero for free beside a price in another key', async () => {
    const zeros = { input_token_price_per_m: 0, output_token_price_per_m: 0 };
    const pricing = { prompt: { price_per_m: 14_000 }, completion: { price_per_m: 44_000 } };
    expect((await one({ ...zeros, pricing })).cost).toMatchObject({ input: 0.0014, output: 0.0044 });
    const fine = { prompt: { price_per_m: 0, price_per_m_decimal: '0.00005' } };
    expect((await one({ ...zeros, pricing: fine })).cost.input).toBe(0.000_000_05);
    const unread = await one({ ...zeros, pricing: { per_image: { price_per_m: 300 } } });
    expect(unread.pricing).toMatchObject({ status: 'unknown', issues: [{ code: 'unread-price' }] });
    expect((await one(zeros)).pricing.status).toBe('free');
  });

  it('strips control characters out of names', async () => {
    expect(modelOf(await readRecorded(novitaAi, 'api'), 'qwen/qwen3.8-max').name).toBe('Qwen3.8 Max');
    expect((await one({ display_name: 'GLM\u0000 5\u001f.3' })).name).toBe('GLM 5.3');
    expect((await one({ title: 'GLM 5', display_name: '' })).name).toBe('GLM 5');
  });

  it('reads the prices at either place, and the rows of 2025', async () => {
    const nested = { pricing: { prompt: { price_per_m: 14000 }, completion: { price_per_m: '44000' } } };
    expect((await one(nested)).cost).toMatchObject({ input: 0.0014, output: 0.0044 });
    const old = { input_token_price_per_m: 600, output_token_price_per_m: 1800, display_name: 'Old', status: 1 };
    expect(await one({ ...old, features: null })).toMatchObject({
      cost: { input: 0.00006, output: 0.00018, cacheRead: null },
      capabilities: { toolCall: null, reasoning: null, structuredOutput: null, attachment: null },
      modalities: { input: [], output: [] },
      mode: null,
    });
  });

  it('skips models that are off', async () => {
    const data = [1, 0, -1, '0', null, undefined].map((status, i) => ({ id: `m${i}`, status }));
    const catalog = await readBody(novitaAi, 'api', JSON.stringify({ data }));
    expect(catalog.items.map(({ id }) => id)).toEqual(['m0', 'm4', 'm5']);
    expect(catalog.skipped).toBe(3);
  });

  it('takes no price in another currency for dollars', async () => {
    const price = { input_token_price_per_m: 600, output_token_price_per_m: 1800 };
    expect(await one({ ...price, currency: 'CNY' })).toMatchObject({
      cost: { input: null },
      pricing: {
        issues: [{ code: 'no-list-price', detail: 'the prices are in CNY: 0.06 in, 0.18 out per 1M tokens' }],
      },
    });
    expect((await one({ ...price, currency: 'usd' })).cost.input).toBe(0.00006);
  });

  it('reads the kind of model from its type, else from its endpoints', async () => {
    expect((await one({ model_type: 'embedding' })).mode).toBe('embedding');
    expect((await one({ model_type: 'reranker', endpoints: ['chat/completions'] })).mode).toBe('rerank');
    expect((await one({ endpoints: ['embeddings'] })).mode).toBe('embedding');
  });

  it.each(notLists)('fails on %j', (body) => expect(readBody(novitaAi, 'api', body)).rejects.toMatchObject(shapeFault));
});
