import { lastValueFrom, of } from 'rxjs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PriceRow, priceRow } from '../../../src/model/price.js';
import type { Snapshot } from '../../../src/model/snapshot.js';
import type { Fetch } from '../../../src/read/fetchPages.js';
import { litellm } from '../../../src/sources/prices/litellm.js';
import { sellersOf } from '../../../src/match/sellers.js';
import { aPage } from '../../builders.js';
import { fromRecordings, readEndpoint } from '../harness.js';

const [table] = litellm.endpoints;
const readFrom = (fetch: Fetch): Promise<Snapshot<PriceRow>> => lastValueFrom(readEndpoint(litellm, table!, fetch));
const readTable = (entries: object) => readFrom(() => of(aPage(JSON.stringify(entries))));

/** What the only entry of a table is read as. */
const only = async (key: string, entry: object): Promise<PriceRow> => {
  const { items } = await readTable({ [key]: entry });
  expect(items).toHaveLength(1);
  return items[0]!;
};
const gone = { litellm_provider: 'acme', mode: 'chat', input_cost_per_token: 0.000001 };

const digitsOf = (number: number) =>
  String(number)
    .replace(/e.*|\D/g, '')
    .replace(/^0+/, '').length;

const recorded = readFrom(fromRecordings('litellm'));
const rowsOf = async (model: string, provider: string): Promise<PriceRow[]> =>
  (await recorded).items.filter((row) => row.provider === provider && row.model === model);
const rowOf = async (model: string, provider: string): Promise<PriceRow> => {
  const rows = await rowsOf(model, provider);
  expect(rows).toHaveLength(1);
  return rows[0]!;
};
const conditions = (when: object) => JSON.stringify(Object.entries(when).toSorted());
const tierOf = ({ tiers = [] }: PriceRow, when: object) =>
  tiers.find((tier) => conditions(tier.when) === conditions(when))?.cost;

