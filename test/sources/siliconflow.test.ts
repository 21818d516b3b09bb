import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fill } from '../../src/sources/fill.js';
import { siliconflow } from '../../src/sources/siliconflow.js';
import { siliconflowCn } from '../../src/sources/siliconflow-cn.js';
import { modelOf, pricesOf, readBody, readRecorded, recordingsDir } from './harness.js';

const urls = {
  list: 'https://api.siliconflow.com/v1/models',
  page: 'https://www.siliconflow.com/pricing',
  catalog: 'https://models.dev/api.json',
};
const recordedPage = readFileSync(join(recordingsDir, 'siliconflow/response.pricing.html'), 'utf8');

const piece = (text: string) => `<div><p class="framer-text"><span>${text}</span></p></div>`;
const card = (...pieces: string[]) =>
  `<div data-framer-name="LLM - Desktop">${pieces.map(piece).join('')}<a href="./models/x">${piece('Details')}</a></div>`;
const header = (...titles: string[]) => `<div data-framer-name="Header - Desktop">${titles.map(piece).join('')}</div>`;
const page = (...parts: string[]) => `<!doctype html><html><body><section>${parts.join('')}</section></body></html>`;
const list = (...ids: unknown[]) =>
  JSON.stringify({ object: 'list', data: ids.map((id) => ({ id, created: 0, owned_by: '' })) });
const entry = (...ids: string[]) =>
  JSON.stringify({
    siliconflow: { models: Object.fromEntries(ids.map((id) => [id, { id, limit: { context: 1_048_576 } }])) },
  });
const one = async (...pieces: string[]) => (await readBody(siliconflow, 'pricing', page(card(...pieces)))).items[0]!;

