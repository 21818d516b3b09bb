import { describe, expect, it } from 'vitest';
import { inference } from '../../src/sources/inference.js';
import { modelOf, readBody, readRecorded } from './harness.js';
import { notLists, shapeFault } from './notLists.js';

const one = async (row: object) =>
  (await readBody(inference, 'api', JSON.stringify({ data: [{ id: 'a/b/fp-8', ...row }] }))).items[0]!;

describe('inference', () => {
  it('converts the recorded prices from USD per token and keeps the ids whole', async () => {
    const catalog = await readRecorded(inference, 'api');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([11, 11, 0]);
    expect(modelOf(catalog, 'deepseek/deepseek-r1-0528/fp-8')).toMatchObject({
      ownedBy: 'deepseek',
      quantization: 'fp8',
      cost: { input: 0.0005, output: 0.003 },
    });
    expect(modelOf(catalog, 'meta-llama/llama-3.1-70b-instruct/fp-16')).toMatchObject({
      quantization: 'fp16',
      cost: { input: 0.0003, output: 0.0004 },
    });
    expect(modelOf(catalog, 'qwen/qwen3-30b-a3b/fp8')).toMatchObject({
      quantization: 'fp8',
      cost: { input: 0.00008, output: 0.00029 },
    });
  });

  it.each([
    ['a/b/bf-16', 'bf16'],
    ['a/b/INT-4', 'int4'],
    ['a/b', null],
    ['a/fp-8', null],
    ['a/b/llama3', null],
    ['b', null],
  ])('reads the precision of %s as %s', async (id, quantization) => {
    expect((await one({ id })).quantization).toBe(quantization);
  });

  it('takes numbers and whatever else a row has', async () => {
    const row = {
      created: 1754410981,
      context_length: '131,072',
      max_completion_tokens: 4096,
      input_modalities: ['text', 'image'],
      supported_features: ['tools'],
      pricing: { prompt: 5e-7, completion: 0.000003, input_cache_read: 5e-8 },
    };
    expect(await one(row)).toMatchObject({
      cost: { input: 0.0005, output: 0.003, cacheRead: 0.00005 },
      limit: { context: 131_072, output: 4096 },
      modalities: { input: ['text', 'image'] },
      capabilities: { toolCall: true, attachment: true },
      releaseDate: null,
    });
  });

  it('takes a 0 beside a price for none, and tells a price that it does not read', async () => {
    const pricing = { prompt: '0.0000005', completion: '0', input_cache_read: '0', audio: '0.00001' };
    expect(await one({ pricing })).toMatchObject({
      cost: { input: 0.0005, output: null, cacheRead: null },
      pricing: { issues: [{ code: 'unread-price', detail: 'pricing.audio: 0.00001 is not read' }] },
    });
  });

  it.each(notLists)('fails on %j', (body) =>
    expect(readBody(inference, 'api', body)).rejects.toMatchObject(shapeFault),
  );
});