describe('the recorded table of LiteLLM', () => {
  it('is read row by row: regions and sizes with their model, nothing lost', async () => {
    const { rows, items, letters, skipped, unread } = await recorded;
    expect([rows, items.length, letters.length, skipped]).toEqual([2_716, 2_452, 0, 264]);
    expect(unread).toEqual({});
    for (const row of items) expect(() => priceRow.parse(row)).not.toThrow();
  });

  it('has rows of the labs under their seller', async () => {
    const { ofRow, ofProvider } = sellersOf(litellm);
    const { items } = await recorded;
    const count = (provider: string) => items.filter((row) => ofRow(row.provider) === ofProvider(provider)).length;
    const ids = ['openai', 'anthropic', 'google', 'google-vertex', 'azure', 'amazon-bedrock', 'mistral', 'cohere'];
    expect(ids.map((id) => [id, count(id)])).toEqual([
      ['openai', 165],
      ['anthropic', 24],
      ['google', 67],
      ['google-vertex', 165],
      ['azure', 228],
      ['amazon-bedrock', 259],
      ['mistral', 58],
      ['cohere', 22],
    ]);
    expect(count('google-vertex-partner')).toBe(165);
    expect(count('ollama-cloud')).toBe(0);
  });

  it('has no price of zero or below, and leaves what no token costs for the laws to judge', async () => {
    const costs = (await recorded).items.flatMap(({ cost, tiers = [] }) => [cost, ...tiers.map((tier) => tier.cost)]);
    const prices = costs.flatMap((cost) => Object.entries(cost));
    expect(prices.filter(([, price]) => !(price > 0))).toEqual([]);
    expect(prices.filter(([field, price]) => !field.startsWith('per') && price > 1)).toHaveLength(30);
    expect((await rowOf('deepseek-ai/DeepSeek-R1-0528', 'wandb')).cost).toEqual({ input: 135, output: 540 });
    expect(prices.filter(([, price]) => digitsOf(price) > 15)).toEqual([]);
    expect(costs.filter((cost) => Object.keys(cost).length === 0)).toHaveLength(5);
  });

  it('has no price of output where nothing is written', async () => {
    const some = (await recorded).items.filter(({ mode }) => mode === 'embedding' || mode === 'rerank');
    expect(some.length).toBeGreaterThan(100);
    const costs = some.flatMap(({ cost, tiers = [] }) => [cost, ...tiers.map((tier) => tier.cost)]);
    expect(costs.filter((cost) => 'output' in cost)).toEqual([]);
    expect((await rowOf('baai/bge-m3', 'novita')).cost).toEqual({ input: 0.00001 });
    expect(await rowOf('mistral/codestral-embed', 'vercel_ai_gateway')).toMatchObject({
      mode: 'embedding',
      cost: { input: 0.00015 },
    });
  });

  it('has the long-context, service and batch prices of one model, each under its condition', async () => {
    const { cost, tiers, mode } = await rowOf('gpt-5.6', 'openai');
    expect([mode, cost]).toEqual(['chat', { input: 0.005, output: 0.03, cacheRead: 0.0005, cacheWrite: 0.00625 }]);
    expect(tiers).toEqual([
      {
        when: { contextAbove: 272_000 },
        cost: { input: 0.01, output: 0.045, cacheRead: 0.001, cacheWrite: 0.0125 },
      },
      {
        when: { contextAbove: 272_000, serviceTier: 'flex' },
        cost: { input: 0.005, output: 0.0225, cacheRead: 0.0005, cacheWrite: 0.00625 },
      },
      {
        when: { serviceTier: 'flex' },
        cost: { input: 0.0025, output: 0.015, cacheRead: 0.00025, cacheWrite: 0.003125 },
      },
      {
        when: { serviceTier: 'priority' },
        cost: { input: 0.01, output: 0.06, cacheRead: 0.001, cacheWrite: 0.0125 },
      },
      { when: { serviceTier: 'batch' }, cost: { input: 0.0025, output: 0.015 } },
      {
        when: { region: 'eu' },
        cost: { input: 0.0055, output: 0.033, cacheRead: 0.00055, cacheWrite: 0.006875 },
      },
      {
        when: { region: 'us' },
        cost: { input: 0.0055, output: 0.033, cacheRead: 0.00055, cacheWrite: 0.006875 },
      },
    ]);
  });

  it('has the writes of an hour, in a long prompt too', async () => {
    const row = await rowOf('claude-sonnet-4-5', 'anthropic');
    expect(row.cost).toEqual({
      ...{ input: 0.003, output: 0.015, cacheRead: 0.0003 },
      ...{ cacheWrite: 0.00375, cacheWrite1h: 0.006 },
    });
    expect(tierOf(row, { contextAbove: 200_000 })).toMatchObject({ input: 0.006, cacheWrite1h: 0.012 });
  });

  it('has the multiples of Anthropic as prices of the region and of the fast mode', async () => {
    const row = await rowOf('claude-opus-4-6', 'anthropic');
    expect(tierOf(row, { region: 'us' })).toEqual({
      ...{ input: 0.0055, output: 0.0275, cacheRead: 0.00055 },
      ...{ cacheWrite: 0.006875, cacheWrite1h: 0.011 },
    });
    expect(tierOf(row, { serviceTier: 'fast' })).toMatchObject({ input: 0.03, output: 0.15 });
  });

  it('takes the first range of a tiered price for the base, the others for longer prompts', async () => {
    expect(await rowOf('qwen3-coder-plus', 'dashscope')).toMatchObject({
      cost: { input: 0.001, output: 0.005, cacheRead: 0.0001 },
      tiers: [
        { when: { contextAbove: 32_000 }, cost: { input: 0.0018, output: 0.009, cacheRead: 0.00018 } },
        { when: { contextAbove: 128_000 }, cost: { input: 0.003, output: 0.015, cacheRead: 0.0003 } },
        { when: { contextAbove: 256_000 }, cost: { input: 0.006, output: 0.06, cacheRead: 0.0006 } },
      ],
    });
    expect(await rowOf('search', 'exa_ai')).toMatchObject({
      cost: { perSearch: 0.005 },
      tiers: [{ when: { quantityAbove: 26 }, cost: { perSearch: 0.025 } }],
    });
  });

  it('tells the region of a price beside that of the model, never in its place', async () => {
    const nova = await rowOf('amazon.nova-pro-v1:0', 'bedrock_converse');
    expect(nova.cost).toMatchObject({ input: 0.0008, output: 0.0032 });
    expect(tierOf(nova, { region: 'us-gov-west-1' })).toEqual({ input: 0.00096, output: 0.00384 });
    const gpt = await rowOf('gpt-5.6', 'azure');
    expect(gpt.cost).toEqual({ input: 0.005, output: 0.03, cacheRead: 0.0005 });
    expect(tierOf(gpt, { region: 'eu' })).toEqual({ input: 0.0055, output: 0.033, cacheRead: 0.00055 });
    expect(tierOf(gpt, { serviceTier: 'priority', region: 'eu' })).toMatchObject({ input: 0.01375 });
  });

  it('has an inference profile as an offer of its own id', async () => {
    expect((await rowOf('us.anthropic.claude-opus-4-7', 'bedrock_converse')).cost.input).toBe(0.0055);
    expect((await rowOf('anthropic.claude-opus-4-7', 'bedrock_converse')).cost.input).toBe(0.005);
  });

  it('has the sizes of an image as conditions, a price per pixel times the pixels', async () => {
    expect(await rowOf('dall-e-3', 'openai')).toEqual({
      ...{ provider: 'openai', model: 'dall-e-3', operator: 'equals', mode: 'image', cost: { perImage: 0.04 } },
      tiers: [
        { when: { variant: 'hd 1024x1024' }, cost: { perImage: 0.08 } },
        { when: { variant: 'hd 1024x1792' }, cost: { perImage: 0.12 } },
        { when: { variant: 'hd 1792x1024' }, cost: { perImage: 0.12 } },
        { when: { variant: 'standard 1024x1792' }, cost: { perImage: 0.08 } },
        { when: { variant: 'standard 1792x1024' }, cost: { perImage: 0.08 } },
      ],
      evidence: expect.anything() as PriceRow['evidence'],
    });
    const image = await rowOf('gpt-image-1', 'openai');
    expect(image.cost).toEqual({ input: 0.005, cacheRead: 0.00125, inputImage: 0.01, outputImage: 0.04 });
    expect(tierOf(image, { variant: 'high 1024x1536' })).toEqual({ perImage: 0.25 });
    expect((await rowOf('black-forest-labs/FLUX.1-schnell', 'nscale')).cost).toEqual({ perMegapixel: 0.0013 });
  });

  it('reads a price per image by the kind of the row: made, read, or a token', async () => {
    expect((await rowOf('dall-e-2', 'openai')).cost).toEqual({ perImage: 0.02 });
    expect((await rowOf('gemini-3-pro-image', 'gemini')).cost).toEqual({
      ...{ input: 0.002, output: 0.012, outputImage: 0.12, perImage: 0.134, perInputImage: 0.0011 },
    });
    expect((await rowOf('amazon.titan-embed-image-v1', 'bedrock')).cost).toEqual({
      ...{ input: 0.0008, perInputImage: 0.00006 },
    });
    expect((await rowOf('gpt-realtime', 'openai')).cost).toEqual({
      ...{ input: 0.004, output: 0.016, cacheRead: 0.0004 },
      ...{ inputAudio: 0.032, outputAudio: 0.064, inputImage: 0.005 },
    });
    expect((await rowOf('grok-2-vision', 'xai')).cost).toEqual({ input: 0.002, output: 0.01, inputImage: 0.002 });
  });

  it('reads no image of a model that makes none', async () => {
    expect((await rowOf('gemini-3.1-pro-preview', 'gemini')).cost).not.toHaveProperty('perImage');
    expect(await rowsOf('lyria-3-clip-preview', 'gemini')).toEqual([]);
  });

  it('takes the two prices of Whisper for the one that they are', async () => {
    expect(await rowOf('whisper-1', 'openai')).toMatchObject({ mode: 'transcription', cost: { perSecond: 0.0001 } });
  });

  it.each([
    ['tts-1', 'openai', 'speech', { perCharacter: 0.000015 }],
    ['gpt-4o-mini-tts', 'openai', 'speech', { input: 0.0025, outputAudio: 0.012, perSecond: 0.00025 }],
    ['gemini-2.5-flash-preview-tts', 'gemini', 'speech', { input: 0.0003, outputAudio: 0.0025 }],
    ['sora-2-pro', 'openai', 'video', { perSecond: 0.3 }],
    ['veo-2.0-generate-001', 'gemini', 'video', { perSecond: 0.35 }],
    ['rerank-v3.5', 'cohere', 'rerank', { perSearch: 0.002 }],
    ['mistral-ocr-4-0', 'mistral', 'ocr', { perPage: 0.004 }],
    ['pplx-7b-online', 'perplexity', 'chat', { output: 0.00028, perRequest: 0.005 }],
    ['gpt-3.5-turbo-instruct', 'text-completion-openai', 'completion', { input: 0.0015, output: 0.002 }],
  ])('has %s of %s as %s', async (model, provider, mode, cost) => {
    const rows = await rowsOf(model, provider);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map((row) => [row.mode, row.cost])).toEqual(rows.map(() => [mode, cost]));
  });

  it('has prices of parts, which the record has one field for together, as conditions', async () => {
    const { cost, tiers } = await rowOf('multimodalembedding', 'vertex_ai-embedding-models');
    expect(cost).toEqual({ input: 0.0008, perInputImage: 0.0001 });
    expect(tiers).toEqual([
      { when: { variant: 'video input' }, cost: { perSecond: 0.0005 } },
      { when: { variant: 'video input, interval above 8 s' }, cost: { perSecond: 0.001 } },
      { when: { variant: 'video input, interval above 15 s' }, cost: { perSecond: 0.002 } },
      { when: { variant: 'input characters' }, cost: { perCharacter: 2e-7 } },
    ]);
    expect(tierOf(await rowOf('mistral-ocr-4-0', 'mistral'), { variant: 'annotations' })).toEqual({ perPage: 0.005 });
    expect(tierOf(await rowOf('veo-3.1-lite-generate-preview', 'gemini'), { variant: '1080p' })).toEqual({
      perSecond: 0.08,
    });
  });

  it('has what Perplexity takes for a request, and no price of a tool elsewhere', async () => {
    const { cost, tiers } = await rowOf('sonar', 'perplexity');
    expect(cost).toEqual({ input: 0.001, output: 0.001 });
    expect(tiers).toEqual([
      { when: { variant: 'low search context' }, cost: { perRequest: 0.005 } },
      { when: { variant: 'medium search context' }, cost: { perRequest: 0.008 } },
      { when: { variant: 'high search context' }, cost: { perRequest: 0.012 } },
    ]);
    const { cost: claude, tiers: others = [] } = await rowOf('claude-opus-5', 'anthropic');
    expect([claude, ...others.map((tier) => tier.cost)].filter((some) => 'perSearch' in some)).toEqual([]);
  });

  it.each([
    ['the sample', /^sample_spec$|a provider id/],
    ['sizes of Fireworks and Together', /^(fireworks|together)-ai-/],
    ['reserved capacity', /commitment/],
    ['a folder without a name', /\/$/],
    ['regions before ids', /^(eu|us|global|global-standard|us-east-1)\//],
    ['a tool', /^container$/],
  ])('has no row of %s', async (_, name) => {
    expect((await recorded).items.filter(({ model }) => name.test(model)).map(({ model }) => model)).toEqual([]);
  });

  it('gives one row to each key that is not a copy', async () => {
    expect((await rowsOf('deepseek-chat', 'deepseek')).map(({ cost }) => cost.input)).toHaveLength(2);
  });
});

