import { describe, expect, it } from 'vitest';
import { digitalocean as source } from '../../src/sources/digitalocean.js';
import { modelOf, pricesOf, readBody, readRecorded } from './harness.js';

const productList = 'https://www.digitalocean.com/api/static-content/v1/products';
const markdown = 'https://docs.digitalocean.com/products/inference/details/pricing/index.html.md';
const modelsDev = 'https://models.dev/api.json';
const v2 = 'https://api.digitalocean.com/v2/gen-ai/models';

const entry = (name: unknown, rate: unknown, prompt_tokens?: unknown) => ({ name, prompt_tokens, price: { rate } });
const listing = (...models: unknown[]) => JSON.stringify({ gpu: {}, gradient: { models } });
const knowing = (models: Record<string, string>) =>
  JSON.stringify({
    digitalocean: { models: Object.fromEntries(Object.entries(models).map(([id, name]) => [id, { id, name }])) },
  });
const table = (...rows: string[]) =>
  [
    '## Serverless Inference Pricing',
    '',
    '| Provider | Model | Billing unit | Price |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
const doc = async (price: string, unit = 'Input/output tokens') =>
  (await readBody(source, 'docs', { [markdown]: table(`| Meta | [Llama](u) | ${unit} | ${price} |`) })).items[0]!;

describe('digitalocean', () => {
  it('reads every recorded row of the keyed lists', async () => {
    const api = await readRecorded(source, 'api');
    expect([api.rows, api.items.length, api.letters.length]).toEqual([79, 79, 0]);
    expect(modelOf(api, 'openai-gpt-5.3-codex')).toMatchObject({
      name: 'GPT-5.3 Codex',
      // The slider of its settings goes to 128,000.
      limit: { context: 400_000, output: null },
      capabilities: { reasoning: true, attachment: true },
      modalities: { input: ['text', 'image', 'pdf'], output: ['text'] },
      status: 'active',
    });
    const list = await readRecorded(source, 'api-list');
    expect([list.rows, list.items.length, list.letters.length]).toEqual([79, 79, 0]);
    expect(modelOf(list, 'gemma-4-31B-it')).toMatchObject({
      ownedBy: null,
      limit: { context: 256_000, output: 8192 },
      releaseDate: null,
    });
    expect(modelOf(list, 'anthropic-claude-4.5-haiku').ownedBy).toBe('anthropic');
  });

  it('reads the recorded list of products under the ids of the catalog', async () => {
    const catalog = await readRecorded(source, 'products');
    expect(catalog.letters).toEqual([]);
    expect(catalog.items.length + catalog.skipped).toBe(catalog.rows);
    expect(new Set(catalog.items.map(({ name }) => name)).size).toBe(71);
    expect(modelOf(catalog, 'anthropic-claude-4.5-sonnet')).toMatchObject({
      name: 'Claude Sonnet 4.5',
      ownedBy: 'Anthropic',
      cost: { input: 0.003, output: 0.015, cacheRead: 0.0003 },
      tiers: [{ when: { contextAbove: 200_000 }, cost: { input: 0.006, output: 0.0225 } }],
    });
    expect(modelOf(catalog, 'anthropic-claude-opus-4.6').tiers).toEqual([
      { when: { contextAbove: 200_000 }, cost: { input: 0.01, output: 0.0375 } },
    ]);
    for (const id of ['anthropic-claude-haiku-4.5', 'anthropic-claude-4.5-haiku'])
      expect(modelOf(catalog, id).cost).toMatchObject({ input: 0.001, output: 0.005 });
    expect(modelOf(catalog, 'qwen3-embedding-0.6b').cost).toMatchObject({ input: 0.00004, output: null });
  });

  it.each(['docs', 'docs-html'])('reads the recorded pricing page: %s', async (endpoint) => {
    const catalog = await readRecorded(source, endpoint);
    expect(catalog.letters).toEqual([]);
    expect(catalog.items.length).toBe(catalog.rows);
    expect(catalog.items.find(({ name }) => name === 'DeepSeek V4 Flash')).toMatchObject({
      ownedBy: 'DeepSeek',
      cost: { input: 0.000068, output: 0.000168, cacheRead: 0.000017 },
    });
    expect(modelOf(catalog, 'llama3-8b-instruct').cost).toMatchObject({ input: 0.000198, output: 0.000198 });
    expect(catalog.items.filter(({ cost }) => cost.perSecond)).toEqual([]);
  });

  it('puts the two directions of a product together and skips other products', async () => {
    const body = listing(
      entry('New Model Output Tokens', '2'),
      entry('H100 GPU', 3),
      entry('Flux Images', 0.04),
      entry('New Model (public preview) Input Tokens', 0.9900000000000001),
      entry('New Model Cached Input Tokens', 0.1),
      entry(7, 1),
      entry('Odd Input Tokens', { usd: 1 }),
    );
    const catalog = await readBody(source, 'products', {
      [productList]: body,
      [modelsDev]: knowing({ 'new-m': 'New-Model' }),
    });
    expect(catalog.items).toMatchObject([
      { id: 'new-m', cost: { input: 0.00099, output: 0.002, cacheRead: 0.0001 } },
      { id: 'Odd', cost: { input: null } },
    ]);
    expect([catalog.skipped, catalog.letters.length]).toEqual([2, 1]);
  });

  it('tells the tiers of a product by its prompt, whatever their order', async () => {
    const body = listing(
      entry('M Input Tokens', 6, '>200k'),
      entry('M Input Tokens', 3, '≤200k'),
      entry('M Output Tokens', 9, '> 200K'),
      entry('M Output Tokens', 8, null),
    );
    expect((await readBody(source, 'products', { [productList]: body })).items).toMatchObject([
      {
        id: 'M',
        cost: { input: 0.003, output: 0.008 },
        tiers: [{ when: { contextAbove: 200_000 }, cost: { input: 0.006, output: 0.009 } }],
      },
    ]);
  });

  it('knows some ids that the catalog spells otherwise, and asks it first', async () => {
    const body = listing(entry('Llama 3.3 70B Input Tokens', 0.65), entry('Qwen3-32B Input Tokens', 0.25));
    const ids = async (bodies: Record<string, string>) =>
      (await readBody(source, 'products', { [productList]: body, ...bodies })).items.map(({ id }) => id);
    expect(await ids({})).toEqual(['llama3.3-70b-instruct', 'alibaba-qwen3-32b']);
    const catalog = knowing({ 'llama3.3-70b-instruct': 'Llama 3.3 Instruct 70B', 'qwen3-32b': 'Qwen3 32B' });
    expect(await ids({ [modelsDev]: catalog })).toEqual(['llama3.3-70b-instruct', 'qwen3-32b']);
  });

  it('has no price where one name has two', async () => {
    const body = listing(entry('M Input Tokens', 6), entry('M Input Tokens', 3), entry('M Output Tokens', 1));
    expect((await readBody(source, 'products', { [productList]: body })).items[0]!.cost).toMatchObject({
      input: null,
      output: 0.001,
    });
  });

  it('adds cache prices of the docs only where these agree', async () => {
    const body = listing(entry('Llama Input Tokens', 1), entry('Llama Output Tokens', 2));
    const cached = async (input: string, output = '$2.00') =>
      (
        await readBody(source, 'products', {
          [productList]: body,
          [markdown]: table(
            `| Meta | Llama | Input/output tokens | ${input} per 1M tokens<br>${output} per 1M tokens<br>Prompt caching $0.10 per 1M tokens |`,
          ),
        })
      ).items[0]!.cost.cacheRead;
    expect(await cached('$1.00')).toBe(0.0001);
    expect(await cached('$1.50')).toBeNull();
    expect(await cached('$1.00', '$2.50')).toBeNull();
  });

  it.each([undefined, '<html></html>'])('does without the companions: %j', async (body) => {
    const bodies = { [productList]: listing(entry('Llama Input Tokens', 1)) };
    const catalog = await readBody(source, 'products', {
      ...bodies,
      ...(body && { [markdown]: body, [modelsDev]: body }),
    });
    expect(catalog.items).toMatchObject([{ id: 'Llama', cost: { input: 0.001 } }]);
    const kind = body ? 'shape' : 'http';
    expect(catalog.faults).toMatchObject([
      { endpoint: 'products', request: 'docs', url: markdown, kind },
      { endpoint: 'products', request: 'ids', url: modelsDev, kind },
    ]);
  });

  it('reads the lines of a documented price by what they say, else by their order', async () => {
    expect(await doc('$1.00 per 1M tokens<br>$2.00 per 1M tokens<br>$0.10 per 1M tokens')).toMatchObject({
      id: 'Llama',
      ownedBy: 'Meta',
      cost: { input: 0.001, output: 0.002, cacheRead: 0.0001 },
    });
    expect(
      (await doc('Prompt caching $0.10 per 1M tokens<br>Output: $2.00 per 1M tokens<br>Input: $1.00 per 1M tokens'))
        .cost,
    ).toMatchObject({
      input: 0.001,
      output: 0.002,
      cacheRead: 0.0001,
    });
    expect((await doc('$0.002 per 1K tokens')).cost).toMatchObject({ input: 0.002, output: null });
    expect((await doc('$0.04 per image', 'Images')).cost).toMatchObject({ input: null, perImage: 0.04 });
    expect((await doc('$0.00111 per compute second', 'Compute seconds')).pricing.status).toBe('unknown');
    expect((await doc('Contact sales')).pricing.status).toBe('unknown');
  });

  it('finds the table by its columns and keeps batch and dedicated prices apart', async () => {
    const body = [
      '## Dedicated Inference Pricing\n\n| Model | Price |\n|---|---|\n| A | $9 per 1M tokens |',
      '## Batch Inference Pricing\n\n| Price | Model |\n|---|---|\n| $0.50 per 1M tokens | A |',
      '## Serverless Inference Pricing\n\n| Note | Price[^1] | Model |\n|---|---|---|\n| x | $1.00 per 1M tokens | A (public preview) |',
    ].join('\n\n');
    expect((await readBody(source, 'docs', { [markdown]: body })).items).toMatchObject([
      {
        id: 'A',
        cost: { input: 0.001, output: null },
        tiers: [{ when: { serviceTier: 'batch' }, cost: { input: 0.0005 } }],
      },
    ]);
  });

  it('follows the pages of the keyed list on its own host, and fails where they go on elsewhere', async () => {
    const page = (id: string, next: unknown) => JSON.stringify({ models: [{ id }], links: { pages: { next } } });
    const second = `${v2}?page=2&per_page=200`;
    const { items: models } = await readBody(source, 'api', { [v2]: page('a', second), [second]: page('b', null) });
    expect(models.map(({ id }) => id)).toEqual(['a', 'b']);
    const elsewhere = page('b', 'https://elsewhere.example/v2/gen-ai/models?page=3');
    await expect(readBody(source, 'api', { [v2]: page('a', second), [second]: elsewhere })).rejects.toMatchObject({
      name: 'ShapeError',
    });
  });

  it('reads what is missing or of another type in the keyed lists as not said', async () => {
    const rows = [
      {
        id: 'a',
        name: 'A (public preview)',
        context_window: '131072',
        settings: [{ name: 'max_tokens', max: null }],
        thinking: 'no',
      },
      { id: 'b', lifecycle_status: 'Deprecated', modalities: null, settings: {} },
      { id: 3 },
    ];
    const catalog = await readBody(source, 'api', JSON.stringify({ models: rows }));
    expect(catalog.letters).toHaveLength(1);
    expect(catalog.items).toMatchObject([
      { name: 'A', status: 'preview', limit: { context: 131_072, output: null }, capabilities: { reasoning: null } },
      { status: 'deprecated', capabilities: { attachment: null } },
    ]);
  });

  it('reads the catalog of models, whose prices per million are per token', async () => {
    const sonnet = {
      input_price_per_million: 3e-6,
      output_price_per_million: 1.5e-5,
      cache_read_input_price_per_million: 3e-7,
    };
    const long = {
      input_price_per_million: 6e-6,
      output_price_per_million: 2.25e-5,
      cache_write_5m_input_price_per_million: 7.5e-6,
    };
    const variant = (tier: string, prices: object, mode = 'INTERACTIVE') => ({
      tier: `MODEL_PRICING_TIER_${tier}`,
      mode: `MODEL_BILLING_MODE_${mode}`,
      prices,
    });
    const rows = [
      {
        id: '0-1',
        model_id: 'anthropic-claude-4.5-sonnet',
        name: 'Claude Sonnet 4.5',
        availability: ['serverless'],
        context_window: '1000000',
        max_output_tokens: 64_000,
        pricing: sonnet,
        pricing_detail: {
          variants: [
            variant('STANDARD', { ...sonnet, cache_write_5m_input_price_per_million: 3.75e-6 }),
            variant('EXTENDED_1M', long),
            variant('EXTENDED_272K', long),
            variant('STANDARD', { input_price_per_million: 1.5e-6 }, 'BATCH'),
            variant('ODD', { input_price_per_million: 9e-6 }, 'NIGHT'),
          ],
        },
      },
      { model_id: 'b', pricing: { input_price_per_million: 0.15, output_price_per_million: 0, song_price: 2 } },
      { model_id: 'c', availability: ['dedicated'], pricing: sonnet },
      { model_id: 'd', scaled_pricing_enabled: true, pricing: sonnet },
      { name: 'no id' },
    ];
    const catalogUrl = 'https://api.digitalocean.com/v2/gen-ai/models/catalog?limit=200';
    const page = (page: number, data: object[]) =>
      JSON.stringify({ data, meta: { page, pages: 2 }, links: { pages: {} } });
    const catalog = await readBody(source, 'model-catalog', {
      [catalogUrl]: page(1, rows.slice(0, 2)),
      [`${catalogUrl}&page=2`]: page(2, rows.slice(2)),
    });
    expect([catalog.items.length, catalog.skipped, catalog.letters.length]).toEqual([3, 1, 1]);
    expect(catalog.items[0]).toMatchObject({
      limit: { context: 1_000_000, output: 64_000 },
      cost: { input: 0.003, output: 0.015, cacheRead: 0.0003, cacheWrite: 0.00375 },
      tiers: [
        { when: { contextAbove: 200_000 }, cost: { input: 0.006, output: 0.0225, cacheWrite: 0.0075 } },
        { when: { contextAbove: 272_000 }, cost: { input: 0.006 } },
        { when: { serviceTier: 'batch' }, cost: { input: 0.0015 } },
        { when: { serviceTier: 'night', variant: 'odd' }, cost: { input: 0.009 } },
      ],
    });
    expect(catalog.items[1]).toMatchObject({
      cost: { input: 0.00015, output: null },
      pricing: { issues: [{ code: 'unread-price', detail: 'pricing.song_price: 2 is not read' }] },
    });
    expect(catalog.items[2]).toMatchObject({ cost: { input: 0.003 }, pricing: { status: 'variable' } });
  });

  it('keeps a table or a product of a kind that nobody knows out of the standard price', async () => {
    const body = [
      '## Serverless Inference Pricing\n\n| Model | Price |\n|---|---|\n| A | $1.00 per 1M tokens |',
      '## Fine-tuning Pricing\n\n| Model | Price |\n|---|---|\n| A | $7.00 per 1M tokens |',
      '## Turbo Inference Pricing\n\n| Model | Price |\n|---|---|\n| A | $2.00 per 1M tokens |',
    ].join('\n\n');
    expect((await readBody(source, 'docs', { [markdown]: body })).items).toMatchObject([
      { id: 'A', cost: { input: 0.001 }, tiers: [{ when: { serviceTier: 'turbo' }, cost: { input: 0.002 } }] },
    ]);
    const products = listing(
      entry('M Input Tokens', 3, '≤200k'),
      entry('M Input Tokens', 6, '200k-1M'),
      entry('M Input Tokens', 5, 'at night'),
      entry('M Batch Input Tokens', 1.5),
    );
    const [model] = (await readBody(source, 'products', { [productList]: products })).items;
    expect(model?.cost.input).toBe(0.003);
    expect(model?.tiers).toEqual(
      expect.arrayContaining([
        { when: { contextAbove: 200_000, contextUpTo: 1_000_000 }, cost: { input: 0.006 } },
        { when: { variant: 'at night' }, cost: { input: 0.005 } },
        { when: { serviceTier: 'batch' }, cost: { input: 0.0015 } },
      ]),
    );
  });

  it('says that a display name is no id, and which amount it could not read', async () => {
    const model = await doc('$0.00111 per compute second', 'Compute seconds');
    expect(model.pricing.issues.map(({ code }) => code)).toEqual(['unread-price', 'name-only']);
  });

  it('puts image and audio tokens in their own fields', async () => {
    const body = listing(
      entry('X Input Tokens', 5),
      entry('X Output Tokens', 10),
      entry('X Image Output Tokens', 40),
      entry('X Audio Input Tokens', 32),
    );
    const catalog = await readBody(source, 'products', { [productList]: body });
    expect(pricesOf(catalog, 'X')).toEqual({ input: 0.005, output: 0.01, outputImage: 0.04, inputAudio: 0.032 });
  });

  it.each([
    ['openai-gpt-image-1', ['text'], ['image'], 'image'],
    ['fal-ai/wan-video', ['text'], ['video'], 'video'],
    ['all-mini-lm-l6-v2', ['text'], ['text'], 'embedding'],
    ['llama3.3-70b-instruct', ['text'], ['text'], null],
  ])('tells what %s is for', async (id, input, output, mode) => {
    const { items } = await readBody(
      source,
      'api',
      JSON.stringify({ models: [{ id, modalities: { input, output } }] }),
    );
    expect(items).toMatchObject([{ id, mode, modalities: { input, output } }]);
  });

  it.each(['<html><body>Not found</body></html>', '{}', '[]', '', '{"error":"x"}', '{"gradient":{"models":[]}}'])(
    'fails on %j',
    async (body) => {
      for (const { name } of source.endpoints)
        await expect(readBody(source, name, body)).rejects.toMatchObject({ name: 'ShapeError' });
    },
  );
});
