import { describe, expect, it } from 'vitest';
import { requesty } from '../../src/sources/requesty.js';
import { endpointOf, modelOf, readBody, readRecorded } from './harness.js';

const one = async (row: object) =>
  (await readBody(requesty, 'api', JSON.stringify({ data: [{ id: 'a/b', ...row }] }))).items[0]!;

describe('requesty', () => {
  it('converts every recorded row', async () => {
    const catalog = await readRecorded(requesty, 'api');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([400, 400, 0]);
    expect(modelOf(catalog, 'anthropic/claude-haiku-4-5')).toMatchObject({
      ownedBy: null,
      mode: 'chat',
      modalities: { input: ['text', 'image'], output: ['text'] },
      limit: { context: 200_000, output: 64_000 },
      capabilities: { toolCall: true, reasoning: false, structuredOutput: null, attachment: true },
      releaseDate: null,
      cost: { input: 0.001, output: 0.005, cacheRead: 0.0001, cacheWrite: 0.00125 },
    });
    expect(modelOf(catalog, 'vertex/gemini-2.5-pro').cost).toMatchObject({
      input: 0.00125,
      output: 0.01,
      cacheRead: 0.00031,
      cacheWrite: null,
    });
    expect(modelOf(catalog, 'alibaba/qwen-max')).toMatchObject({
      limit: { output: null },
      cost: { input: 0.0016, output: 0.0064, cacheRead: 0.0016 },
    });
  });

  it('never swaps what is written to the cache and what is read', async () => {
    const prices = { input_price: 0.0000025, output_price: '7.5e-6', caching_price: 0.000003125, cached_price: 2.5e-7 };
    expect((await one(prices)).cost).toMatchObject({
      input: 0.0025,
      output: 0.0075,
      cacheRead: 0.00025,
      cacheWrite: 0.003125,
    });
  });

  it('reads 0 as unknown', async () => {
    const zero = { input_price: 0, output_price: 0, caching_price: 0, cached_price: 0 };
    expect(await one(zero)).toMatchObject({ cost: { input: null }, pricing: { status: 'unknown' } });
    expect((await one({ ...zero, input_price: 1e-7 })).cost).toMatchObject({ input: 0.0001, output: null });
    expect((await one({ context_window: -1, max_output_tokens: null })).limit).toEqual({
      context: null,
      input: null,
      output: null,
    });
  });

  it('reads what the model takes and gives', async () => {
    expect(await one({ api: 'embedding', id: 'nebius/BAAI/bge' })).toMatchObject({
      ownedBy: 'BAAI',
      mode: 'embedding',
      modalities: { input: ['text'], output: [] },
    });
    expect(await one({ supports_image_generation: true, supports_output_json_schema: true })).toMatchObject({
      mode: null,
      modalities: { output: ['text', 'image'] },
      capabilities: { structuredOutput: true, toolCall: null },
    });
    expect((await one({ supports_computer_use: true, supports_tool_calling: false })).capabilities.toolCall).toBe(
      false,
    );
  });

  it('keeps one row of an id, and rejects one without', async () => {
    const data = [{ id: 'a/b@eu', input_price: 1e-6 }, { id: 'a/b@eu', input_price: 2e-6 }, { input_price: 1 }];
    const { items: models, skipped, letters } = await readBody(requesty, 'api', JSON.stringify({ data }));
    expect([models.map(({ cost }) => cost.input), skipped, letters.length]).toEqual([[0.001], 1, 1]);
  });

  it('keeps ids apart that differ in case or in a hyphen', async () => {
    const data = ['zai/GLM-5', 'zai/glm-5', 'zai/glm\u20115'].map((id, i) => ({ id, input_price: (i + 1) / 1e6 }));
    const { items } = await readBody(requesty, 'api', JSON.stringify({ data }));
    expect(items.map(({ id, cost }) => [id, cost.input])).toEqual([
      ['zai/GLM-5', 0.001],
      ['zai/glm-5', 0.002],
      ['zai/glm\u20115', 0.003],
    ]);
  });

  it('tells a price that it does not read, and is not free then', async () => {
    const model = await one({ input_price: 0, output_price: 0, price_per_image: 0.04 });
    expect(model.pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'zero-price' }, { code: 'unread-price' }],
    });
  });

  it('asks with a key only where the bare call fails', () => {
    expect(endpointOf(requesty, 'api').requests['list']?.requests[0]?.key).toBeUndefined();
    expect(endpointOf(requesty, 'api-keyed')).toMatchObject({
      fills: false,
      requests: { list: { requests: [{ key: { env: ['REQUESTY_API_KEY'] } }] } },
    });
  });

  it('puts what images and sound cost in their own fields', async () => {
    const prices = { input_price: 0.000001, output_price: 0.00003 };
    expect(await one({ ...prices, api: 'speech' })).toMatchObject({
      mode: 'speech',
      modalities: { output: ['audio'] },
      cost: { input: 0.001, output: null, outputAudio: 0.03 },
    });
    expect(await one({ ...prices, api: 'image' })).toMatchObject({
      mode: 'image',
      modalities: { output: ['image'] },
      cost: { input: 0.001, output: null, outputImage: 0.03 },
    });
    expect((await one({ ...prices, api: 'rerank' })).cost).toMatchObject({ input: 0.001, output: null });
  });

  it.each(['<html></html>', '{}', '[]', '', '{"error":"no"}', '{"data":[]}'])('fails on %j', (body) =>
    expect(readBody(requesty, 'api', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