describe('an entry', () => {
  it('keeps the id as the provider takes it: the provider goes from before it, once', async () => {
    const { items } = await readTable({
      'perplexity/perplexity/sonar': { ...gone, litellm_provider: 'perplexity' },
      'fireworks_ai/accounts/fireworks/models/x': { ...gone, litellm_provider: 'fireworks_ai' },
      'vertex_ai/meta/x-maas': { ...gone, litellm_provider: 'vertex_ai-llama_models' },
      'groq/openai/x': { ...gone, litellm_provider: 'groq' },
      'cloudflare/@cf/meta/x': { ...gone, litellm_provider: 'cloudflare' },
      'azure/x': { ...gone, litellm_provider: 'azure_text' },
      'other/x': gone,
      'ft:x': gone,
    });
    expect(items.map(({ model }) => model)).toEqual([
      ...['perplexity/sonar', 'accounts/fireworks/models/x', 'meta/x-maas', 'openai/x', '@cf/meta/x', 'x', 'other/x'],
      'ft:x',
    ]);
  });

  it('of which only regions are known has no price of its own', async () => {
    const { items } = await readTable({
      'bedrock/us-east-1/x': { ...gone, litellm_provider: 'bedrock' },
      'azure/eu/y': { ...gone, litellm_provider: 'azure' },
    });
    expect(items).toMatchObject([
      { model: 'x', cost: {}, tiers: [{ when: { region: 'us-east-1' }, cost: { input: 0.001 } }] },
      { model: 'y', cost: {}, tiers: [{ when: { region: 'eu' }, cost: { input: 0.001 } }] },
    ]);
  });

  it('of a region joins the model whatever name of the seller it stands under, before or after it', async () => {
    const { items, rows } = await readTable({
      'bedrock/us-east-1/x': { ...gone, litellm_provider: 'bedrock', input_cost_per_token: 0.000002 },
      x: { ...gone, litellm_provider: 'bedrock_converse' },
    });
    expect(rows).toBe(1);
    expect(items).toMatchObject([
      {
        ...{ provider: 'bedrock_converse', cost: { input: 0.001 } },
        tiers: [{ when: { region: 'us-east-1' }, cost: { input: 0.002 } }],
      },
    ]);
  });

  it('that repeats the price of the model adds nothing', async () => {
    const { items } = await readTable({
      x: { ...gone, litellm_provider: 'bedrock' },
      'bedrock/us-east-1/x': { ...gone, litellm_provider: 'bedrock' },
    });
    expect(items.map(({ tiers }) => tiers)).toEqual([undefined]);
  });

  it('reads any threshold of a long prompt', async () => {
    const row = await only('x', {
      ...gone,
      input_cost_per_token_above_384k_tokens: 0.000002,
      input_cost_per_token_above_384k_tokens_batches: 0.0000015,
    });
    expect(row.tiers).toEqual([
      { when: { contextAbove: 384_000 }, cost: { input: 0.002 } },
      { when: { contextAbove: 384_000, serviceTier: 'batch' }, cost: { input: 0.0015 } },
    ]);
  });

  it('names a price that it does not read, flat and under a condition', async () => {
    const { unread } = await readTable({
      x: { ...gone, input_cost_per_smell: 1, input_cost_per_smell_flex: 2, input_cost_per_token_above_3_moons: 3 },
    });
    expect(unread).toEqual({
      input_cost_per_smell: 1,
      'conditions[].input_cost_per_smell': 1,
      input_cost_per_token_above_3_moons: 1,
    });
  });

  it('reads the older name of a cached read, where it has no other', async () => {
    expect((await only('x', { ...gone, input_cost_per_token_cache_hit: 1e-7 })).cost.cacheRead).toBe(0.0001);
    const both = { ...gone, input_cost_per_token_cache_hit: 1e-7, cache_read_input_token_cost: 2e-7 };
    expect((await only('x', both)).cost.cacheRead).toBe(0.0002);
  });

  it('takes a write to the cache below the input for the read that it is', async () => {
    const misfiled = { ...gone, cache_creation_input_token_cost: 5e-7 };
    expect((await only('x', misfiled)).cost).toEqual({ input: 0.001, cacheRead: 0.0005 });
    const both = { ...misfiled, cache_read_input_token_cost: 4e-7 };
    expect((await only('x', both)).cost).toEqual({ input: 0.001, cacheRead: 0.0004 });
  });

  it('leaves cached sound aside, which realtime rows call a write', async () => {
    const sound = { cache_creation_input_audio_token_cost: 4e-7, cache_read_input_audio_token_cost: 4e-7 };
    const { items, unread } = await readTable({ x: { ...gone, ...sound, mode: 'realtime' } });
    expect([items[0]!.cost, unread]).toEqual([{ input: 0.001 }, {}]);
  });

  it('has no price in units of Databricks', async () => {
    const { items, unread } = await readTable({
      x: { litellm_provider: 'databricks', input_dbu_cost_per_token: 1e-6 },
      y: gone,
    });
    expect([items.map(({ model }) => model), unread]).toEqual([['y'], {}]);
  });

  it('of zeros says that nothing is filled in; free is what says so', async () => {
    const zeros = { ...gone, input_cost_per_token: 0, output_cost_per_token: 0 };
    const { items, skipped } = await readTable({ x: zeros, 'x:free': zeros, y: { ...gone, output_cost_per_token: 0 } });
    expect([items.map(({ model, cost }) => [model, cost]), skipped]).toEqual([
      [
        ['x:free', { input: 0, output: 0 }],
        ['y', { input: 0.001 }],
      ],
      1,
    ]);
  });

  it('of another kind than an object, or without a provider, costs its neighbours nothing', async () => {
    const { items, letters, skipped } = await readTable({
      ...{ last_updated: '2026-07-24', x: gone, fallback_generalizations: { rules: [] }, y: { ...gone, mode: 7 } },
      z: { ...gone, litellm_provider: null, tiered_pricing: 'no', supported_modalities: 3 },
    });
    expect([items.map(({ model }) => model), letters, skipped]).toEqual([['x', 'y'], [], 2]);
  });

  it('that calls an image model a chat has no price of a token', async () => {
    const { items, skipped } = await readTable({ 'a/flux-1-dev': gone, y: gone });
    expect([items.map(({ model }) => model), skipped]).toEqual([['y'], 1]);
  });

  it('has no price below zero, whatever it says', () =>
    fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc.constantFrom(
            'input_cost_per_token',
            'output_cost_per_token_above_200k_tokens',
            'cache_creation_input_token_cost',
            'input_cost_per_image',
            'input_cost_per_pixel',
            'output_cost_per_token_flex',
            'output_cost_per_second',
            'regional_processing_uplift_multiplier_eu',
          ),
          fc.oneof(fc.double(), fc.constant('1e-6'), fc.constant(null), fc.constant('varies')),
        ),
        fc.constantFrom('chat', 'image_generation', 'audio_speech', 'realtime', 'embedding', undefined),
        async (prices, mode) => {
          const { items } = await readTable({ x: { ...prices, mode, litellm_provider: 'a' }, y: gone });
          const costs = items.flatMap(({ cost, tiers = [] }) => [cost, ...tiers.map((tier) => tier.cost)]);
          for (const price of costs.flatMap((cost) => Object.values(cost))) expect(price).toBeGreaterThan(0);
        },
      ),
      { numRuns: 60 },
    ));
});

it.each(['<html>', '{}', '[]', '', '{"error": {"message": "down"}}', '{"last_updated": "today"}'])(
  'takes %j for a fault, not for a table',
  (body) => expect(readFrom(() => of(aPage(body)))).rejects.toMatchObject({ name: 'ShapeError' }),
);
