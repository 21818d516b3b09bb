import fc from 'fast-check';
import { lastValueFrom, of, throwError } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { sellersOf } from '../../../src/match/sellers.js';
import { type PriceRow, priceRow } from '../../../src/model/price.js';
import type { Snapshot } from '../../../src/model/snapshot.js';
import { SourceError } from '../../../src/read/errors.js';
import type { Fetch } from '../../../src/read/fetchPages.js';
import { portkey } from '../../../src/sources/prices/portkey.js';
import { aPage } from '../../builders.js';
import { fromRecordings, readEndpoint } from '../harness.js';

const [endpoint] = portkey.endpoints;
const readFrom = (fetch: Fetch): Promise<Snapshot<PriceRow>> => lastValueFrom(readEndpoint(portkey, endpoint!, fetch));
const urlOf = (file: string) => `https://configs.portkey.ai/pricing/${file}.json`;

/** Reads made-up files; the others answer 404. */
const readFiles = (files: Readonly<Record<string, object>>) =>
  readFrom((request) => {
    const file = Object.keys(files).find((name) => request.url === urlOf(name));
    return file === undefined
      ? throwError(() => new SourceError('http', '404', { url: request.url, status: 404 }))
      : of(aPage(JSON.stringify(files[file]), { request }));
  });

const price = (cents: number) => ({ price: cents });
const at = (rates: object) => ({ pricing_config: { pay_as_you_go: rates } });
const standard = { default: at({ request_token: price(0), response_token: price(0) }) };

/** What the models of one file are read as. */
const read = async (entries: object, file = 'openai') =>
  (await readFiles({ [file]: { ...standard, ...entries } })).items;
const costsOf = ({ cost, tiers = [] }: PriceRow) => [cost, ...tiers.map((tier) => tier.cost)];
const conditions = (when: object) => JSON.stringify(Object.entries(when).toSorted());
const tierOf = ({ tiers = [] }: PriceRow, when: object) =>
  tiers.find((tier) => conditions(tier.when) === conditions(when))?.cost;

const digitsOf = (number: number) =>
  String(number)
    .replace(/e.*|\D/g, '')
    .replace(/^0+/, '').length;

const recorded = readFrom(fromRecordings('portkey'));
const rowsOf = async (model: string, provider: string): Promise<PriceRow[]> =>
  (await recorded).items.filter((row) => row.provider === provider && row.model === model);
const rowOf = async (model: string, provider: string): Promise<PriceRow> => {
  const rows = await rowsOf(model, provider);
  expect(rows).toHaveLength(1);
  return rows[0]!;
};

