import { describe, expect, it } from 'vitest';
import { openrouter } from '../../src/sources/openrouter.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const one = async (row: object) =>
  (await readBody(openrouter, 'api', JSON.stringify({ data: [{ id: 'a/b', ...row }] }))).items[0]!;

describe('openrouter', () => {
  it('reads every recorded row', async () => {
    const catalog = await readRecorded(openrouter, 'api-all');
    // 558, of which 62 are the batch prices of others.
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([496, 496, 0]);
    expect(modelOf(catalog, 'openrouter/auto')).toMatchObject({
      cost: { input: null },
      pricing: { status: 'variable' },
    });
  });

  it('reads prices of images, sound and batches in their units', async () => {
    const catalog = await readRecorded(openrouter, 'api-all');
    expect(modelOf(catalog, 'openai/whisper-1')).toMatchObject({
      mode: 'transcription',
      cost: { input: null, inputAudio: null, perSecond: 0.0001 },
    });
    expect(modelOf(catalog, 'openai/gpt-4o-transcribe').cost).toMatchObject({ inputAudio: 0.0025, output: 0.01 });
    expect(modelOf(catalog, 'microsoft/mai-transcribe-1.5').cost.perSecond).toBe(0.0001);
    expect(modelOf(catalog, 'minimax/speech-2.8-hd').cost).toMatchObject({ input: null, perCharacter: 0.0001 });
    expect(modelOf(catalog, 'google/gemini-3.1-flash-tts-preview').cost).toMatchObject({
      input: 0.001,
      outputAudio: 0.02,
    });
    expect(modelOf(catalog, 'recraft/recraft-v3').cost).toMatchObject({ outputImage: null, perImage: 0.04 });
    expect(modelOf(catalog, 'black-forest-labs/flux.2-pro').cost).toMatchObject({ perMegapixel: 0.03 });
    expect(modelOf(catalog, 'x-ai/grok-imagine-image-quality').cost).toMatchObject({
      perImage: 0.05,
      perInputImage: 0.01,
    });
    expect(modelOf(catalog, 'openai/gpt-image-1').cost).toMatchObject({ input: 0.01, outputImage: 0.04 });
    expect(modelOf(catalog, 'google/gemini-2.5-flash')).toMatchObject({
      cost: { input: 0.0003, output: 0.0025, cacheRead: 0.00003, cacheWrite: null, inputAudio: 0.001 },
      tiers: [{ when: { serviceTier: 'batch' }, cost: { input: 0.00015, output: 0.00125 } }],
    });
  });

  it('has no price in a unit that nobody proves', async () => {
    const sound = async (id: string, output: string, prompt: string) =>
      one({
        id,
        architecture: { input_modalities: ['audio'], output_modalities: [output] },
        pricing: { prompt, completion: '0' },
      });
    expect(await sound('a/stt', 'transcription', '0.00005')).toMatchObject({
      cost: { input: null, inputAudio: null },
      pricing: { status: 'unknown', issues: [{ code: 'unknown-unit' }] },
    });
    expect((await sound('openai/whisper-1', 'transcription', '0.003')).cost.perSecond).toBe(0.00005);
    expect((await sound('openai/whisper-1', 'transcription', '0.36')).pricing.status).toBe('unknown');
    expect((await sound('a/tts', 'speech', '0.00003')).cost.perCharacter).toBe(0.00003);
    expect((await sound('a/tts', 'speech', '0.015')).pricing).toMatchObject({ issues: [{ code: 'unknown-unit' }] });
    expect((await sound('a/tts:free', 'speech', '0.015')).pricing.status).toBe('unknown');
    const image = { output_modalities: ['image'] };
    const drawn = await one({
      architecture: image,
      pricing: { prompt: '0', completion: '0', image_output: '0.00003' },
    });
    expect(drawn.pricing).toMatchObject({ status: 'unknown', issues: [{ code: 'unknown-unit' }] });
  });

  it('tells a price per image that is read from one per token', async () => {
    const seen = async (image: string, prompt = '0.000001') => (await one({ pricing: { prompt, image } })).cost;
    expect(await seen('0.0000022')).toMatchObject({ inputImage: 0.0022 });
    expect(await seen('0.003')).toMatchObject({ inputImage: null, perInputImage: 0.003 });
    expect(await seen('0.000217', '0.00000015')).toMatchObject({ inputImage: null, perInputImage: 0.000217 });
    expect((await seen('0.00001', '0')).inputImage).toBeNull();
  });

  it('makes a batch row a tier of its model, and an offer where that is not listed', async () => {
    const row = (id: string, prompt: string, overrides: object[] = []) => ({ id, pricing: { prompt, overrides } });
    const long = (prompt: string) => [{ min_prompt_tokens: 1000, prompt }];
    const data = [
      row('a/b:batch', '0.000001', long('0.000002')),
      row('a/b', '0.000002', long('0.000004')),
      row('a/c:batch', '0.000003'),
    ];
    const { items } = await readBody(openrouter, 'api', JSON.stringify({ data }));
    expect(items.map(({ id, cost, tiers }) => [id, cost.input, tiers])).toEqual([
      [
        'a/b',
        0.002,
        [
          { when: { contextAbove: 1000 }, cost: { input: 0.004 } },
          { when: { serviceTier: 'batch' }, cost: { input: 0.001 } },
          { when: { serviceTier: 'batch', contextAbove: 1000 }, cost: { input: 0.002 } },
        ],
      ],
      ['a/c:batch', 0.003, []],
    ]);
  });

  it('is not free beside a price in a key that it does not know', async () => {
    const pricing = { prompt: '0', completion: '0', video: '0.1' };
    const model = await one({ id: 'a/b:free', pricing });
    expect(model.pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'unread-price' }],
    });
    const known = { prompt: '0', completion: '0', web_search: '0.01', input_audio_cache: '0.0000001' };
    expect((await one({ id: 'a/b:free', pricing: known })).pricing).toMatchObject({ status: 'free', issues: [] });
  });

  it('rounds float noise away and keeps real digits', async () => {
    expect(
      (await one({ pricing: { prompt: '0.00000090000000000000005', completion: '0.0000025253' } })).cost,
    ).toMatchObject({
      input: 0.0009,
      output: 0.0025253,
    });
  });

  it('takes 0 as free only where the id says so', async () => {
    expect((await one({ pricing: { prompt: '0', completion: '0' } })).pricing).toMatchObject({
      status: 'unknown',
      source: null,
    });
    expect(await one({ id: 'a/b:free', pricing: { prompt: '0', completion: '0' } })).toMatchObject({
      cost: { input: 0, output: 0 },
      pricing: { status: 'free' },
    });
  });

  it('turns overrides into tiers', async () => {
    const pricing = {
      prompt: '0.000001',
      completion: '0.000002',
      overrides: [{ min_prompt_tokens: 272000, prompt: '0.000002' }],
    };
    expect((await one({ pricing })).tiers).toEqual([{ when: { contextAbove: 272000 }, cost: { input: 0.002 } }]);
  });

  it('never drops the condition of an override', async () => {
    const when = async (override: object) =>
      (await one({ pricing: { prompt: '0.000001', overrides: [{ ...override, prompt: '0.000002' }] } })).tiers.map(
        (tier) => tier.when,
      );
    expect(await when({ utc_start: '16:30', utc_end: '00:30' })).toEqual([{ timeUtc: '16:30-00:30' }]);
    expect(await when({ min_prompt_tokens: 5, utc_start: 16, utc_end: 0 })).toEqual([
      { contextAbove: 5, variant: 'utc_start 16, utc_end 0' },
    ]);
    expect(await when({ utc_start: 100, utc_end: 400 })).toEqual([{ timeUtc: '01:00-04:00' }]);
    expect(await when({ utc_start: 1000, utc_end: 100 })).toEqual([{ timeUtc: '10:00-01:00' }]);
    expect(await when({ utc_start: 1000, utc_end: 2575 })).toEqual([{ variant: 'utc_start 1000, utc_end 2575' }]);
    expect(await when({ utc_days: ['mon', 'tue', 'wed', 'thu', 'fri'] })).toEqual([{ days: 'mon-fri' }]);
    expect(await when({ min_prompt_tokens: 5, max_prompt_tokens: 9 })).toEqual([{ contextAbove: 5, contextUpTo: 9 }]);
    expect(await when({ service_tier: 'priority', region: 'eu' })).toEqual([{ serviceTier: 'priority', region: 'eu' }]);
    expect(await when({ min_prompt_tokens: 5, plan: 'pro' })).toEqual([{ contextAbove: 5, variant: 'plan pro' }]);
    expect(await when({ utc_start: '16:30', utc_end: '00:30', utc_days: ['sat', 'sun'] })).toEqual([
      { timeUtc: '16:30-00:30', days: 'sat,sun' },
    ]);
    expect(await when({ utc_start: '16:30', utc_days: null })).toEqual([{ variant: 'utc_start 16:30' }]);
    expect(await when({})).toEqual([]);
  });

  it('reads the zeros of old bodies as no price', async () => {
    const zeros = { request: '0', image: '0', internal_reasoning: '0', input_cache_read: '0' };
    expect(await one({ pricing: { prompt: '0.000001', completion: '0.000002', ...zeros } })).toMatchObject({
      cost: { input: 0.001, output: 0.002, inputImage: null, reasoning: null, cacheRead: null },
      pricing: { status: 'priced' },
    });
    expect(await one({ pricing: { prompt: '0', completion: '0', request: '0.04' } })).toMatchObject({
      cost: { input: null, output: null, perRequest: 0.04 },
    });
  });

  it('reads every kind of price in its unit, and -1 as variable', async () => {
    const pricing = {
      prompt: 0.000001,
      completion: '2e-6',
      input_cache_read: '0.0000001',
      input_cache_write: '0.00000125',
      input_cache_write_1h: '0.000002',
      internal_reasoning: '0.000003',
      image: '0.000004',
      image_output: '0.00003',
      audio: '0.000005',
      audio_output: '0.00002',
      request: '0.005',
      web_search: '0.01',
    };
    expect((await one({ pricing })).cost).toEqual({
      input: 0.001,
      output: 0.002,
      cacheRead: 0.0001,
      cacheWrite: 0.00125,
      cacheWrite1h: 0.002,
      reasoning: 0.003,
      inputImage: 0.004,
      outputImage: 0.03,
      inputAudio: 0.005,
      outputAudio: 0.02,
      perRequest: 0.005,
    });
    expect(await one({ pricing: { ...pricing, completion: '-1' } })).toMatchObject({
      cost: { input: null, output: null },
      pricing: { status: 'variable' },
    });
  });

  it('reads what a row says beside its price', async () => {
    expect(
      await one({
        id: '~vendor/model-latest',
        name: 'Vendor: Model (free)',
        created: 1779377367,
        hugging_face_id: '',
        context_length: null,
        architecture: { input_modalities: ['text', 'file'], output_modalities: ['text'] },
        top_provider: { context_length: 4096, max_completion_tokens: null },
        supported_parameters: ['tool_choice', 'structured_outputs'],
        reasoning: { mandatory: true },
        knowledge_cutoff: '2025-01-31',
        expiration_date: '2026-12-01',
      }),
    ).toMatchObject({
      name: 'Model',
      ownedBy: 'vendor',
      releaseDate: null,
      openWeights: null,
      limit: { context: 4096, output: null },
      modalities: { input: ['text', 'pdf'], output: ['text'] },
      capabilities: { toolCall: true, reasoning: true, structuredOutput: true, temperature: false, attachment: true },
      knowledge: '2025-01-31',
      status: 'deprecated',
      retiresAt: '2026-12-01',
    });
    expect(await one({ expiration_date: '2098-12-31', supported_parameters: null })).toMatchObject({
      status: null,
      retiresAt: null,
      capabilities: { toolCall: null, reasoning: null },
    });
  });

  it('tells by the output what a model is for', async () => {
    const modeOf = async (...output_modalities: string[]) => (await one({ architecture: { output_modalities } })).mode;
    expect(
      await Promise.all(['embeddings', 'rerank', 'speech', 'transcription', 'image', 'text'].map((to) => modeOf(to))),
    ).toEqual(['embedding', 'rerank', 'speech', 'transcription', 'image', null]);
    expect(await modeOf('text', 'image')).toBeNull();
  });

  it('follows the next page', async () => {
    const url = 'https://openrouter.ai/api/v1/models';
    const { items: models, requests } = await readBody(openrouter, 'api', {
      [url]: JSON.stringify({ data: [{ id: 'a/1' }], links: { next: '/api/v1/models?offset=1' } }),
      [`${url}?offset=1`]: JSON.stringify({ data: [{ id: 'a/2' }], links: null }),
    });
    expect([models.map(({ id }) => id), requests]).toEqual([['a/1', 'a/2'], { answered: 2, retried: 0, failed: 0 }]);
  });

  it.each(['<html></html>', '{}', '[]', '', '{"error":{"message":"no"}}', '{"data":[]}'])('fails on %j', (body) =>
    expect(readBody(openrouter, 'api', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
