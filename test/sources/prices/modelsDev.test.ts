import { lastValueFrom, of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { sellersOf } from '../../../src/match/sellers.js';
import type { Page } from '../../../src/model/page.js';
import { type PriceRow, priceRow } from '../../../src/model/price.js';
import type { Snapshot } from '../../../src/model/snapshot.js';
import type { Fetch } from '../../../src/read/fetchPages.js';
import { catalog } from '../../../src/sources/catalog.js';
import { defineSource } from '../../../src/sources/define.js';
import { ShapeError } from '../../../src/sources/parse/shapeError.js';
import { modelsDev } from '../../../src/sources/prices/modelsDev.js';
import { aPage } from '../../builders.js';
import { fromRecordings, readEndpoint } from '../harness.js';

const [list] = modelsDev.endpoints;
const readFrom = (fetch: Fetch): Promise<Snapshot<PriceRow>> => lastValueFrom(readEndpoint(modelsDev, list!, fetch));
const readPage = (page: Page) => readFrom(() => of(page));
/** Reads the catalog with these providers' models. */
const readModels = (providers: Readonly<Record<string, Readonly<Record<string, unknown>>>>) =>
  readPage(
    aPage(JSON.stringify(Object.fromEntries(Object.entries(providers).map(([id, models]) => [id, { id, models }])))),
  );

const text = { input: ['text'], output: ['text'] };
const model = (cost: unknown, more: object = {}) => ({ id: 'm', modalities: text, cost, ...more });
/** Their places aside. */
const said = ({ items }: Snapshot<PriceRow>) => items.map((price) => ({ ...price, evidence: undefined }));
const priceOf = async (cost: unknown, more: object = {}) =>
  said(await readModels({ acme: { m: model(cost, more), n: model({ input: 1 }, { id: 'n' }) } })).find(
    (price) => price.model === 'm',
  );

const recorded = readFrom(fromRecordings('models.dev'));
const recordedPrice = async (provider: string, name: string) =>
  said(await recorded).filter((row) => row.provider === provider && row.model === name);

describe('models.dev as a price list', () => {
  it('has a row for each model of each provider, in USD per 1,000 tokens', async () => {
    const cost = {
      ...{ input: 1.25, output: 10, cache_read: 0.125, cache_write: 1.5625 },
      ...{ reasoning: 12, input_audio: 32, output_audio: 64 },
    };
    const read = await readModels({ acme: { m: model(cost) }, beta: { m: model({ input: 2, output: 4 }) } });
    expect(said(read)).toEqual([
      {
        ...{ provider: 'acme', model: 'm', operator: 'equals', mode: 'chat' },
        cost: {
          ...{ input: 0.00125, output: 0.01, cacheRead: 0.000125, cacheWrite: 0.0015625 },
          ...{ reasoning: 0.012, inputAudio: 0.032, outputAudio: 0.064 },
        },
      },
      { provider: 'beta', model: 'm', operator: 'equals', mode: 'chat', cost: { input: 0.002, output: 0.004 } },
    ]);
  });

  it('has tiers for long prompts, and for faster service', async () => {
    const tiers = [{ tier: { type: 'context', size: 272000 }, input: 5, output: 22.5 }];
    const fast = { modes: { fast: { cost: { input: 10, output: 60 } } } };
    const cost = { input: 2.5, output: 15, tiers, context_over_200k: { input: 5, output: 22.5 } };
    expect((await priceOf(cost, { experimental: fast }))!.tiers).toEqual([
      { when: { contextAbove: 272000 }, cost: { input: 0.005, output: 0.0225 } },
      { when: { serviceTier: 'fast' }, cost: { input: 0.01, output: 0.06 } },
    ]);
  });

  it.each([
    ['without prices', undefined],
    ['whose prices are all 0: a plan, free, or not known', { input: 0, output: 0, cache_read: 0 }],
    ['whose prices are no numbers', { input: 'varies', output: -1 }],
  ])('has no row for a model %s', async (_, cost) => expect(await priceOf(cost)).toBeUndefined());

  it('leaves out a 0 beside a price: it stands for none', async () =>
    expect((await priceOf({ input: 0.1, output: 0, cache_write: 0 }))!.cost).toEqual({ input: 0.0001 }));

  it.each([
    ['an embedding writes nothing', { family: 'text-embedding' }, { input: 0.1, output: 0.1 }, { input: 0.0001 }],
    [
      'what only draws writes images',
      { modalities: { input: ['text'], output: ['image'] } },
      { input: 5, output: 40 },
      { input: 0.005, outputImage: 0.04 },
    ],
    [
      'what only speaks writes sound',
      { modalities: { input: ['text'], output: ['audio'] } },
      { input: 0.6, output: 12 },
      { input: 0.0006, outputAudio: 0.012 },
    ],
    [
      'what only hears is told sound',
      { modalities: { input: ['audio'], output: ['text'] } },
      { input: 6, output: 10 },
      { inputAudio: 0.006, output: 0.01 },
    ],
  ])('has prices in the units of the kind of model: %s', async (_, more, cost, read) =>
    expect((await priceOf(cost, more))!.cost).toEqual(read),
  );

  it('has no row where the number is of another unit: a minute heard, an image drawn', async () => {
    expect(
      await priceOf({ input: 0.006, output: 0 }, { modalities: { input: ['audio'], output: ['text'] } }),
    ).toBeUndefined();
    expect(
      await priceOf({ input: 0.04, output: 0 }, { modalities: { input: ['text'], output: ['image'] } }),
    ).toBeUndefined();
  });

  it('has no row of the provider whose figures are in euro', async () => {
    const { items, skipped } = await readModels({
      scaleway: { m: model({ input: 1 }) },
      acme: { m: model({ input: 1 }) },
    });
    expect([items.map(({ provider }) => provider), skipped]).toEqual([['acme'], 1]);
  });

  it.each([
    ['without an id', { cost: { input: 1 } }, 'model.id'],
    ['that is none', 'soon', 'model'],
  ])('rejects a model %s alone', async (_, bad, path) => {
    const { items, letters } = await readModels({ acme: { bad, m: model({ input: 1 }) } });
    expect(items.map((row) => row.model)).toEqual(['m']);
    expect(letters).toMatchObject([{ source: 'models.dev', kind: 'prices', stage: 'validate', path }]);
  });

  it('says which price keys it does not know', async () =>
    expect((await readModels({ acme: { m: model({ input: 1, smell: 2 }) } })).unread).toEqual({
      'model.cost.smell': 1,
    }));

  it.each(['<html>', '{}', '[]', '{"error": "down"}', '{"acme": {"models": {}}}', ''])('takes %j for a fault', (body) =>
    expect(readPage(aPage(body))).rejects.toBeInstanceOf(ShapeError),
  );

  it.each([
    ['openai', 'openai'],
    ['google-vertex-partner', 'google-vertex-anthropic'],
    ['google-vertex-partner', 'google-vertex'],
  ])('knows %s as %s', (provider, seller) => {
    const { ofProvider, ofRow } = sellersOf(modelsDev);
    expect(ofProvider(provider)).toBe(ofRow(seller));
  });
});

describe('the recorded catalog as a price list', () => {
  it('has 4,949 rows of 135 providers, of 5,898 models', async () => {
    const { items, letters, skipped, rows, unread } = await recorded;
    expect([items.length, letters, skipped, rows, unread]).toEqual([4_949, [], 949, 5_898, {}]);
    expect(new Set(items.map(({ provider }) => provider)).size).toBe(135);
    for (const row of items) expect(() => priceRow.parse(row)).not.toThrow();
  });

  it('is read to the last digit', async () => {
    expect(await recordedPrice('google', 'gemini-2.5-pro')).toEqual([
      {
        ...{ provider: 'google', model: 'gemini-2.5-pro', operator: 'equals', mode: 'chat' },
        cost: { input: 0.00125, output: 0.01, cacheRead: 0.000125 },
        tiers: [{ when: { contextAbove: 200000 }, cost: { input: 0.0025, output: 0.015, cacheRead: 0.00025 } }],
      },
    ]);
    expect(await recordedPrice('mistral', 'mistral-embed')).toEqual([
      { provider: 'mistral', model: 'mistral-embed', operator: 'equals', mode: 'embedding', cost: { input: 0.0001 } },
    ]);
  });

  it.each(['openai', 'google', 'openrouter', 'alibaba', 'amazon-bedrock', 'perplexity'])(
    'says of %s what the providers own reading of the catalog says',
    async (provider) => {
      const ends = { name: provider, providerKind: null, docs: '', env: [], unit: '', evidence: 'catalog' } as const;
      const source = defineSource({ id: provider, ...ends, endpoints: [catalog(provider)] });
      const { items } = await lastValueFrom(readEndpoint(source, source.endpoints[0]!, fromRecordings(provider)));
      const finished = items.map((one) => source.kind.finish(one, { by: 'catalog', read: [], failed: [] }));
      const inCatalog = finished
        .filter(({ cost }) => Object.values(cost).some(Boolean))
        .map(({ id, mode, cost, tiers }) => ({ id, mode, cost: priced(cost), tiers }));
      const inList = said(await recorded)
        .filter((row) => row.provider === provider)
        .map((row) => ({ id: row.model, mode: row.mode ?? null, cost: row.cost, tiers: row.tiers ?? [] }));
      expect(inList.length).toBeGreaterThan(3);
      expect(inList).toEqual(inCatalog);
    },
  );
});

const priced = (cost: object) => Object.fromEntries(Object.entries(cost).filter(([, price]) => price !== null));