describe('the recorded files of Portkey', () => {
  it('are all read, row by row, nothing lost', async () => {
    const { rows, items, letters, skipped, unread, faults, requests } = await recorded;
    expect([rows, items.length, letters.length, skipped]).toEqual([2_876, 2_747, 0, 129]);
    expect([unread, faults, requests]).toEqual([{}, [], { answered: 28, retried: 0, failed: 0 }]);
    for (const row of items) expect(() => priceRow.parse(row)).not.toThrow();
  });

  it('have rows of the labs under their seller', async () => {
    const { ofRow, ofProvider } = sellersOf(portkey);
    const { items } = await recorded;
    const count = (provider: string) => items.filter((row) => ofRow(row.provider) === ofProvider(provider)).length;
    const ids = [
      'openai',
      'anthropic',
      'google',
      'google-vertex',
      'azure',
      'amazon-bedrock',
      'mistral',
      'xai',
      'alibaba',
    ];
    expect(ids.map((id) => [id, count(id)])).toEqual([
      ['openai', 182],
      ['anthropic', 33],
      ['google', 74],
      ['google-vertex', 163],
      ['azure', 434],
      ['amazon-bedrock', 198],
      ['mistral', 56],
      ['xai', 77],
      ['alibaba', 140],
    ]);
    expect(count('minimax')).toBe(0);
  });

  it('have no price below zero, and no 0 that is not free; what no token costs is left for the laws to judge', async () => {
    const { items } = await recorded;
    const prices = items
      .filter(({ model }) => !model.endsWith(':free'))
      .flatMap((row) => costsOf(row).flatMap((cost) => Object.entries(cost)));
    expect(prices.filter(([, one]) => !(one > 0))).toEqual([]);
    expect(prices.filter(([field, one]) => !field.startsWith('per') && one > 1)).toHaveLength(5);
    expect(prices.filter(([, one]) => digitsOf(one) > 15)).toEqual([]);
    const free = items.filter(({ model }) => model.endsWith(':free'));
    expect(free.length).toBe(70);
    expect(free.filter(({ cost }) => cost.input !== 0 || cost.output !== 0)).toEqual([]);
  });

  it('turn cents per token into USD per 1,000', async () => {
    expect(await rowOf('gpt-4o', 'openai')).toMatchObject({
      ...{ operator: 'equals', mode: 'chat', cost: { input: 0.0025, output: 0.01, cacheRead: 0.00125 } },
    });
    expect((await rowOf('claude-sonnet-4-5-20250929', 'anthropic')).cost).toEqual({
      ...{ input: 0.003, output: 0.015, cacheRead: 0.0003, cacheWrite: 0.00375, cacheWrite1h: 0.006 },
    });
  });

  it('have prices of batches, tiers, regions and long prompts, each under its condition', async () => {
    const row = await rowOf('gpt-5.4', 'openai');
    expect(row.cost).toEqual({ input: 0.0025, output: 0.015, cacheRead: 0.00025 });
    expect(tierOf(row, { serviceTier: 'batch' })).toEqual({ input: 0.00125, output: 0.0075, cacheRead: 0.00013 });
    expect(tierOf(row, { serviceTier: 'flex' })).toEqual({ input: 0.00125, output: 0.0075, cacheRead: 0.00013 });
    expect(tierOf(row, { contextAbove: 272_000 })).toEqual({ input: 0.005, output: 0.0225, cacheRead: 0.0005 });
    expect(tierOf(row, { serviceTier: 'batch', contextAbove: 272_000 })).toEqual({
      ...{ input: 0.0025, output: 0.01125, cacheRead: 0.00025 },
    });
    for (const region of ['us', 'eu', 'ae'])
      expect(tierOf(row, { region })).toEqual({ input: 0.00275, output: 0.0165, cacheRead: 0.000275 });
    expect(tierOf(row, { region: 'eu', contextAbove: 272_000 })).toEqual({
      ...{ input: 0.0055, output: 0.02475, cacheRead: 0.00055 },
    });
  });

  it('tell a tier that says nothing of long prompts only up to where they begin', async () => {
    const row = await rowOf('gpt-5.4', 'openai');
    expect(tierOf(row, { serviceTier: 'priority', contextUpTo: 272_000 })).toMatchObject({ input: 0.005 });
    expect(tierOf(row, { serviceTier: 'priority' })).toBeUndefined();
  });

  it('name the region `default` only where it is not the one of the base', async () => {
    const global = await rowOf('gemini-3.1-flash-lite', 'vertex-ai');
    expect(global.cost.input).toBe(0.00025);
    expect(tierOf(global, { region: 'default' })).toEqual({ input: 0.000275, output: 0.00165, cacheRead: 0.0000275 });
    const all = (await rowOf('gemini-2.5-pro', 'vertex-ai')).tiers ?? [];
    expect(all.filter(({ when }) => when.region)).toEqual([]);
    expect(all).toContainEqual({
      ...{ when: { contextAbove: 200_000 }, cost: { input: 0.0025, output: 0.015, cacheRead: 0.00025 } },
    });
  });

  it('make one row of the two entries of short and long prompts', async () => {
    const row = await rowOf('gemini-2.5-pro', 'google');
    expect(row.cost).toEqual({ input: 0.00125, output: 0.01, cacheRead: 0.000125 });
    expect(row.tiers).toEqual([
      { when: { serviceTier: 'batch' }, cost: { input: 0.000625, output: 0.005 } },
      { when: { contextAbove: 128_000 }, cost: { input: 0.0025, output: 0.015, cacheRead: 0.00025 } },
      { when: { contextAbove: 128_000, serviceTier: 'batch' }, cost: { input: 0.00125, output: 0.0075 } },
    ]);
    expect((await recorded).items.filter(({ model }) => /-(gt|lte)-/.test(model))).toEqual([]);
    expect((await rowOf('gemini-2.5-flash', 'google')).tiers?.filter(({ when }) => when.contextAbove)).toEqual([]);
  });

  it('have images by quality and size, and the price that no word stands before as the model’s', async () => {
    const row = await rowOf('dall-e-3', 'openai');
    expect([row.mode, row.cost]).toEqual(['image', { perImage: 0.04 }]);
    expect(tierOf(row, { variant: 'hd 1024x1792' })).toEqual({ perImage: 0.12 });
    expect((await rowOf('gpt-image-1.5', 'openai')).cost).toEqual({
      ...{ input: 0.005, output: 0.01, cacheRead: 0.00125, inputImage: 0.008, outputImage: 0.032, perImage: 0.133 },
    });
  });

  it('have text and images that one model writes apart, in a batch too', async () => {
    const row = await rowOf('gemini-3-pro-image-preview', 'vertex-ai');
    expect(row.cost).toEqual({ input: 0.002, output: 0.012, outputImage: 0.12, cacheRead: 0.0002 });
    expect(tierOf(row, { serviceTier: 'batch' })).toEqual({ input: 0.001, output: 0.006, outputImage: 0.06 });
    expect((await rowOf('google/gemini-3-pro-image-preview', 'openrouter')).cost).toMatchObject({ output: 0.012 });
  });

  it('have no image for less than a tenth of a cent: that is dollars, or a token', async () => {
    expect(await rowsOf('google/imagen-4.0-ultra', 'together-ai')).toEqual([]);
    expect(await rowsOf('black-forest-labs/FLUX.1-pro', 'together-ai')).toEqual([]);
    const images = (await recorded).items.flatMap((row) => costsOf(row).flatMap((cost) => cost.perImage ?? []));
    expect(images.filter((one) => one < 0.001)).toEqual([]);
  });

  it.each([
    ['whisper-1', 'openai', null],
    ['gpt-4o-transcribe', 'openai', { input: 0.0025, output: 0.01 }],
    ['gpt-4o-transcribe-diarize', 'openai', { input: 0.0025, output: 0.01, inputAudio: 0.006 }],
    ['gpt-4o-transcribe', 'azure-openai', { input: 0.0025, output: 0.01 }],
    ['qwen3-asr-flash', 'dashscope', null],
    ['tts-1', 'openai', { perCharacter: 0.000015 }],
    ['gpt-4o-mini-tts', 'openai', { input: 0.0006, outputAudio: 0.012 }],
    // 15 USD per 1K: the laws take it out.
    ['gpt-4o-mini-tts', 'azure-openai', { input: 0.0006, outputAudio: 15 }],
    ['gemini-2.5-pro-preview-tts', 'google', { input: 0.001, outputAudio: 0.02 }],
    ['rerank-v3.5', 'cohere', { perSearch: 0.002 }],
    ['amazon.rerank-v1:0', 'bedrock', { perSearch: 0.001 }],
    ['Qwen/Qwen3-Reranker-8B', 'deepinfra', { input: 0.00005 }],
    ['mistral-ocr-4', 'mistral-ai', { perPage: 0.004 }],
    ['allenai/olmOCR-2-7B-1025', 'deepinfra', { input: 0.00009, output: 0.00019 }],
    ['nomic-ai/nomic-embed-text-v1.5', 'fireworks-ai', { input: 0.000008 }],
    ['veo-3.0-generate-001', 'google', { perSecond: 0.4 }],
    ['sora-2', 'openai', { perSecond: 0.1 }],
    ['pplx-7b-online', 'perplexity-ai', { output: 0.00028, perRequest: 0.005 }],
  ])('read %s of %s in the unit of what it is', async (model, provider, cost) => {
    expect((await rowsOf(model, provider)).map((row) => row.cost)).toEqual(cost ? [cost] : []);
  });

  it('have resolutions as conditions where they cost different prices', async () => {
    expect((await rowOf('veo-3.1-generate-preview', 'google')).tiers).toEqual([
      { when: { variant: '1280x720' }, cost: { perSecond: 0.4 } },
      { when: { variant: '1920x1080' }, cost: { perSecond: 0.4 } },
      { when: { variant: '3840x2160' }, cost: { perSecond: 0.6 } },
    ]);
    expect(tierOf(await rowOf('sora-2', 'openai'), { serviceTier: 'batch' })).toEqual({ perSecond: 0.05 });
  });

  it('have what Perplexity takes for a request by how much is searched', async () => {
    const { cost, tiers } = await rowOf('sonar', 'perplexity-ai');
    expect(cost).toEqual({ input: 0.001, output: 0.001 });
    expect(tiers?.[0]).toEqual({ when: { variant: 'low search context' }, cost: { perRequest: 0.005 } });
  });

  it('have no model `default`, and no other model of an entry', async () => {
    expect((await recorded).items.filter(({ model }) => model === 'default')).toEqual([]);
    expect((await rowOf('dall-e-2', 'azure-ai')).cost).toEqual({ perImage: 0.02 });
  });
});

