import { describe, expect, it } from 'vitest';
import { cloudflareWorkersAi as source } from '../../src/sources/cloudflare-workers-ai.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const search = 'https://api.cloudflare.com/client/v4/accounts/{CLOUDFLARE_ACCOUNT_ID}/ai/models/search?per_page=100';

const model = (properties: object | null, rest: object = {}) => ({
  id: 'f9f2250b-1048-4a52-9910-d0bf976616a1',
  name: '@cf/openai/gpt-oss-120b',
  task: { name: 'Text Generation' },
  properties:
    properties && Object.entries(properties).map(([property_id, value]) => ({ property_id, value: value as unknown })),
  ...rest,
});
const read = (...models: unknown[]) => readBody(source, 'list', JSON.stringify({ models }));
const one = async (properties: object | null, rest: object = {}) => (await read(model(properties, rest))).models[0]!;
const price = (unit: string, amount: unknown, currency: unknown = 'USD') => ({ unit, price: amount, currency });

describe('cloudflare-workers-ai', () => {
  it('reads every recorded row of the public list', async () => {
    const catalog = await readRecorded(source, 'list');
    expect([catalog.rows.length, catalog.models.length, catalog.skipped, catalog.rejected.length]).toEqual([
      75, 68, 7, 0,
    ]);
    expect(modelOf(catalog, '@cf/meta/llama-3.2-3b-instruct')).toMatchObject({
      ownedBy: 'meta',
      mode: 'chat',
      limit: { context: 80_000 },
      releaseDate: '2024-09-25',
      cost: { input: 0.0000509, output: 0.000335 },
    });
    expect(modelOf(catalog, '@cf/openai/whisper').cost).toMatchObject({
      input: null,
      perSecond: 0.00000833333333333333,
    });
    expect(modelOf(catalog, '@cf/microsoft/resnet-50').cost).toMatchObject({ input: null, perImage: 0.00000251 });
    expect(modelOf(catalog, '@cf/black-forest-labs/flux-1-schnell').pricing.status).toBe('unknown');
  });

  it('reads every recorded row of the search, in both forms', async () => {
    for (const [link, rows, retired] of [
      ['api', 40, 1],
      ['api-openrouter', 22, 0],
    ] as const) {
      const catalog = await readRecorded(source, link);
      expect([catalog.rows.length, catalog.skipped, catalog.rejected.length]).toEqual([rows, retired, 0]);
      expect(catalog.models.length).toBe(rows - retired);
    }
    expect(modelOf(await readRecorded(source, 'api-openrouter'), '@cf/moonshotai/kimi-k2.6')).toMatchObject({
      name: 'Kimi K2.6',
      ownedBy: 'moonshotai',
      limit: { context: 262_144, output: 256_000 },
      capabilities: { toolCall: true, reasoning: true, attachment: true },
      cost: { input: 0.00095, output: 0.004, cacheRead: 0.00016 },
    });
  });

  it('reads the bag of properties, strings or not, and takes what is absent as not said', async () => {
    expect(
      await one({
        context_window: '24000',
        max_output_tokens: 4096,
        function_calling: 'true',
        vision: 'true',
        beta: 'true',
      }),
    ).toMatchObject({
      limit: { context: 24_000, output: 4096 },
      capabilities: { toolCall: true, reasoning: null, attachment: true },
      modalities: { input: ['text', 'image'], output: ['text'] },
      status: 'preview',
    });
    expect((await one({ max_input_tokens: '60000', context_window: '' })).limit.context).toBe(60_000);
    expect((await one(null, { properties: [{ property_id: 'beta' }, { value: 1 }, 'x', null] })).status).toBeNull();
    expect(await one(null, { task: null, created_at: 7 })).toMatchObject({ mode: null, releaseDate: null });
  });

  it('takes a price only in dollars and in a unit that it knows', async () => {
    const prices = [
      price('per M input tokens', '0.35'),
      price('per M output tokens', 0.75, 'EUR'),
      price('per M cached input tokens', 0.05),
      price('per step', 9),
      price('per 1k characters', 0.015),
      price('per M batch input tokens', 0.1),
    ];
    expect((await one({ price: prices })).cost).toMatchObject({
      input: 0.00035,
      output: null,
      cacheRead: 0.00005,
      perCharacter: 0.000015,
    });
    expect(
      (await one({ price: [price('per M input tokens', 1), price('per M input tokens', 2)] })).cost.input,
    ).toBeNull();
    expect((await one({ price: 'free' })).pricing.status).toBe('unknown');
    expect((await one({ price: [price('per M input tokens', 0)] })).cost.input).toBeNull();
  });

  it('notes a coming retirement and leaves out a model whose day has passed', async () => {
    const catalog = await read(
      model({ planned_deprecation_date: '2026-05-30' }, { name: '@cf/a/coming' }),
      model({ planned_deprecation_date: '2025-12-31' }, { name: '@cf/a/gone' }),
      model({}, { name: '@hf/a/flagged', deprecated: true }),
    );
    expect(catalog.skipped).toBe(1);
    expect(catalog.models.map(({ id, status, retiresAt }) => [id, status, retiresAt])).toEqual([
      ['@cf/a/coming', 'deprecated', '2026-05-30'],
      ['@hf/a/flagged', 'deprecated', null],
    ]);
  });

  it('rejects a row without a name alone', async () => {
    const catalog = await read(model({}, { name: null }), 'x', model({}));
    expect([catalog.models.length, catalog.rejected.length]).toEqual([1, 2]);
  });

  it('follows the pages of the search', async () => {
    const page = (number: number) =>
      JSON.stringify({
        success: true,
        result: [model({}, { name: `@cf/a/${number}` })],
        result_info: { total_pages: 2 },
      });
    const catalog = await readBody(source, 'api', { [`${search}&page=1`]: page(1), [`${search}&page=2`]: page(2) });
    expect(catalog.models.map(({ id }) => id)).toEqual(['@cf/a/1', '@cf/a/2']);
  });

  it('reads the whole OpenRouter form too', async () => {
    const row = {
      id: 'workers-ai/@cf/a/b',
      hugging_face_id: 'a/b',
      architecture: { input_modalities: ['text', 'image'], output_modalities: ['text'] },
      top_provider: { context_length: 8192, max_completion_tokens: '1024' },
      pricing: { prompt: '-1', completion: '-1' },
    };
    expect((await readBody(source, 'api-openrouter', JSON.stringify({ data: [row] }))).models[0]).toMatchObject({
      id: '@cf/a/b',
      openWeights: true,
      modalities: { input: ['text', 'image'] },
      limit: { context: 8192, output: 1024 },
      pricing: { status: 'variable' },
    });
  });

  it.each(['<html></html>', '{}', '[]', '', '{"error":"x"}', '{"models":[]}', '{"success":false,"result":null}'])(
    'fails on %j',
    async (body) => {
      for (const link of ['list', 'api', 'api-openrouter'])
        await expect(readBody(source, link, body)).rejects.toMatchObject({ name: 'SourceError', kind: 'shape' });
    },
  );
});
