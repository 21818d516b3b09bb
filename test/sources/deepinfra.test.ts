import { describe, expect, it } from 'vitest';
import { deepinfra } from '../../src/sources/deepinfra.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const one = async (row: object) =>
  (await readBody(deepinfra, 'api', JSON.stringify([{ model_name: 'a/b', type: 'text-generation', ...row }])))
    .items[0]!;
const priced = (pricing: object, more: object = {}) => one({ pricing, ...more });
const tokens = { type: 'tokens', cents_per_input_token: 0.0001, cents_per_output_token: 0.0003 };

describe('deepinfra', () => {
  it('reads every recorded row', async () => {
    const { rows, items, letters } = await readRecorded(deepinfra, 'api');
    expect([rows, items.length, letters.length]).toEqual([100, 100, 0]);
  });

  it('converts cents per token, and multiples of them', async () => {
    const catalog = await readRecorded(deepinfra, 'api');
    expect(modelOf(catalog, 'Gryphe/MythoMax-L2-13b')).toMatchObject({
      ownedBy: 'Gryphe',
      mode: 'chat',
      limit: { context: 4096, output: null },
      capabilities: { toolCall: true, structuredOutput: true, reasoning: false, attachment: false },
      cost: { input: 0.00008, output: 0.00009, cacheRead: null },
    });
    expect(modelOf(catalog, 'MiniMaxAI/MiniMax-M2.5').cost).toMatchObject({
      input: 0.00015,
      output: 0.00115,
      cacheRead: 0.00003,
      cacheWrite: 0.000375,
    });
    expect(modelOf(catalog, 'XiaomiMiMo/MiMo-V2.5-Pro')).toMatchObject({
      cost: { input: 0.001, output: 0.003, cacheRead: 0.0002 },
      tiers: [{ when: { contextAbove: 256_000 }, cost: { input: 0.002, output: 0.006, cacheRead: 0.0004 } }],
    });
    expect(modelOf(catalog, 'BAAI/bge-large-en-v1.5')).toMatchObject({
      mode: 'embedding',
      cost: { input: 0.00001, output: null },
    });
    expect(modelOf(catalog, 'allenai/olmOCR-2-7B-1025')).toMatchObject({
      // the recording is of July
      status: 'retired',
      retiresAt: '2026-05-07',
    });
  });

  it('reads prices given as strings, and writes kept for an hour', async () => {
    const rates = { rate_per_input_token_cached: '0.5', rate_per_explicit_cache_write_token: { '5m': 1.25, '1h': 2 } };
    expect((await priced({ ...rates, type: 'tokens', cents_per_input_token: '1.4e-05' })).cost).toMatchObject({
      input: 0.00014,
      output: null,
      cacheRead: 0.00007,
      cacheWrite: 0.000175,
      cacheWrite1h: 0.00028,
    });
  });

  it('keeps the list price beside a discount that ends', async () => {
    const { cost, tiers } = await priced({ ...tokens, discount: 0.3, discount_ends_at: '2026-09-01T00:00:00Z' });
    expect(cost).toMatchObject({ input: 0.001, output: 0.003 });
    expect(tiers).toEqual([{ when: { until: '2026-08-31' }, cost: { input: 0.0007, output: 0.0021 } }]);
    expect((await priced({ ...tokens, discount: 0.3, discount_ends_at: null })).tiers).toEqual([]);
    expect((await priced({ ...tokens, discount: 1, discount_ends_at: 1788220800 })).tiers).toEqual([]);
  });

  it('prices service tiers', async () => {
    const rates = { rate_per_service_tier_flex: 0.8, rate_per_service_tier_priority: 1.5 };
    expect((await priced({ ...tokens, ...rates })).tiers).toEqual([
      { when: { serviceTier: 'flex' }, cost: { input: 0.0008, output: 0.0024 } },
      { when: { serviceTier: 'priority' }, cost: { input: 0.0015, output: 0.0045 } },
    ]);
    expect((await priced({ ...tokens, rate_per_service_tier_flex: {} })).tiers).toEqual([]);
    const unheard = await priced({ ...tokens, rate_per_service_tier_overnight: 0.5 });
    expect(unheard.tiers).toEqual([{ when: { serviceTier: 'overnight' }, cost: { input: 0.0005, output: 0.0015 } }]);
    expect(unheard.pricing.issues).toEqual([]);
    const nested = await priced({ ...tokens, rate_per_service_tier_flex: { input: 0.5 } });
    expect(nested.pricing.issues).toMatchObject([{ code: 'unread-price' }]);
  });

  it('believes prose about long prompts only where it agrees with the fields', async () => {
    const full = '$1 in $3 out <= 32K, $2 in $6 out $0.4 cached <= 128K, $4 in $8 out > 128K';
    expect((await priced({ ...tokens, full })).tiers).toEqual([
      { when: { contextAbove: 32_000 }, cost: { input: 0.002, output: 0.006, cacheRead: 0.0004 } },
      { when: { contextAbove: 128_000 }, cost: { input: 0.004, output: 0.008 } },
    ]);
    expect(await priced({ ...tokens, full: full.replace('$1 in', '$0.5 in') })).toMatchObject({
      tiers: [],
      pricing: { issues: [{ code: 'unread-price' }] },
    });
    expect((await priced({ ...tokens, full: '$1 in $3 out' })).tiers).toEqual([]);
  });

  it('reads the other units, and no price from rent or 0', async () => {
    expect((await priced({ type: 'time', cents_per_sec: 0.05 })).cost).toMatchObject({
      input: null,
      perSecond: 0.0005,
    });
    expect((await priced({ type: 'output_length', cents_per_output_sec: 5 })).cost).toMatchObject({ perSecond: 0.05 });
    expect((await priced({ type: 'image_units', cents_per_image_unit: 0.9 })).cost).toMatchObject({ perImage: 0.009 });
    expect((await priced({ type: 'input_character_length', cents_per_input_chars: 0.00008 })).cost).toMatchObject({
      perCharacter: 8e-7,
    });
    expect((await priced({ type: 'input_character_length', cents_per_input_chars: 0 })).pricing.status).toBe('unknown');
    expect((await priced({ type: 'uptime', cents_per_sec: 0.05 })).pricing.status).toBe('unknown');
    expect((await priced({ type: 'tokens', cents_per_input_token: 0, cents_per_output_token: 0 })).pricing.status).toBe(
      'unknown',
    );
  });

  it('leaves private models out and knows partners for closed', async () => {
    const list = [
      { model_name: 'a', private: 1 },
      { model_name: 'b', private: 0, is_partner: true, type: 'text-to-video', tags: [] },
      { type: 'embeddings' },
    ];
    const { items, skipped, letters } = await readBody(deepinfra, 'api', JSON.stringify(list));
    expect([items.length, skipped, letters.length]).toEqual([1, 1, 1]);
    expect(items[0]).toMatchObject({
      openWeights: false,
      mode: 'video',
      ownedBy: null,
      capabilities: { toolCall: null },
    });
  });

  it('reads inputs by tag', async () => {
    expect(await one({ tags: ['multimodal', 'input-audio', 'input-video'] })).toMatchObject({
      modalities: { input: ['text', 'image', 'audio', 'video'] },
      capabilities: { attachment: true, toolCall: false },
    });
    expect(await one({ tags: 'tools', max_tokens: null, quantization: 'fp8' })).toMatchObject({
      capabilities: { toolCall: null },
      quantization: 'fp8',
    });
  });

  it('tells of prices that it does not read', async () => {
    const zeros = { type: 'tokens', cents_per_input_token: 0, cents_per_output_token: 0 };
    expect((await priced({ ...zeros, cents_per_page: 3 })).pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'zero-price' }, { code: 'unread-price', detail: 'pricing.cents_per_page: 3 is not read' }],
    });
  });

  it('reads a 0 beside a price as none', async () => {
    const zeros = { cents_per_output_token: 0, rate_per_input_token_cached: 0 };
    expect((await priced({ ...tokens, ...zeros })).cost).toMatchObject({ input: 0.001, output: null, cacheRead: null });
  });

  it.each([
    ['text-generation', 'chat', ['text'], ['text']],
    ['embeddings', 'embedding', ['text'], []],
    ['reranker', 'rerank', ['text'], []],
    ['automatic-speech-recognition', 'transcription', ['audio'], ['text']],
    ['text-to-speech', 'speech', ['text'], ['audio']],
    ['text-to-image', 'image', ['text'], ['image']],
    ['image-to-video', 'video', ['image'], ['video']],
    ['object-detection', 'other', [], []],
  ])('tells what a model of the type %s is for', async (type, mode, input, output) =>
    expect(await one({ type })).toMatchObject({ mode, modalities: { input, output } }),
  );

  it.each(['<html></html>', '{}', '[]', '', '{"error":"no"}', '{"detail":"x"}'])('fails on %j', (body) =>
    expect(readBody(deepinfra, 'api', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