describe('a file', () => {
  const one = { m: at({ request_token: price(0.0001) }) };

  it('that fails, or is none, costs the others nothing', async () => {
    const { items, faults } = await readFrom((request) => {
      if (request.url === urlOf('groq')) return of(aPage(JSON.stringify({ ...standard, ...one }), { request }));
      if (request.url === urlOf('openai')) return of(aPage('<html>', { request }));
      if (request.url === urlOf('google')) return of(aPage(JSON.stringify(standard), { request }));
      return throwError(() => new SourceError('http', '503', { url: request.url, status: 503 }));
    });
    expect(items).toMatchObject([{ provider: 'groq', model: 'm', cost: { input: 0.001 } }]);
    expect(faults).toHaveLength(27);
    expect(faults.find(({ url }) => url === urlOf('google'))).toMatchObject({
      kind: 'shape',
      error: 'the file has no models',
    });
  });

  it('of zeros says that nothing is filled in; free is what says so', async () => {
    const zeros = at({ request_token: price(0), response_token: price(0) });
    const rows = await read({
      x: zeros,
      'x:free': zeros,
      y: at({ request_token: price(1e-4), response_token: price(0) }),
    });
    expect(rows.map(({ model, cost }) => [model, cost])).toEqual([
      ['x:free', { input: 0, output: 0 }],
      ['y', { input: 0.001 }],
    ]);
  });

  it('in another currency has no price', async () => {
    const foreign = { pricing_config: { ...one.m.pricing_config, currency: 'CNY' } };
    const { items, letters } = await readFiles({ openai: { ...standard, x: foreign, ...one } });
    expect([items.map(({ model }) => model), letters.map(({ reason }) => reason)]).toEqual([['m'], ['prices in CNY']]);
    const whole = { default: { pricing_config: { currency: 'EUR' } }, ...one };
    await expect(readFiles({ openai: whole })).rejects.toThrow('prices in EUR');
  });

  it('with an entry that is null, or of another kind, is read on', async () => {
    const odd = { x: { pricing_config: null }, y: 3, z: { pricing_config: [], custom_pricing: 'no' } };
    expect((await read({ ...odd, ...one })).map(({ model }) => model)).toEqual(['m']);
  });

  it('of which only long prompts are known has no price of short ones', async () => {
    expect(await read({ 'm-gt-200k': one.m }, 'google')).toMatchObject([
      { model: 'm', cost: {}, tiers: [{ when: { contextAbove: 200_000 }, cost: { input: 0.001 } }] },
    ]);
  });

  it('names what it does not read', async () => {
    const { unread } = await readFiles({
      openai: {
        ...standard,
        x: at({ request_token: price(1e-4), smell: price(1), additional_units: { hugs: price(2) } }),
      },
    });
    expect(unread).toEqual({ 'rates.smell.price': 1, 'rates.additional_units.hugs.price': 1 });
  });

  it('is asked for of each provider, once', async () => {
    const asked: string[] = [];
    await readFrom((request) => {
      asked.push(request.url);
      return of(aPage(JSON.stringify({ ...standard, ...one }), { request }));
    });
    expect(asked).toHaveLength(28);
    expect(new Set(asked).size).toBe(28);
    expect(asked).toEqual(expect.arrayContaining([urlOf('openai'), urlOf('vertex-ai'), urlOf('z-ai')]));
  });

  it('has no price below zero, whatever it says', () => {
    const cents = fc.record({ price: fc.oneof(fc.double(), fc.constant(null), fc.constant('0.0001')) });
    const rates = fc.dictionary(
      fc.constantFrom('request_token', 'response_token', 'request_audio_token', 'cache_read_input_token'),
      cents,
    );
    const id = fc.constantFrom('gpt', 'whisper-1', 'tts-1', 'rerank-v3', 'embed-v4', 'gpt-image-1', 'ocr-1', 'sora');
    return fc.assert(
      fc.asyncProperty(id, rates, rates, async (model, base, batch) => {
        const entry = { pricing_config: { pay_as_you_go: base, batch_config: batch } };
        for (const row of await read({ [model]: entry, ...one }))
          for (const any of costsOf(row).flatMap((cost) => Object.values(cost))) expect(any).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });
});

it.each(['<html>', '{}', '[]', '', '{"error": "down"}'])('takes %j everywhere for a fault, not for a list', (body) =>
  expect(readFrom((request) => of(aPage(body, { request })))).rejects.toMatchObject({ name: 'ShapeError' }),
);
