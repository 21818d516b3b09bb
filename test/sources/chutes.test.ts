import { describe, expect, it } from 'vitest';
import { chutes } from '../../src/sources/chutes.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const one = async (row: object) =>
  (await readBody(chutes, 'api', JSON.stringify({ object: 'list', data: [{ id: 'a/b-TEE', ...row }] }))).items[0]!;

describe('chutes', () => {
  it('converts every recorded row', async () => {
    const catalog = await readRecorded(chutes, 'api');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([12, 12, 0]);
    expect(modelOf(catalog, 'deepseek-ai/DeepSeek-V3.2-TEE')).toMatchObject({
      ownedBy: 'deepseek-ai',
      limit: { context: 131_072, output: 65_536 },
      capabilities: { toolCall: true, reasoning: true, structuredOutput: true, temperature: true, attachment: false },
      openWeights: true,
      releaseDate: null,
      cost: { input: 0.001, output: 0.001, cacheRead: 0.0001 },
    });
    expect(modelOf(catalog, 'deepseek-ai/DeepSeek-V4-Flash-0731-TEE').cost).toMatchObject({
      input: 0.00014,
      output: 0.00028,
      cacheRead: 0.000014,
    });
    expect(modelOf(catalog, 'Qwen/Qwen3-32B-TEE')).toMatchObject({
      limit: { context: 40_960 },
      quantization: 'fp8',
      // 0.0104 USD per 1M = 0.0000104 per 1K
      cost: { input: 0.000104, output: 0.000416, cacheRead: 0.0000104 },
    });
  });

  it('reads strings, and the other price object where the first is silent', async () => {
    expect(
      (await one({ pricing: { prompt: '0.28', completion: '0.42' }, price: { usd: 5, tao: 1 } })).cost,
    ).toMatchObject({
      input: 0.00028,
      output: 0.00042,
      cacheRead: null,
    });
    const price = { input: { usd: 0.2, tao: 3 }, output: { usd: 0.8 }, input_cache_read: { tao: 3 } };
    expect((await one({ price })).cost).toMatchObject({ input: 0.0002, output: 0.0008, cacheRead: null });
    expect((await one({ price: { usd: 5, tao: 1 } })).pricing.status).toBe('unknown');
    expect((await one({ pricing: { prompt: 0, completion: 0 } })).pricing.status).toBe('unknown');
    const beside = { pricing: { prompt: 0, completion: 0 }, price: { input: { usd: 0.2 }, output: { usd: 0.8 } } };
    expect((await one(beside)).cost).toMatchObject({ input: 0.0002, output: 0.0008 });
  });

  it('passes over the price in TAO, and tells of others', async () => {
    const catalog = await readRecorded(chutes, 'api');
    expect([catalog.unread, catalog.items.flatMap(({ pricing }) => pricing.issues)]).toEqual([{}, []]);
    expect((await one({ pricing: { prompt: 0, completion: 0, per_step: 0.01 } })).pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'zero-price' }, { code: 'unread-price' }],
    });
  });

  it('reads old rows', async () => {
    expect(await one({ max_model_len: 8192, owned_by: 'vllm', created: 1785076921, permission: [] })).toMatchObject({
      ownedBy: 'a',
      limit: { context: 8192, output: null },
      capabilities: { toolCall: null, attachment: null },
      modalities: { input: [] },
      releaseDate: null,
    });
  });

  it('reads a 0 beside a price as none', async () => {
    expect((await one({ pricing: { prompt: 1, completion: 0, input_cache_read: 0 } })).cost).toMatchObject({
      input: 0.001,
      output: null,
      cacheRead: null,
    });
  });

  it.each(['<html></html>', '{}', '[]', '', '{"error":"no"}', '{"data":[]}'])('fails on %j', (body) =>
    expect(readBody(chutes, 'api', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
