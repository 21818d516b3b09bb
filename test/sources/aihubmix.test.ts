import { describe, expect, it } from 'vitest';
import { aihubmix } from '../../src/sources/aihubmix.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const one = async (row: object) =>
  (await readBody(aihubmix, 'api', JSON.stringify({ success: true, data: [{ model_id: 'm', types: 'llm', ...row }] })))
    .items[0]!;

describe('aihubmix', () => {
  it('converts every recorded row', async () => {
    const catalog = await readRecorded(aihubmix, 'api');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([388, 388, 0]);
    expect(modelOf(catalog, 'gpt-5')).toMatchObject({
      name: 'GPT 5',
      mode: 'chat',
      modalities: { input: ['text', 'image'], output: ['text'] },
      limit: { context: 400_000, output: 128_000 },
      capabilities: { toolCall: true, reasoning: true, structuredOutput: false, attachment: true },
      cost: { input: 0.00125, output: 0.01, cacheRead: 0.000125 },
    });
    expect(modelOf(catalog, 'claude-opus-4-5').cost).toMatchObject({
      input: 0.005,
      output: 0.025,
      cacheRead: 0.0005,
      cacheWrite: 0.00625,
    });
    expect(modelOf(catalog, 'ByteDance-Seed/Seed-OSS-36B-Instruct')).toMatchObject({
      ownedBy: 'ByteDance-Seed',
      cost: { input: 0.0002, output: 0.000534 },
    });
    expect(modelOf(catalog, 'BAAI/bge-large-en-v1.5')).toMatchObject({
      mode: 'embedding',
      limit: { context: null, output: null },
      capabilities: { toolCall: null },
      cost: { input: 0.000034, output: null },
    });
    expect(modelOf(catalog, 'gpt-image-1')).toMatchObject({ mode: 'image', cost: { input: null, output: null } });
    expect(modelOf(catalog, 'gpt-4o-free')).toMatchObject({ cost: { input: 0 }, pricing: { status: 'free' } });
  });

  it('has no token price for what is not billed by tokens', async () => {
    const pricing = { input: 2, output: 2 };
    for (const types of ['image_generation', 'VIDEO', 'tts', 'stt', 'llm, image_generation', 't2i', 'hologram', ''])
      expect([types, (await one({ types, pricing })).pricing.status]).toEqual([types, 'unknown']);
    for (const types of ['LLM', 'llm,search', 't2t', 'rerank', 'embedding'])
      expect([types, (await one({ types, pricing })).cost.input]).toEqual([types, 0.002]);
  });

  it('says of what has no unit why it has no price', async () => {
    const issues = async (row: object) => (await one(row)).pricing.issues;
    expect(await issues({ types: 'video', pricing: { input: 2, output: 2 } })).toEqual([
      { code: 'unknown-unit', detail: 'pricing: 2 USD, and nothing says of what (video)' },
    ]);
    expect(await issues({ types: 'video', pricing: { input: 0 } })).toEqual([]);
    expect(await issues({ pricing: { input: 1, per_image: 2 } })).toMatchObject([{ code: 'unread-price' }]);
  });

  it('reads comma lists of any case and spacing, and numbers as text', async () => {
    const row = {
      features: 'Thinking, tools ,structured_outputs',
      input_modalities: 'text, image,PDF',
      max_output: '8,192',
    };
    expect(await one({ ...row, context_length: '131072' })).toMatchObject({
      modalities: { input: ['text', 'image', 'pdf'] },
      capabilities: { toolCall: true, reasoning: true, structuredOutput: true },
      limit: { context: 131_072, output: 8192 },
    });
    expect(await one({ features: '', input_modalities: '' })).toMatchObject({
      modalities: { input: [] },
      capabilities: { toolCall: null, attachment: null },
    });
  });

  it('reads 0 and null as unknown', async () => {
    expect((await one({ pricing: { input: 0, output: 0 } })).pricing.status).toBe('unknown');
    expect((await one({ pricing: { input: null, output: null } })).pricing.status).toBe('unknown');
    expect((await one({ pricing: { input: 1, output: 0, cache_read: 0 } })).cost).toMatchObject({
      input: 0.001,
      output: null,
      cacheRead: null,
    });
  });

  it('knows the ids of the old list', async () => {
    const body = JSON.stringify({ object: 'list', data: [{ id: 'gpt-5', owned_by: 'x' }, {}] });
    const { items, letters } = await readBody(aihubmix, 'openai-list', body);
    expect([items.map(({ id }) => id), letters.length]).toEqual([['gpt-5'], 1]);
  });

  it('takes a stated 0 as free where the id says so', async () => {
    const free = async (pricing: unknown) => (await one({ model_id: 'm-free', types: 'llm', pricing })).pricing.status;
    expect(await free({ input: 0, output: 0, cache_read: 0 })).toBe('free');
    expect(await free({ input: 1, output: 0 })).toBe('priced');
    expect(await free(null)).toBe('unknown');
  });

  it.each(['<html></html>', '{}', '[]', '', '{"success":false,"message":"no"}', '{"data":[]}'])('fails on %j', (body) =>
    expect(readBody(aihubmix, 'api', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
