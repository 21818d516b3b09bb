import { lastValueFrom, of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/model/model.js';
import { catalog, catalogEntries, modelsDev } from '../../src/sources/catalog.js';
import { unknownCost } from '../../src/sources/unknownCost.js';
import { aPage, aPricing, aSource, originOf } from '../builders.js';
import { modelOf, readRecorded, readEndpoint } from './harness.js';

const document = (entries: Record<string, unknown>) => aPage(JSON.stringify(entries), { request: modelsDev });
const entry = (...rows: { id: string; [key: string]: unknown }[]) => ({
  name: 'Acme',
  models: Object.fromEntries(rows.map((row) => [row.id, row])),
});

const read = (entries: Record<string, unknown>, ...ids: [string, ...string[]]) =>
  lastValueFrom(readEndpoint(aSource(), catalog(...ids), () => of(document(entries))));

/** The model that a row of the catalog is read as. */
async function modelFrom(row: Record<string, unknown>): Promise<Model> {
  const { items: models } = await read({ acme: entry({ id: 'm', ...row }) }, 'acme');
  return models[0]!;
}

describe('catalog', () => {
  it('reads a row of models.dev', async () => {
    const row = {
      ...{ id: 'm', name: 'Em', family: 'em', attachment: true, reasoning: false, tool_call: true, temperature: true },
      ...{ structured_output: false, open_weights: true, knowledge: '2024-12', release_date: '2026-04-22' },
      ...{ last_updated: '2026-05-01', status: 'beta', limit: { context: 1_000_000, input: 737_856, output: 262_144 } },
      modalities: { input: ['text', 'image', 'smell'], output: ['text'] },
      cost: {
        input: 0.45,
        output: 1.35,
        cache_read: 0.2,
        cache_write: 0.5,
        reasoning: 2,
        input_audio: 3,
        output_audio: 4,
      },
    };
    const page = document({ acme: entry(row) });
    expect(await modelFrom(row)).toEqual({
      ...{ id: 'm', provider: 'acme', name: 'Em', ownedBy: null, model: null, mode: null, quantization: null },
      modalities: { input: ['text', 'image'], output: ['text'] },
      limit: { context: 1_000_000, input: 737_856, output: 262_144 },
      capabilities: {
        ...{ toolCall: true, reasoning: false, structuredOutput: false, attachment: true, temperature: true },
        streaming: null,
      },
      ...{ openWeights: true, knowledge: '2024-12', releaseDate: '2026-04-22', lastUpdated: '2026-05-01' },
      ...{ status: 'preview', deprecatedAt: null, retiresAt: null },
      cost: {
        ...unknownCost,
        ...{ input: 0.00045, output: 0.00135, cacheRead: 0.0002, cacheWrite: 0.0005, reasoning: 0.002 },
        ...{ inputAudio: 0.003, outputAudio: 0.004 },
      },
      tiers: [],
      pricing: aPricing({ source: 'catalog:models.dev', evidence: { endpoint: 'catalog', row: 0 } }),
      from: { '*': 'catalog' },
    });
    expect((await read({ acme: entry(row) }, 'acme')).sources).toEqual({ catalog: originOf(page) });
  });

  it('survives a row that has but an id', async () =>
    expect(await modelFrom({})).toMatchObject({
      ...{ id: 'm', name: null, mode: null, status: 'active', cost: unknownCost, tiers: [] },
      pricing: { status: 'unknown', source: null },
    }));

  it('reads zeros, which the catalog also writes for "unknown", as unknown', async () =>
    expect(await modelFrom({ cost: { input: 0, output: 0 } })).toMatchObject({
      cost: unknownCost,
      pricing: { status: 'unknown', issues: [{ code: 'zero-price' }] },
    }));

  it.each([
    [undefined, 'active'],
    ['alpha', 'preview'],
    ['beta', 'preview'],
    ['deprecated', 'deprecated'],
  ])('reads the status %s as %s', async (status, expected) =>
    expect((await modelFrom({ status })).status).toBe(expected),
  );

  it.each([
    [['text'], ['text'], null],
    [['text'], ['image'], 'image'],
    [['image'], ['video'], 'video'],
    [['text'], ['audio'], 'speech'],
    [['audio'], ['audio'], null],
    [['text'], ['text', 'image'], null],
    [['text'], [], null],
  ])('takes a model from %j to %j for mode %s', async (input, output, mode) =>
    expect((await modelFrom({ modalities: { input, output } })).mode).toBe(mode),
  );

  describe('knows of modes what modalities do not tell', () => {
    const texts = { input: ['text'], output: ['text'] };

    it.each([
      ['text-embedding', 'multi-qa-mpnet', 'embedding'],
      ['cohere-embed', 'm', 'embedding'],
      ['text-embedding', 'bge-reranker', null],
      ['voyage', 'm', null],
      [undefined, 'm', null],
    ])('by the family %s of %s: %s', async (family, id, mode) =>
      expect((await modelFrom({ id, family, modalities: texts })).mode).toBe(mode),
    );

    it('of an image model that reasons, and so writes', async () => {
      const row = { modalities: { input: ['text'], output: ['image'] }, cost: { input: 2, output: 12 } };
      expect(await modelFrom({ ...row, reasoning: true })).toMatchObject({ mode: 'chat', cost: { output: 0.012 } });
      expect(await modelFrom({ ...row, reasoning: false })).toMatchObject({ mode: 'image', cost: { output: null } });
    });

    it('of sound that is music', async () => {
      const modalities = { input: ['text'], output: ['audio'] };
      expect((await modelFrom({ id: 'google/lyria', modalities })).mode).toBe('other');
      expect((await modelFrom({ id: 'google/lyra', modalities })).mode).toBe('speech');
    });
  });

  describe('puts prices where they belong by the kind of model', () => {
    const prices = async (input: string[], output: string[], cost: object, more: object = {}) => {
      const { cost: read, pricing } = await modelFrom({ modalities: { input, output }, cost, ...more });
      return [Object.fromEntries(Object.entries(read).filter(([, price]) => price !== null)), pricing.issues] as const;
    };

    it('image and audio tokens', async () => {
      expect(await prices(['text'], ['image'], { input: 5, output: 40 })).toEqual([
        ...[{ input: 0.005, outputImage: 0.04 }, []],
      ]);
      expect(await prices(['text', 'image'], ['text', 'image'], { input: 0.3, output: 30 })).toEqual([
        ...[{ input: 0.0003, outputImage: 0.03 }, []],
      ]);
      expect(await prices(['text', 'image'], ['text', 'image'], { input: 0.3, output: 2.5 })).toEqual([
        ...[{ input: 0.0003, output: 0.0025 }, []],
      ]);
      expect(await prices(['text'], ['audio'], { input: 0.5, output: 10 })).toEqual([
        ...[{ input: 0.0005, outputAudio: 0.01 }, []],
      ]);
      expect(await prices(['audio'], ['text'], { input: 2.5, output: 10 })).toEqual([
        ...[{ inputAudio: 0.0025, output: 0.01 }, []],
      ]);
    });

    it.each([
      [
        ['audio'],
        ['text'],
        { input: 0.003, output: 0 },
        '0.003 to read and 0 to write is no price of 1M tokens of sound',
      ],
      [
        ['audio'],
        ['text'],
        { input: 0.035, output: 0.035, output_audio: 2.3 },
        '0.035 to read and 0.035 to write is no price of 1M tokens of sound',
      ],
      [['text'], ['image'], { input: 0.08, output: 0 }, '0.08 to read and 0 to write is no price of image by tokens'],
      [['text'], ['video'], { input: 0.6, output: 0 }, '0.6 to read and 0 to write is no price of video by tokens'],
    ])('none where the number is per something else: from %j to %j at %j', async (input, output, cost, detail) =>
      expect(await prices(input, output, cost)).toEqual([{}, [{ code: 'unknown-unit', detail }]]),
    );

    it.each([
      [['audio'], ['text'], { input: 0.1, output: 0.4 }],
      [['text', 'audio'], ['text'], { input: 0.04, output: 0.04 }],
      [['text'], ['text'], { input: 0.003, output: 0 }],
      [['text'], ['video'], { input: 1.5, output: 17.5 }],
    ])('but those that can be of tokens: from %j to %j at %j', async (input, output, cost) =>
      expect((await prices(input, output, cost))[1]).toEqual([]),
    );

    it('no output price and no output limit of embeddings and rerankers', async () => {
      const row = { limit: { context: 8_192, output: 3_072 }, cost: { input: 0.12, output: 0.12 } };
      for (const id of ['text-embedding-3-large', 'qwen3-reranker-4b'])
        expect(await modelFrom({ id, ...row })).toMatchObject({
          limit: { context: 8_192, output: null },
          cost: { input: 0.00012, output: null },
        });
    });
  });

  it.each([
    [1, null],
    [2, 2],
    [65_536, 65_536],
    [20_000_000, 20_000_000],
    [99_999_999, null],
    [-1, null],
  ])('reads a limit of %d as %s', async (limit, expected) =>
    expect((await modelFrom({ limit: { context: limit, input: limit, output: limit } })).limit).toEqual({
      ...{ context: expected, input: expected, output: expected },
    }),
  );

  describe('prices of long prompts', () => {
    const over = { input: 2, output: 6 };
    const cost = { input: 1, output: 3, context_over_200k: over };

    it('begin at 200,000 tokens in the old notation', async () =>
      expect((await modelFrom({ cost })).tiers).toEqual([
        { when: { contextAbove: 200_000 }, cost: { input: 0.002, output: 0.006 } },
      ]));

    it('begin where the tiers say in the new one, which the old one only copies', async () => {
      const tiers = [
        { ...over, tier: { type: 'context', size: 256_000 } },
        { input: 4, tier: { type: 'context', size: 512_000 } },
      ];
      expect((await modelFrom({ cost: { ...cost, tiers } })).tiers).toEqual([
        { when: { contextAbove: 256_000 }, cost: { input: 0.002, output: 0.006 } },
        { when: { contextAbove: 512_000 }, cost: { input: 0.004 } },
      ]);
    });

    it('are none where the old notation has no price', async () => {
      expect((await modelFrom({ cost: { input: 1, context_over_200k: {} } })).tiers).toEqual([]);
      expect((await modelFrom({ cost: { input: 1, tiers: 'x', context_over_200k: {} } })).tiers).toEqual([]);
    });

    it('are told, not taken, where a tier has no size', async () => {
      const { tiers, pricing } = await modelFrom({
        cost: { ...cost, tiers: [{ ...over, tier: { type: 'context' } }] },
      });
      expect(tiers).toEqual([]);
      expect(pricing.issues).toEqual([
        { code: 'unread-condition', detail: 'a tier without a size: {"type":"context","size":null}' },
      ]);
    });

    it('are no more than prices are where they are 0', async () => {
      const tiers = async (prices: object) =>
        (await modelFrom({ cost: { input: 1, context_over_200k: prices } })).tiers;
      expect(await tiers({ input: 0, output: 0 })).toEqual([]);
      expect(await tiers({ input: 2, output: 0 })).toEqual([
        { when: { contextAbove: 200_000 }, cost: { input: 0.002 } },
      ]);
    });

    it('are of another kind where the tier says so, in its words', async () => {
      const tiers = [{ ...over, tier: { type: 'duration', size: 5 } }];
      expect((await modelFrom({ cost: { ...cost, tiers } })).tiers).toEqual([
        { when: { variant: 'duration above 5' }, cost: { input: 0.002, output: 0.006 } },
      ]);
    });
  });

  it('counts price keys that nobody knows, and tells them', async () => {
    const { unread, items } = await read({ acme: entry({ id: 'm', cost: { input: 1, per_image: 0.04 } }) }, 'acme');
    expect(unread).toEqual({ 'cost.per_image': 1 });
    expect(items[0]!.pricing).toMatchObject({ status: 'priced', issues: [{ code: 'unread-price' }] });
  });

  it('keeps the prices of faster service apart', async () => {
    const experimental = { modes: { fast: { cost: { input: 30, output: 150 }, provider: {} }, odd: { cost: null } } };
    expect(await modelFrom({ cost: { input: 5, output: 25 }, experimental })).toMatchObject({
      cost: { input: 0.005, output: 0.025 },
      tiers: [{ when: { serviceTier: 'fast' }, cost: { input: 0.03, output: 0.15 } }],
    });
    expect((await modelFrom({ experimental: true })).tiers).toEqual([]);
  });

  it('takes a 0 beside a price for no price, and float noise for none', async () => {
    const cost = { input: 0.049999999999999996, output: 1.5, cache_read: 0, cache_write: 0 };
    expect((await modelFrom({ cost })).cost).toEqual({ ...unknownCost, input: 0.00005, output: 0.0015 });
  });

  it('tells what is not said from what is denied', async () =>
    expect(
      await modelFrom({ limit: { context: 0, output: 0 }, tool_call: false, release_date: '2025-08' }),
    ).toMatchObject({
      limit: { context: null, output: null },
      capabilities: { toolCall: false, structuredOutput: null, temperature: null },
      releaseDate: '2025-08',
      knowledge: null,
    }));

  it('reads several entries as one, in which the first id wins', async () => {
    const entries = {
      cn: entry({ id: 'a', name: 'cn' }, { id: 'b', name: 'cn' }),
      acme: entry({ id: 'a', name: 'acme' }),
      other: entry({ id: 'c' }),
    };
    const { items, skipped } = await read(entries, 'acme', 'cn', 'gone');
    expect(items.map(({ id, name }) => [id, name])).toEqual([
      ['a', 'acme'],
      ['b', 'cn'],
    ]);
    expect(skipped).toBe(1);
  });

  it('rejects a row without an id alone', async () => {
    const { items, letters } = await read({ acme: { models: { a: { id: 'a' }, b: {}, c: null } } }, 'acme');
    expect(items.map(({ id }) => id)).toEqual(['a']);
    expect(letters.map(({ path }) => path)).toEqual(['id', '']);
  });

  it('faults where the catalog has no such entry, or an empty one', async () => {
    await expect(read({ other: entry({ id: 'a' }) }, 'acme', 'cn')).rejects.toThrow(
      'the catalog has no entry acme or cn',
    );
    await expect(read({ acme: entry() }, 'acme')).rejects.toThrow('the catalog has no entry acme');
  });

  it.each(['constructor', '__proto__'])('has no entry %s', async (id) => {
    await expect(read({ other: entry({ id: 'a' }) }, id)).rejects.toThrow(`the catalog has no entry ${id}`);
  });

  it('reads the prices and limits of a recorded model', async () => {
    const google = aSource({ id: 'google', endpoints: [catalog('google')] });
    expect(modelOf(await readRecorded(google, 'catalog'), 'gemini-2.5-pro')).toMatchObject({
      name: 'Gemini 2.5 Pro',
      limit: { context: 1_048_576, output: 65_536 },
      status: 'active',
      cost: { input: 0.00125, output: 0.01 },
      tiers: [{ when: { contextAbove: 200_000 }, cost: { input: 0.0025, output: 0.015 } }],
      pricing: { status: 'priced', source: 'catalog:models.dev' },
      from: { '*': 'catalog' },
    });
  });

  /** The recorded entry of a provider, alone. */
  const recorded = (id: string) => readRecorded(aSource({ id, endpoints: [catalog(id)] }), 'catalog');

  it('reads a provider of the recorded catalog whole', async () => {
    const read = await recorded('crossmodel');
    expect(read.items.length + read.letters.length + read.skipped).toBe(read.rows);
    expect([read.letters, read.unread]).toEqual([[], {}]);
    expect(modelOf(read, 'minimax/minimax-m3')).toMatchObject({
      cost: { input: 0.00033, output: 0.00132, cacheRead: 0.000066, cacheWrite: 0.00033 },
      tiers: [
        {
          when: { contextAbove: 512_000 },
          cost: { input: 0.00066, output: 0.00263, cacheRead: 0.000132, cacheWrite: 0.00066 },
        },
      ],
    });
  });

  it('reads recorded models of other kinds than chat', async () => {
    expect(modelOf(await recorded('openai'), 'gpt-image-2')).toMatchObject({
      ...{ mode: 'image', cost: { input: 0.005, output: null, outputImage: 0.03, cacheRead: 0.00125 } },
      limit: { context: null, output: null },
    });
    const google = await recorded('google');
    expect(modelOf(google, 'gemini-3-pro-image').cost).toMatchObject({ input: 0.002, output: null, outputImage: 0.12 });
    expect(modelOf(google, 'gemini-2.5-pro-preview-tts')).toMatchObject({
      ...{ mode: 'speech', cost: { input: 0.001, output: null, outputAudio: 0.02 } },
    });
    expect(modelOf(google, 'gemini-embedding-001')).toMatchObject({
      ...{ limit: { context: 2_048, output: null }, cost: { input: 0.00015, output: null } },
    });
    expect(modelOf(await recorded('scaleway'), 'whisper-large-v3')).toMatchObject({
      cost: unknownCost,
      pricing: { status: 'unknown', source: null, issues: [{ code: 'unknown-unit' }] },
    });
  });
});

describe('catalogEntries', () => {
  it('leaves out what is no provider', () => {
    const entries = catalogEntries(document({ acme: entry({ id: 'a' }), note: 'text', empty: {} }));
    expect([...entries.keys()]).toEqual(['acme']);
  });

  it.each(['{}', '{"a": 1}', '[]', '<html>', '', '{"error": "no"}'])(
    'faults on a document without providers: %s',
    (body) => expect(() => catalogEntries(aPage(body))).toThrow(expect.objectContaining({ name: 'ShapeError' })),
  );
});