describe('siliconflow', () => {
  it('joins the recorded list with the recorded prices', async () => {
    const catalog = await readRecorded(siliconflow, 'api');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([76, 76, 0]);
    expect(modelOf(catalog, 'zai-org/GLM-5.1').cost).toMatchObject({
      input: 0.00119,
      cacheRead: 0.0006,
      output: 0.00374,
    });
    expect(modelOf(catalog, 'zai-org/GLM-4.5-Air').cost).toMatchObject({
      input: 0.00014,
      cacheRead: null,
      output: 0.00086,
    });
    expect(modelOf(catalog, 'tencent/Hy3').cost).toMatchObject({
      input: 0.000132,
      cacheRead: 0.000033,
      output: 0.000528,
    });
    expect(modelOf(catalog, 'Qwen/Qwen-Image')).toMatchObject({ mode: null, pricing: { status: 'unknown' } });
  });

  it('takes the context from the catalog, not from the rounded figures of the page', async () => {
    const models = fill(
      (await readRecorded(siliconflow, 'api')).items,
      (await readRecorded(siliconflow, 'catalog')).items,
      'catalog:models.dev',
    );
    const glm = models.find(({ id }) => id === 'zai-org/GLM-5.2');
    expect(glm).toMatchObject({
      pricing: { source: 'provider' },
      from: { 'limit.context': 'catalog:models.dev' },
    });
  });

  it('reads the price page without a key, under the ids of the catalog', async () => {
    const catalog = await readRecorded(siliconflow, 'pricing');
    expect(catalog.letters).toEqual([]);
    expect(modelOf(catalog, 'Qwen/Qwen2.5-72B-Instruct').cost).toMatchObject({ input: 0.00059, output: 0.00059 });
    expect(modelOf(catalog, 'Kimi-K3').pricing.status).toBe('priced');
  });

  it('reads the price page alone', async () => {
    const catalog = await readBody(siliconflow, 'pricing', { [urls.page]: recordedPage });
    expect(catalog.items).toHaveLength(55);
    expect(catalog.faults).toMatchObject([{ endpoint: 'pricing', request: 'known', kind: 'http' }]);
    expect(modelOf(catalog, 'GLM-5.1')).toMatchObject({ limit: { context: 205_000 }, cost: { input: 0.00119 } });
  });

  it('reads the list without the price page', async () => {
    const catalog = await readBody(siliconflow, 'api', { [urls.list]: list('a/b', 7) });
    expect(catalog).toMatchObject({
      items: [{ id: 'a/b', ownedBy: 'a', releaseDate: null }],
      letters: [{ path: 'id' }],
      faults: [
        { endpoint: 'api', request: 'cards', kind: 'http' },
        { endpoint: 'api', request: 'known', kind: 'http' },
      ],
    });
  });

  it('names a price page or catalog in another form as a fault', async () => {
    const bodies = { [urls.list]: list('a/b'), [urls.page]: '<html></html>', [urls.catalog]: '{}' };
    expect(await readBody(siliconflow, 'api', bodies)).toMatchObject({
      items: [{ id: 'a/b' }],
      faults: [
        { endpoint: 'api', request: 'cards', kind: 'shape' },
        { endpoint: 'api', request: 'known', kind: 'shape' },
      ],
    });
  });

  it('joins names in any case, but never with two ids or behind a prefix', async () => {
    const catalog = await readBody(siliconflow, 'api', {
      [urls.list]: list('x/Model-A', 'y/Twin', 'z/twin', 'Pro/v/Model-B', 'v/Model-B'),
      [urls.page]: page(...['MODEL-A', 'Twin', 'model-b'].map((name) => card(name, '$', '1', '$', '2'))),
    });
    expect(catalog.items.map(({ id, cost }) => [id, cost.input])).toEqual([
      ['x/Model-A', 0.001],
      ['y/Twin', null],
      ['z/twin', null],
      ['Pro/v/Model-B', null],
      ['v/Model-B', 0.001],
    ]);
  });

  it('waits for the exact context only where the catalog has the model', async () => {
    const catalog = await readBody(siliconflow, 'pricing', {
      [urls.page]: page(card('A', '1049K', '$', '1', '$', '2'), card('B', '164K', '$', '1', '$', '2')),
      [urls.catalog]: entry('v/A'),
    });
    expect(catalog.items.map(({ id, limit, pricing }) => [id, limit.context, pricing.issues[0]?.code])).toEqual([
      ['v/A', null, undefined],
      ['B', 164_000, 'name-only'],
    ]);
  });

  it('takes two prices as input and output, three with the cached one between', async () => {
    expect((await one('A', '$', '0.14', '$', '0.28')).cost).toMatchObject({
      input: 0.00014,
      cacheRead: null,
      output: 0.00028,
    });
    expect((await one('A', '33K', '$0.14', '$0.028', '$0.28')).cost).toMatchObject({
      input: 0.00014,
      cacheRead: 0.000028,
      output: 0.00028,
    });
    expect((await one('A', '$1', '$0', '$2')).cost).toMatchObject({ input: 0.001, cacheRead: null, output: 0.002 });
    for (const pieces of [
      ['A', '33K', '$', '0.14'],
      ['A', '$0.06', '/Image', '$0.07'],
    ])
      expect((await one(...pieces)).pricing).toMatchObject({
        status: 'unknown',
        issues: [{ code: 'unread-price' }, { code: 'name-only' }],
      });
  });

  it('follows the header where the columns stand in another order', async () => {
    const body = page(
      header('Model Name', 'Output', 'Input', 'Cached Input'),
      card('A', '$', '3', '$', '1', '$', '0.5'),
      card('B', '$', '3', '$', '1'),
    );
    const { items: models } = await readBody(siliconflow, 'pricing', body);
    expect(models.map(({ cost }) => [cost.input, cost.cacheRead, cost.output])).toEqual([
      [0.001, 0.0005, 0.003],
      [0.001, null, 0.003],
    ]);
  });

  it('takes a row that is repeated for other screens once', async () => {
    const row = card('A', '$', '1', '$', '2');
    const body = page(`<div data-framer-name="LLM list">${row}${row.replace('Desktop', 'Phone')}</div>`);
    expect((await readBody(siliconflow, 'pricing', body)).rows).toBe(1);
  });

  it.each([
    '<html><body>Not found</body></html>',
    '',
    '{"error":"x"}',
    page('<div data-framer-name="Image - Desktop">Qwen-Image $0.06/Image</div>'),
  ])('fails on a page without language models: %j', (body) =>
    expect(readBody(siliconflow, 'pricing', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});

describe('siliconflow-cn', () => {
  it('lists ids without a price, and the lab behind a prefix', async () => {
    const { items: models } = await readBody(
      siliconflowCn,
      'api',
      list('Pro/deepseek-ai/DeepSeek-V3', 'Qwen/Qwen3-8B'),
    );
    expect(models).toMatchObject([
      { id: 'Pro/deepseek-ai/DeepSeek-V3', ownedBy: 'deepseek-ai', pricing: { status: 'unknown' } },
      { id: 'Qwen/Qwen3-8B', ownedBy: 'Qwen' },
    ]);
  });

  it('takes prices in dollars from the catalog, a 0 for none', async () => {
    const catalog = await readRecorded(siliconflowCn, 'catalog');
    // "cost":{"input":1.4,"output":4.4,"cache_write":0} USD per 1M
    expect(pricesOf(catalog, 'zai-org/GLM-5.2')).toEqual({ input: 0.0014, output: 0.0044 });
    expect(pricesOf(catalog, 'zai-org/GLM-4.5-Air')).toEqual({ input: 0.00014, output: 0.00086 });
    expect(pricesOf(catalog, 'Qwen/Qwen2.5-72B-Instruct')).toEqual({ input: 0.00059, output: 0.00059 });
    expect(modelOf(catalog, 'zai-org/GLM-5.2')).toMatchObject({
      limit: { context: 1_049_000, output: 262_000 },
      pricing: { source: 'catalog:models.dev' },
    });
  });
});
