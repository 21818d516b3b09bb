import { describe, expect, it } from 'vitest';
import { fal as source } from '../../src/sources/fal.js';
import { modelOf, pricesOf, readBody, readRecorded } from './harness.js';

const list = 'https://api.fal.ai/v1/models?status=active&limit=100';
const pricing = (...ids: string[]) =>
  `https://api.fal.ai/v1/models/pricing?${ids.map((id) => `endpoint_id=${id}`).join('&')}`;
const page = (models: unknown[], next: object = { next_cursor: null, has_more: false }) =>
  JSON.stringify({ models, ...next });
const prices = (...rows: unknown[]) => JSON.stringify({ prices: rows, next_cursor: null, has_more: false });

const one = async (metadata: unknown) =>
  (await readBody(source, 'api', { [list]: page([{ endpoint_id: 'a/b', metadata }]) })).items[0]!;
const priced = async (unit: unknown, unit_price: unknown, category = 'llm', currency: unknown = 'USD') =>
  (
    await readBody(source, 'api', {
      [list]: page([{ endpoint_id: 'a/b', metadata: { category } }]),
      [pricing('a/b')]: prices({ endpoint_id: 'a/b', unit, unit_price, currency }),
    })
  ).items[0]!;

describe('fal', () => {
  it('reads all recorded pages', async () => {
    const catalog = await readRecorded(source, 'api');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([400, 400, 0]);
    expect(modelOf(catalog, 'fal-ai/sam-3/image/embed')).toMatchObject({
      name: 'Sam 3',
      modalities: { input: ['image', 'text'], output: ['text'] },
      mode: null,
      status: 'active',
      // `date` is when it was listed
      releaseDate: null,
      lastUpdated: '2025-11-20',
      openWeights: null,
      pricing: { status: 'unknown', issues: [{ code: 'not-priced' }] },
    });
  });

  it('reads the recorded page of the older list', async () => {
    const catalog = await readRecorded(source, 'legacy');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([40, 40, 0]);
    expect(modelOf(catalog, 'fal-ai/workflow-utilities/interleave-video')).toMatchObject({
      name: 'Workflow Utilities',
      modalities: { input: [], output: [] },
      status: 'active',
      releaseDate: null,
    });
  });

  it.each([
    ['text-to-image', ['text'], ['image'], 'image'],
    ['image-to-video', ['image'], ['video'], 'video'],
    ['audio-to-video', ['audio'], ['video'], 'video'],
    ['text-to-speech', ['text'], ['audio'], 'speech'],
    ['speech-to-text', ['audio'], ['text'], 'transcription'],
    ['speech-to-speech', ['audio'], ['audio'], 'other'],
    ['text-to-audio', ['text'], ['audio'], null],
    ['image-to-3d', ['image'], [], 'other'],
    ['text-to-json', ['text'], [], null],
    ['vision', ['image', 'text'], ['text'], null],
    ['llm', ['text'], ['text'], 'chat'],
    ['training', [], [], 'other'],
    ['unknown', [], [], null],
    ['brand-new', [], [], null],
  ])('reads the category %s', async (category, input, output, mode) => {
    expect(await one({ category })).toMatchObject({ modalities: { input, output }, mode });
  });

  it('survives an endpoint without metadata and fields of other types', async () => {
    expect(await one(undefined)).toMatchObject({ id: 'a/b', name: null, status: null });
    expect(
      await one({ display_name: '', category: 7, status: 'deprecated', date: '2024-08-01T00:00:00.000Z' }),
    ).toMatchObject({
      name: null,
      status: 'deprecated',
      releaseDate: null,
    });
  });

  it('converts the prices of units that it knows', async () => {
    expect((await priced('images', 0.025)).cost).toMatchObject({ input: null, output: null, perImage: 0.025 });
    expect((await priced('seconds', '0.05')).cost.perSecond).toBe(0.05);
    expect((await priced('1000 characters', 0.1)).cost.perCharacter).toBe(0.0001);
    expect((await priced('1M output tokens', 2)).cost).toMatchObject({ input: null, output: 0.002 });
  });

  it('takes tokens of no direction for both, of a language model alone', async () => {
    for (const unit of ['tokens', '1000 tokens', '1m tokens'])
      expect((await priced(unit, 2, 'text-to-video')).pricing.status).toBe('unknown');
    expect((await priced('tokens', 0.000002)).cost).toMatchObject({ input: 0.002, output: 0.002 });
    expect((await priced('1000 tokens', 0.002)).cost).toMatchObject({ input: 0.002, output: 0.002 });
    expect((await priced('1m tokens', 2)).cost).toMatchObject({ input: 0.002, output: 0.002 });
  });

  it('prices megapixels, videos, and images by whether they go in or come out', async () => {
    expect((await priced('megapixels', 0.025, 'text-to-image')).cost).toMatchObject({ perMegapixel: 0.025 });
    expect((await priced('videos', 0.5, 'text-to-video')).cost).toMatchObject({ output: null, perRequest: 0.5 });
    const seen = await priced('images', 0.025, 'vision');
    expect(seen.cost).toMatchObject({ perInputImage: 0.025 });
    expect(seen.cost.perImage).toBeUndefined();
    expect((await priced('images', 0.04, 'image-to-image')).cost).toMatchObject({ perImage: 0.04 });
  });

  it.each(['compute seconds', 'units', 'steps', '', null])('knows no price per %s, and says so', async (unit) => {
    const { pricing: stated } = await priced(unit, 0.025, 'text-to-image');
    expect(stated).toMatchObject({ status: 'unknown', issues: [{ code: 'unknown-unit' }] });
  });

  it('takes none of two contrary prices', async () => {
    const body = prices(...[1, 2].map((unit_price) => ({ endpoint_id: 'a/b', unit: 'image', unit_price })));
    const catalog = await readBody(source, 'api', {
      [list]: page([{ endpoint_id: 'a/b', metadata: { category: 'text-to-image' } }]),
      [pricing('a/b')]: body,
    });
    expect(catalog.items[0]?.pricing).toMatchObject({ status: 'unknown', issues: [{ code: 'ambiguous-price' }] });
  });

  it.each([
    { next_cursor: null, has_more: true },
    { next_cursor: '', has_more: true },
  ])('fails where there are more pages than it can ask for: %j', (end) =>
    expect(readBody(source, 'api', { [list]: page([{ endpoint_id: 'a' }], end) })).rejects.toMatchObject({
      name: 'ShapeError',
    }),
  );

  it('fails on a cursor that does not move on', () =>
    expect(
      readBody(source, 'api', {
        [list]: page([{ endpoint_id: 'a' }], { next_cursor: 'x', has_more: true }),
        [`${list}&cursor=x`]: page([{ endpoint_id: 'b' }], { next_cursor: 'x', has_more: true }),
      }),
    ).rejects.toMatchObject({ name: 'ShapeError' }));

  it('knows no price in another currency, and none that is 0', async () => {
    expect((await priced('images', 1, 'text-to-image', 'EUR')).pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'no-list-price', detail: 'priced 1 EUR per images' }],
    });
    expect((await priced('images', 0, 'text-to-image')).pricing.status).toBe('unknown');
  });

  it('follows the cursors of the list and of the prices, and asks for 50 prices at a time', async () => {
    const ids = Array.from({ length: 60 }, (_, i) => `v/m${i}`);
    const more = { next_cursor: 'a+b==', has_more: true };
    const firstPrices = pricing(...ids.slice(0, 50));
    const { items: models } = await readBody(source, 'api', {
      [list]: page(
        ids.map((endpoint_id) => ({ endpoint_id })),
        more,
      ),
      [`${list}&cursor=a%2Bb%3D%3D`]: page([{ endpoint_id: 'last/page' }], { next_cursor: 'stale', has_more: false }),
      [firstPrices]: JSON.stringify({ prices: [{ endpoint_id: 'v/m0', unit: 'image', unit_price: 1 }], ...more }),
      [`${firstPrices}&cursor=a%2Bb%3D%3D`]: prices({ endpoint_id: 'v/m1', unit: 'image', unit_price: 2 }),
      [pricing(...ids.slice(50))]: prices({ endpoint_id: 'v/m59', unit: 'image', unit_price: 3 }),
    });
    expect(models).toHaveLength(61);
    expect(models.flatMap(({ id, cost }) => (cost.perImage ? [[id, cost.perImage]] : []))).toEqual([
      ['v/m0', 1],
      ['v/m1', 2],
      ['v/m59', 3],
    ]);
  });

  it.each([undefined, '<html></html>'])('does without the prices: %j', async (body) => {
    const catalog = await readBody(source, 'api', {
      [list]: page([{ endpoint_id: 'a/b' }]),
      ...(body && { [pricing('a/b')]: body }),
    });
    expect(catalog.items).toMatchObject([{ id: 'a/b', pricing: { status: 'unknown' } }]);
    expect(catalog.faults).toMatchObject([
      { endpoint: 'api', request: 'prices', url: pricing('a/b'), kind: body ? 'shape' : 'http' },
    ]);
  });

  it('reads the other pages of the older list and leaves out what is private or removed', async () => {
    const at = (number: number) => `https://fal.ai/api/models?page=${number}`;
    const {
      items: models,
      skipped,
      faults,
    } = await readBody(source, 'legacy', {
      [at(1)]: JSON.stringify({ items: [{ id: 'a/1', removed: false, deprecated: true }], pages: 3 }),
      [at(3)]: JSON.stringify({
        items: [
          { id: 'a/3', private: true },
          { id: 'a/4', modelLab: 'Bria' },
        ],
      }),
    });
    expect(models.map(({ id, status, ownedBy }) => [id, status, ownedBy])).toEqual([
      ['a/1', 'deprecated', null],
      ['a/4', null, 'Bria'],
    ]);
    expect(skipped).toBe(1);
    expect(faults).toMatchObject([{ endpoint: 'legacy', request: 'others', url: at(2), kind: 'http' }]);
  });

  it('rejects a row without an id alone', async () => {
    const catalog = await readBody(source, 'api', { [list]: page([{ metadata: {} }, 3, { endpoint_id: 'a' }]) });
    expect([catalog.items.length, catalog.letters.length]).toEqual([1, 2]);
  });

  it('prices a model in the units of the recorded answer', async () => {
    const catalog = await readBody(source, 'api', {
      [list]: page([{ endpoint_id: 'fal-ai/flux/dev', metadata: { category: 'text-to-image' } }]),
      [pricing('fal-ai/flux/dev')]: prices({
        endpoint_id: 'fal-ai/flux/dev',
        unit_price: 0.025,
        unit: 'megapixels',
        currency: 'USD',
      }),
    });
    expect(pricesOf(catalog, 'fal-ai/flux/dev')).toEqual({ perMegapixel: 0.025 });
  });

  it('tells a price in a key that it does not read', async () => {
    const catalog = await readBody(source, 'api', {
      [list]: page([{ endpoint_id: 'a/b', metadata: { category: 'text-to-image' } }]),
      [pricing('a/b')]: prices({ endpoint_id: 'a/b', unit: 'images', unit_price: 0, minimum_price: 0.5 }),
    });
    expect(catalog.items[0]?.pricing).toMatchObject({
      status: 'unknown',
      issues: expect.arrayContaining([
        { code: 'unread-price', detail: 'prices[].minimum_price: 0.5 is not read' },
      ]) as unknown,
    });
  });

  it.each(['<html></html>', '{}', '[]', '', '{"error":"x"}', '{"models":[]}'])('fails on %j', async (body) => {
    for (const endpoint of ['api', 'legacy'])
      await expect(readBody(source, endpoint, body)).rejects.toMatchObject({ name: 'ShapeError' });
  });
});
