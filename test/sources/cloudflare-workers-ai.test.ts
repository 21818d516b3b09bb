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
const one = async (properties: object | null, rest: object = {}) => (await read(model(properties, rest))).items[0]!;
const price = (unit: string, amount: unknown, currency: unknown = 'USD') => ({ unit, price: amount, currency });

describe('cloudflare-workers-ai', () => {
  it('reads every recorded row of the public list', async () => {
    const catalog = await readRecorded(source, 'list');
    expect([catalog.rows, catalog.items.length, catalog.skipped, catalog.letters.length]).toEqual([75, 68, 7, 0]);
    expect(modelOf(catalog, '@cf/meta/llama-3.2-3b-instruct')).toMatchObject({
      ownedBy: 'meta',
      mode: 'chat',
      limit: { context: 80_000 },
      // `created_at` is when it was added here.
      releaseDate: null,
      cost: { input: 0.0000509, output: 0.000335 },
    });
    expect(modelOf(catalog, '@cf/openai/whisper').cost).toMatchObject({
      input: null,
      perSecond: 0.00000833333333333333,
    });
    expect(modelOf(catalog, '@cf/microsoft/resnet-50').cost).toMatchObject({ input: null, perImage: 0.00000251 });
    expect(modelOf(catalog, '@cf/black-forest-labs/flux-1-schnell').pricing).toMatchObject({
      status: 'unknown',
      issues: [
        { code: 'unread-price', detail: '0.0000528 USD per 512 by 512 tile' },
        { code: 'unread-price', detail: '0.0001056 USD per step' },
      ],
    });
    expect(modelOf(catalog, '@cf/baai/bge-reranker-base').mode).toBe('rerank');
  });

  it('reads every recorded row of the search, in both forms', async () => {
    for (const [endpoint, rows, retired] of [
      ['api', 40, 1],
      ['api-openrouter', 22, 0],
    ] as const) {
      const catalog = await readRecorded(source, endpoint);
      expect([catalog.rows, catalog.skipped, catalog.letters.length]).toEqual([rows, retired, 0]);
      expect(catalog.items.length).toBe(rows - retired);
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
    expect((await one(null, { created_at: '2025-08-05 10:27:29.131' })).releaseDate).toBeNull();
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

  it('tells what it could not read, and keeps a condition of a unit', async () => {
    const prices = [
      price('per audio minute', 0.006),
      price('per audio minute (websocket)', 0.012),
      price('per step', 9),
      price('per M input tokens', 0.5, 'EUR'),
      price('per tile', 0),
    ];
    expect(await one({ price: prices })).toMatchObject({
      cost: { input: null, perSecond: 0.0001 },
      tiers: [{ when: { variant: 'websocket' }, cost: { perSecond: 0.0002 } }],
      pricing: {
        status: 'priced',
        issues: [
          { code: 'unread-price', detail: '9 USD per step' },
          { code: 'unread-price', detail: '0.5 EUR per M input tokens' },
        ],
      },
    });
  });

  it('notes a coming retirement and leaves out a model whose day has passed', async () => {
    const catalog = await read(
      model({ planned_deprecation_date: '2026-05-30' }, { name: '@cf/a/coming' }),
      model({ planned_deprecation_date: '2025-12-31' }, { name: '@cf/a/gone' }),
      model({}, { name: '@hf/a/flagged', deprecated: true }),
    );
    expect(catalog.skipped).toBe(1);
    expect(catalog.items.map(({ id, status, retiresAt }) => [id, status, retiresAt])).toEqual([
      ['@cf/a/coming', 'deprecated', '2026-05-30'],
      ['@hf/a/flagged', 'deprecated', null],
    ]);
  });

  it('rejects a row without a name alone', async () => {
    const catalog = await read(model({}, { name: null }), 'x', model({}));
    expect([catalog.items.length, catalog.letters.length]).toEqual([1, 2]);
  });

  it('follows the pages of the search, and does without one that fails', async () => {
    const page = (number: number) =>
      JSON.stringify({
        success: true,
        result: [model({}, { name: `@cf/a/${number}` })],
        result_info: { total_pages: 3 },
      });
    const pages = (...bodies: string[]) =>
      readBody(source, 'api', Object.fromEntries(bodies.map((body, i) => [`${search}&page=${i + 1}`, body])));
    const whole = await pages(page(1), page(2), page(3));
    expect([whole.items.map(({ id }) => id), whole.faults]).toEqual([['@cf/a/1', '@cf/a/2', '@cf/a/3'], []]);
    for (const [bodies, ids, kind] of [
      [[page(1), page(2)], ['@cf/a/1', '@cf/a/2'], 'http'],
      [[page(1), '{"success":false}'], ['@cf/a/1'], 'shape'],
    ] as const) {
      const part = await pages(...bodies);
      expect(part.items.map(({ id }) => id)).toEqual(ids);
      expect(part.faults).toMatchObject([{ endpoint: 'api', request: 'rest', kind }]);
    }
  });

  it('reads the whole OpenRouter form too', async () => {
    const row = {
      id: 'workers-ai/@cf/a/b',
      hugging_face_id: 'a/b',
      architecture: { input_modalities: ['text', 'image'], output_modalities: ['text'] },
      top_provider: { context_length: 8192, max_completion_tokens: '1024' },
      pricing: { prompt: '-1', completion: '-1' },
    };
    expect((await readBody(source, 'api-openrouter', JSON.stringify({ data: [row] }))).items[0]).toMatchObject({
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
      for (const endpoint of ['list', 'api', 'api-openrouter'])
        await expect(readBody(source, endpoint, body)).rejects.toMatchObject({ name: 'ShapeError' });
    },
  );
});
