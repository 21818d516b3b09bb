import { lastValueFrom, of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { sellersOf } from '../../../src/match/sellers.js';
import type { Page } from '../../../src/model/page.js';
import { type PriceRow, priceRow } from '../../../src/model/price.js';
import type { Snapshot } from '../../../src/model/snapshot.js';
import type { Fetch } from '../../../src/read/fetchPages.js';
import { ShapeError } from '../../../src/sources/parse/shapeError.js';
import { genaiPrices } from '../../../src/sources/prices/genaiPrices.js';
import { aPage } from '../../builders.js';
import { fromRecordings, readEndpoint } from '../harness.js';

const [list] = genaiPrices.endpoints;
const readFrom = (fetch: Fetch): Promise<Snapshot<PriceRow>> => lastValueFrom(readEndpoint(genaiPrices, list!, fetch));
const readPage = (page: Page) => readFrom(() => of(page));
const day = { fetchedAt: '2026-08-21T00:00:00.000Z' };
/** Reads the list of one provider, Acme, with these models. */
const readModels = (...models: unknown[]) => readPage(aPage(JSON.stringify([{ id: 'acme', models }]), day));

const model = (prices: unknown, more: object = {}) => ({ id: 'm', match: { equals: 'm' }, prices, ...more });
/** Their places aside. */
const said = ({ items }: Snapshot<PriceRow>) => items.map((price) => ({ ...price, evidence: undefined }));
const priceOf = async (prices: unknown, more: object = {}) => said(await readModels(model(prices, more)))[0];
const namesOf = async (match: unknown) =>
  said(await readModels(model({ input_mtok: 1 }, { match }))).map(({ model: name, operator }) => [name, operator]);

describe('a model of genai-prices', () => {
  it('has its prices in USD per 1,000 tokens, and per one call or search', async () => {
    const prices = {
      ...{ input_mtok: 0.33, output_mtok: 2.75, cache_read_mtok: 0.0825, cache_write_mtok: 3.4375 },
      ...{ cache_write_1h_mtok: 6, output_reasoning_mtok: 3, input_audio_mtok: 32, output_audio_mtok: 64 },
      ...{ input_image_mtok: 5, output_image_mtok: 30, requests_kcount: 12, web_searches_kcount: 10 },
    };
    expect(said(await readModels(model(prices)))).toEqual([
      {
        ...{ provider: 'acme', model: 'm', operator: 'equals' },
        cost: {
          ...{ input: 0.00033, output: 0.00275, cacheRead: 0.0000825, cacheWrite: 0.0034375, cacheWrite1h: 0.006 },
          ...{ reasoning: 0.003, inputAudio: 0.032, outputAudio: 0.064, inputImage: 0.005, outputImage: 0.03 },
          ...{ perRequest: 0.012, perSearch: 0.01 },
        },
      },
    ]);
  });

  it('has the prices of long prompts as tiers, those that start together as one', async () => {
    const prices = {
      input_mtok: { base: 2.5, tiers: [{ start: 272000, price: 5 }] },
      cache_read_mtok: { base: 0.25, tiers: [{ start: 128000, price: 0.3 }] },
      output_mtok: { base: 15, tiers: [{ start: 272000, price: 22.5 }] },
      web_searches_kcount: 10,
    };
    expect(await priceOf(prices)).toMatchObject({
      cost: { input: 0.0025, output: 0.015, cacheRead: 0.00025, perSearch: 0.01 },
      tiers: [
        { when: { contextAbove: 272000 }, cost: { input: 0.005, output: 0.0225 } },
        { when: { contextAbove: 128000 }, cost: { cacheRead: 0.0003 } },
      ],
    });
  });

  it('costs what it does on the day of the list, with what was and what is to come as tiers', async () => {
    const prices = [
      { prices: { input_mtok: { base: 5, tiers: [{ start: 200000, price: 10 }] } } },
      {
        constraint: { start_date: '2026-03-13' },
        prices: { input_mtok: { base: 4, tiers: [{ start: 200000, price: 8 }] } },
      },
      { constraint: { start_date: '2026-09-01' }, prices: { input_mtok: 6 } },
    ];
    expect(await priceOf(prices)).toMatchObject({
      cost: { input: 0.004 },
      tiers: [
        { when: { until: '2026-03-12' }, cost: { input: 0.005 } },
        { when: { until: '2026-03-12', contextAbove: 200000 }, cost: { input: 0.01 } },
        { when: { until: '2026-08-31', contextAbove: 200000 }, cost: { input: 0.008 } },
        { when: { from: '2026-09-01' }, cost: { input: 0.006 } },
      ],
    });
  });

  it('has the price of some hours as a tier', async () => {
    const timed = { constraint: { start_time: '00:30:00Z', end_time: '16:30:00Z' }, prices: { input_mtok: 0.27 } };
    expect(await priceOf([{ prices: { input_mtok: 0.135 } }, timed])).toMatchObject({
      cost: { input: 0.000135 },
      tiers: [{ when: { timeUtc: '00:30-16:30' }, cost: { input: 0.00027 } }],
    });
  });

  it('keeps what can not be right for others to judge, but for what no token ever cost', async () => {
    expect((await priceOf({ input_mtok: -1, output_mtok: 900 }))!.cost).toEqual({ input: -0.001, output: 0.9 });
    expect((await priceOf({ input_mtok: 1, output_mtok: 50_000 }))!.cost).toEqual({ input: 0.001 });
  });

  it('reads numbers that came as strings, without float noise, and leaves out what is no number', async () => {
    const prices = { input_mtok: '0.049999999999999996', output_mtok: null, cache_read_mtok: [1], requests_kcount: {} };
    expect((await priceOf(prices))!.cost).toEqual({ input: 0.00005 });
  });

  it.each([
    ['an embedding writes nothing', 'mistral-embed', { input_mtok: 0.1, output_mtok: 0.1 }, { input: 0.0001 }],
    ['what only draws writes images', 'gpt-image-1', { output_mtok: 40 }, { outputImage: 0.04 }],
    [
      'what draws may write, where images are priced apart',
      'gpt-image-1.5',
      { output_mtok: 10, output_image_mtok: 32 },
      { output: 0.01, outputImage: 0.032 },
    ],
    ['what talks and draws has its price of text', 'gemini-2.5-flash-image', { output_mtok: 2.5 }, { output: 0.0025 }],
    [
      'what speaks writes sound',
      'gpt-4o-mini-tts',
      { input_mtok: 0.6, output_mtok: 12 },
      { input: 0.0006, outputAudio: 0.012 },
    ],
    [
      'what hears has its price of text, where sound is priced apart',
      'gpt-4o-transcribe',
      { input_mtok: 2.5, input_audio_mtok: 6 },
      { input: 0.0025, inputAudio: 0.006 },
    ],
  ])('has prices in the units of its kind: %s', async (_, id, prices, cost) =>
    expect((await priceOf(prices, { id }))!.cost).toEqual(cost),
  );

  it('is no row where nothing is priced, whoever says free', async () => {
    const free = [model({}), model({ input_mtok: 0 }, { id: 'n' }), model([{ prices: {} }], { id: 'o' })];
    const { items, skipped, letters } = await readModels(...free, model({ input_mtok: 1 }, { id: 'p' }));
    expect([items.map(({ model: name }) => name), skipped, letters]).toEqual([['p'], 3, []]);
  });
});

describe('the names of a model', () => {
  it.each([
    ['its id, where the clause says no more', { equals: 'm' }, [['m', 'equals']]],
    [
      'a start',
      { starts_with: 'm-' },
      [
        ['m', 'equals'],
        ['m-', 'startsWith'],
      ],
    ],
    [
      'a part',
      { contains: 'x' },
      [
        ['m', 'equals'],
        ['x', 'includes'],
      ],
    ],
    [
      'each alternative, however deep',
      { or: [{ equals: 'a' }, { or: [{ starts_with: 'b' }, { contains: 'c' }] }] },
      [
        ['m', 'equals'],
        ['a', 'equals'],
        ['b', 'startsWith'],
        ['c', 'includes'],
      ],
    ],
    [
      'one for two that differ in case alone',
      { or: [{ equals: 'M' }, { equals: 'a' }, { equals: 'A' }] },
      [
        ['m', 'equals'],
        ['a', 'equals'],
      ],
    ],
    [
      'its id alone for what no operator says',
      { or: [{ regex: '^m-\\d+$' }, { ends_with: 'm' }, { and: [{ equals: 'a' }, { contains: 'b' }] }] },
      [['m', 'equals']],
    ],
    ['its id alone for what is no clause', 'm', [['m', 'equals']]],
    ['its id alone for a clause of another form', { or: 'x', equals: 1, constructor: 'y' }, [['m', 'equals']]],
  ])('are %s', async (_, match, names) => expect(await namesOf(match)).toEqual(names));

  it('have one price each: that of the first model that takes them', async () => {
    const first = model({ input_mtok: 1 }, { match: { or: [{ equals: 'a' }, { starts_with: 'a' }] } });
    const read = await readModels(first, model({ input_mtok: 2 }, { id: 'A', match: { starts_with: 'n' } }));
    expect(said(read).map(({ model: name, operator, cost }) => [name, operator, cost.input])).toEqual([
      ['m', 'equals', 0.001],
      ['a', 'equals', 0.001],
      ['a', 'startsWith', 0.001],
      ['n', 'startsWith', 0.002],
    ]);
  });

  it('are those of their provider: another one may have the same', async () => {
    const acme = { id: 'acme', models: [model({ input_mtok: 1 })] };
    const read = await readPage(aPage(JSON.stringify([acme, { ...acme, id: 'beta' }])));
    expect(said(read).map(({ provider, model: name }) => [provider, name])).toEqual([
      ['acme', 'm'],
      ['beta', 'm'],
    ]);
  });
});

describe('the list', () => {
  it('is one document', async () => {
    const asked: string[] = [];
    await readFrom(({ url }) => {
      asked.push(url);
      return of(aPage(JSON.stringify([{ id: 'acme', models: [model({ input_mtok: 1 })] }])));
    });
    expect(asked).toEqual([
      'https://raw.githubusercontent.com/pydantic/genai-prices/main/prices/new_data/v2/data.json',
    ]);
  });

  it.each([
    ['a model without an id', { match: {}, prices: { input_mtok: 1 } }, 'provider'],
    ['a model without prices', { id: 'n', match: {} }, 'prices.0.prices'],
    ['a model whose prices are no object', { id: 'n', prices: 1 }, 'prices.0.prices'],
    ['a model that is none', null, ''],
  ])('rejects %s alone', async (_, bad, path) => {
    const { items, letters } = await readModels(model({ input_mtok: 1 }), bad, model({ input_mtok: 1 }, { id: 'o' }));
    expect(items.map(({ model: name }) => name)).toEqual(['m', 'o']);
    expect(letters).toMatchObject([{ source: 'genai-prices', kind: 'prices', stage: 'validate', path }]);
  });

  it('rejects a provider without models alone', async () => {
    const good = { id: 'acme', models: [model({ input_mtok: 1 })] };
    const { items, letters } = await readPage(aPage(JSON.stringify([{ id: 'beta' }, good])));
    expect([items.length, letters.length]).toEqual([1, 1]);
  });

  it('says which price keys it does not know, and is silent of those that have no field', async () => {
    const known = { cache_audio_read_mtok: 1, cache_image_read_mtok: 1, input_video_mtok: 1, output_video_mtok: 1 };
    const { unread } = await readModels(
      model({ input_mtok: 1, ...known, output_citation_mtok: 2 }, { price_comments: '$5 per search' }),
      model({ input_mtok: 1, input_smell_mtok: 3 }, { id: 'n' }),
    );
    expect(unread).toEqual({ 'prices[].prices.input_smell_mtok': 1 });
  });

  it.each(['<html>', '{}', '[]', '[{"id": "acme", "models": []}]', '{"error": "down"}', ''])(
    'takes %j for a fault',
    (body) => expect(readPage(aPage(body))).rejects.toBeInstanceOf(ShapeError),
  );

  it.each([
    ['openai', 'openai'],
    ['amazon-bedrock', 'aws'],
    ['azure-cognitive-services', 'azure'],
    ['fireworks-ai', 'fireworks'],
    ['google-vertex-partner', 'google'],
    ['novita-ai', 'novita'],
    ['togetherai', 'together'],
    ['xai', 'x-ai'],
  ])('knows %s as %s', (provider, seller) => {
    const { ofProvider, ofRow } = sellersOf(genaiPrices);
    expect(ofProvider(provider)).toBe(ofRow(seller));
  });
});

describe('the recorded list', () => {
  const recorded = readFrom(fromRecordings('genai-prices'));
  const recordedPrice = async (provider: string, name: string) =>
    said(await recorded).filter((row) => row.provider === provider && row.model === name);

  it('has 2,199 rows of 36 providers, and 161 names of models without a price', async () => {
    const { items, letters, skipped, rows, unread } = await recorded;
    expect([items.length, letters, skipped, rows, unread]).toEqual([2_199, [], 161, 2_360, {}]);
    expect(new Set(items.map(({ provider }) => provider)).size).toBe(36);
    for (const row of items) expect(() => priceRow.parse(row)).not.toThrow();
  });

  it('finds as many rows of each operator as the list has', async () => {
    const { items } = await recorded;
    const count = (operator: string) => items.filter((row) => row.operator === operator).length;
    expect([count('equals'), count('includes'), count('startsWith')]).toEqual([1_884, 185, 130]);
  });

  it('names each model of a provider once an operator, in any case', async () => {
    const names = (await recorded).items.map(({ provider, model: name, operator }) =>
      [provider, operator, name.toLowerCase()].join(' '),
    );
    expect(names).toEqual([...new Set(names)]);
  });

  it('is read to the last digit', async () => {
    const luna = { input: 0.0002, output: 0.0012, cacheRead: 0.00002, cacheWrite: 0.00025 };
    expect(await recordedPrice('openai', 'gpt-5-6-luna')).toEqual([
      {
        ...{ provider: 'openai', model: 'gpt-5-6-luna', operator: 'equals', cost: luna },
        tiers: [
          {
            when: { until: '2026-07-29' },
            cost: { input: 0.001, output: 0.006, cacheRead: 0.0001, cacheWrite: 0.00125 },
          },
          {
            when: { until: '2026-07-29', contextAbove: 272000 },
            cost: { input: 0.002, output: 0.009, cacheRead: 0.0002, cacheWrite: 0.0025 },
          },
          {
            when: { contextAbove: 272000 },
            cost: { input: 0.0004, output: 0.0018, cacheRead: 0.00004, cacheWrite: 0.0005 },
          },
        ],
      },
    ]);
    expect((await recordedPrice('openai', 'o3'))[0]!.cost).toEqual({ input: 0.002, output: 0.008, cacheRead: 0.0005 });
    expect((await recordedPrice('anthropic', 'claude-sonnet-5'))[0]!).toMatchObject({
      cost: { input: 0.002, output: 0.01, cacheWrite1h: 0.004, perSearch: 0.01 },
      tiers: [{ when: { from: '2026-09-01' }, cost: { input: 0.003, output: 0.015 } }],
    });
    expect((await recordedPrice('perplexity', 'sonar'))[0]!.cost).toEqual({
      ...{ input: 0.001, output: 0.001, perRequest: 0.012 },
    });
    expect(await recordedPrice('huggingface_novita', 'deepseek-ai/DeepSeek-V3-0324')).toHaveLength(1);
    expect(await recordedPrice('google', 'gemma-3')).toEqual([]);
  });

  it('has prices to come in 22 rows, past ones in 16, and those of some hours in 6', async () => {
    const { items } = await recorded;
    const rowsWith = (condition: 'from' | 'until' | 'timeUtc') =>
      items.filter(({ tiers = [] }) => tiers.some(({ when }) => when[condition] !== undefined)).length;
    expect([rowsWith('from'), rowsWith('until'), rowsWith('timeUtc')]).toEqual([22, 16, 6]);
  });

  it('has as many prices of each kind as the list, moved only for the kind of model', async () => {
    const { items } = await recorded;
    const count = (field: keyof PriceRow['cost']) => items.filter(({ cost }) => cost[field] !== undefined).length;
    expect([count('input'), count('cacheRead'), count('cacheWrite'), count('cacheWrite1h')]).toEqual([
      2_199, 829, 377, 74,
    ]);
    // An embedding's is left out, one of speech and four of images are moved.
    expect([count('output'), count('outputAudio'), count('outputImage')]).toEqual([2_148 - 6, 29 + 1, 12 + 4]);
    expect([count('inputAudio'), count('inputImage'), count('reasoning')]).toEqual([47, 18, 2]);
    expect([count('perRequest'), count('perSearch')]).toEqual([4, 69]);
  });
});
