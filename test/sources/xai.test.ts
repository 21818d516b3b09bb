import { describe, expect, it } from 'vitest';
import { xai } from '../../src/sources/xai.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const [language, image, video] = ['language', 'image-generation', 'video-generation'].map(
  (kind) => `https://api.x.ai/v1/${kind}-models`,
);
const list = (...models: unknown[]) => JSON.stringify({ models });
const docsUrl = 'https://docs.x.ai/docs/models.md';
const table = (heading: string, header: string, ...rows: string[]) =>
  [`### ${heading}`, '', header, header.replaceAll(/[^|]+/g, ' --- '), ...rows, ''].join('\n');
const header = '| Model | Context | Input / 1M tokens | Cached input / 1M tokens | Output / 1M tokens |';
const docs = (...body: string[]) => readBody(xai, 'docs', { [docsUrl]: body.join('\n') });

describe('xai', () => {
  it.each(['api', 'docs'])('reads every recorded row of %s', async (endpoint) => {
    const catalog = await readRecorded(xai, endpoint);
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([10, 10, 0]);
  });

  it('converts 1e-10 USD per token and per image', async () => {
    const catalog = await readRecorded(xai, 'api');
    expect(modelOf(catalog, 'grok-4.3')).toMatchObject({
      cost: { input: 0.00125, output: 0.0025, cacheRead: 0.0002, inputImage: 0.00125 },
      tiers: [{ when: { contextAbove: 200_000 }, cost: { input: 0.0025, output: 0.005, cacheRead: 0.0004 } }],
      mode: 'chat',
    });
    expect(modelOf(catalog, 'grok-4.20-0309-reasoning').releaseDate).toBeNull();
    expect(modelOf(catalog, 'grok-imagine-image')).toMatchObject({
      cost: { input: null, perImage: 0.02 },
      mode: 'image',
      limit: { context: 8000 },
    });
    expect(modelOf(catalog, 'grok-imagine-video')).toMatchObject({ mode: 'video', pricing: { status: 'unknown' } });
  });

  it('takes the row of short prompts and keeps the other as a tier', async () => {
    const catalog = await readRecorded(xai, 'docs');
    expect(modelOf(catalog, 'grok-4.6')).toMatchObject({
      cost: { input: 0.002, output: 0.006, cacheRead: 0.0005 },
      tiers: [{ when: { contextAbove: 200_000 }, cost: { input: 0.004, output: 0.012, cacheRead: 0.001 } }],
      limit: { context: 500_000 },
    });
    expect(modelOf(catalog, 'grok-build-0.1').limit.context).toBe(256_000);
    expect(modelOf(catalog, 'grok-imagine-video').cost).toMatchObject({ input: null, perSecond: 0.05 });
  });

  it('reads other column names and orders, links, single rows, batches as a tier, and no voice table', async () => {
    const catalog = await docs(
      table('Batch API Pricing', header, '| a | 1M | $0.50 | $0.05 | $1.00 |'),
      table(
        'Text API Pricing',
        '| Output | New | Model | Input | Cached input |',
        '| $6.00 | x | [a](/a) (≥ 128k prompt tokens) | $4.00 | - |',
        '| $3.00 | x | [a](/a) (< 128k prompt tokens) | $2.00 | - |',
        '| $5.00 | x | b | $1.00 |  |',
      ),
      table('Imagine Pricing', '| Model | Cost |', '| c | $0.10 / megapixel |', '| d | $6 / min |'),
      table('Voice Pricing', '| Mode | Cost |', '| Speech to Text | $0.10 / hr |'),
    );
    expect(catalog.items.map(({ id, cost: { input, output, perSecond } }) => [id, input, output, perSecond])).toEqual([
      ['a', 0.002, 0.003, undefined],
      ['b', 0.001, 0.005, undefined],
      ['c', null, null, undefined],
      ['d', null, null, 0.1],
    ]);
    expect(modelOf(catalog, 'a').tiers).toEqual([
      { when: { serviceTier: 'batch' }, cost: { input: 0.0005, output: 0.001, cacheRead: 0.00005 } },
      { when: { contextAbove: 128_000 }, cost: { input: 0.004, output: 0.006 } },
    ]);
  });

  it('reads the page of a model where there is one', async () => {
    const catalog = await readBody(xai, 'docs', {
      [docsUrl]: table('Text API Pricing', header, '| a | 1M | $1 | - | $2 |', '| b | 1M | $1 | - | $2 |'),
      'https://docs.x.ai/developers/models/a.md':
        '# a\n\n- **Reasoning:** Yes\n- **Reasoning efforts (supported):** low, high',
    });
    expect(catalog.items.map(({ capabilities }) => capabilities.reasoning)).toEqual([true, null]);
    expect(catalog.faults).toMatchObject([
      { endpoint: 'docs', request: 'models', kind: 'http', url: 'https://docs.x.ai/developers/models/b.md' },
    ]);
  });

  it('survives lists without the sisters, absent and zero prices, strings and unknown fields', async () => {
    const rows = [
      { id: 'a', prompt_text_token_price: '12500', completion_text_token_price: 25000, aliases: ['x'], new_price: 1 },
      { id: 'b', prompt_text_token_price: 0, completion_text_token_price: 0 },
      { id: 'c', prompt_text_token_price: 1, long_context_threshold: 200000, prompt_text_token_price_long_context: 0 },
      { id: 'd', prompt_text_token_price: {}, capabilities: { reasoning_effort: ['low'] }, input_modalities: 'text' },
      { id: 5 },
    ];
    const catalog = await readBody(xai, 'api', { [language!]: list(...rows), [image!]: '<html>', [video!]: list() });
    expect(catalog.letters).toMatchObject([{ path: 'id' }]);
    expect(catalog.faults).toMatchObject([
      { endpoint: 'api', request: 'images', kind: 'shape' },
      { endpoint: 'api', request: 'videos', kind: 'shape' },
      // `new_price` of one of the two that are priced.
      { endpoint: 'api', request: null, kind: 'shape' },
    ]);
    expect(catalog.items).toMatchObject([
      { id: 'a', cost: { input: 0.00125, output: 0.0025 }, tiers: [] },
      { id: 'b', pricing: { status: 'unknown' } },
      { id: 'c', cost: { input: 0.0000001 }, tiers: [] },
      { id: 'd', pricing: { status: 'unknown' }, capabilities: { reasoning: true } },
    ]);
  });

  it('reads the list of all models, contexts, prices by size and aliases', async () => {
    const catalog = await readRecorded(xai, 'models');
    // 12 rows and the 41 aliases that they name.
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([53, 53, 0]);
    expect(modelOf(catalog, 'grok-4.5')).toMatchObject({
      cost: { input: 0.002, output: 0.006, cacheRead: 0.0003 },
      tiers: [{ when: { contextAbove: 200_000 }, cost: { input: 0.004, output: 0.012, cacheRead: 0.0006 } }],
      limit: { context: 500_000 },
      mode: 'chat',
    });
    expect(modelOf(catalog, 'grok-code-fast-1')).toMatchObject({
      cost: { input: 0.001, output: 0.002 },
      pricing: { issues: [{ code: 'alias', detail: 'stands for grok-build-0.1 today' }] },
    });
    expect(modelOf(catalog, 'grok-imagine-image-2.0')).toMatchObject({
      mode: 'image',
      pricing: { status: 'variable' },
      cost: { input: null },
      tiers: [
        { when: { variant: 'low 1k' }, cost: { perImage: 0.04 } },
        { when: { variant: 'low 2k' }, cost: { perImage: 0.06 } },
        { when: { variant: 'medium 1k' }, cost: { perImage: 0.06 } },
        { when: { variant: 'medium 2k' }, cost: { perImage: 0.08 } },
      ],
    });
    expect(modelOf(catalog, 'grok-imagine-video-1.5').mode).toBe('video');
  });

  it('opens a tier of its own name for headings and conditions that it does not know', async () => {
    const catalog = await docs(
      table('Text API Pricing', header, '| a | 1M | $2 | - | $3 |', '| a (EU only) | 1M | $4 | - | $6 |'),
      table('Turbo Pricing', header, '| a | 1M | $8 | - | $9 |', '| b | 1M | $8 | - | $9 |'),
      table('Imagine Pricing', '| Model | Cost |', '| c (low) | $0.04 / image |', '| c (high) | $0.08 / image |'),
    );
    expect(catalog.items.map(({ id, cost, tiers }) => [id, cost.input, tiers])).toEqual([
      [
        'a',
        0.002,
        [
          { when: { variant: 'EU only' }, cost: { input: 0.004, output: 0.006 } },
          { when: { serviceTier: 'turbo pricing' }, cost: { input: 0.008, output: 0.009 } },
        ],
      ],
      ['b', null, [{ when: { serviceTier: 'turbo pricing' }, cost: { input: 0.008, output: 0.009 } }]],
      [
        'c',
        null,
        [
          { when: { variant: 'low' }, cost: { perImage: 0.04 } },
          { when: { variant: 'high' }, cost: { perImage: 0.08 } },
        ],
      ],
    ]);
  });

  it('tells a price in a key or of a unit that it does not read', async () => {
    const data = [{ id: 'a', prompt_text_token_price: 0, completion_text_token_price: 0, song_price: 7 }];
    const { items } = await readBody(xai, 'models', JSON.stringify({ data }));
    expect(items[0]?.pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'zero-price' }, { code: 'unread-price', detail: 'song_price: 7 is not read' }],
    });
    const catalog = await docs(
      table('Text API Pricing', header, '| a | 1M | $2 / image | - | $3 |'),
      table('Imagine Pricing', '| Model | Cost |', '| c | $0.10 / megapixel |'),
    );
    expect(catalog.items.map(({ cost, pricing }) => [cost.input, cost.output, pricing.issues])).toEqual([
      [null, 0.003, [{ code: 'unread-price', detail: 'input: $2 / image' }]],
      [null, null, [{ code: 'unread-price', detail: 'cost: $0.10 / megapixel' }]],
    ]);
  });

  it.each(['<html><body>Not found</body></html>', '', table('Batch', header, '| a | 1M | $1 | - | $2 |')])(
    'fails on a page without the table: %j',
    (body) => expect(docs(body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
