import { describe, expect, it } from 'vitest';
import { parasail as source } from '../../src/sources/parasail.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const one = async (row: object) =>
  (await readBody(source, 'prices', JSON.stringify([{ externalAlias: 'parasail-x', ...row }]))).items[0]!;

const entry = (name: string, ...prices: string[]) =>
  `<div class="ptbl-row"><div class="mdl"><span class="ep">${name}</span></div>${prices
    .map((price) => `<div><span class="num">${price}</span></div>`)
    .join('')}</div>`;

describe('parasail', () => {
  it('reads every recorded row of the feed', async () => {
    const catalog = await readRecorded(source, 'prices');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([43, 43, 0]);
    expect(modelOf(catalog, 'parasail-deepseek-v4-flash')).toMatchObject({
      limit: { context: 1_048_576 },
      cost: { input: 0.00014, output: 0.00028, cacheRead: 0.00007 },
    });
    expect(modelOf(catalog, 'parasail-deepseek-v4-pro-0813').cost.cacheRead).toBe(0.000044);
    expect(modelOf(catalog, 'parasail-qwen3vl-8b-instruct')).toMatchObject({
      modalities: { input: ['text', 'image'] },
      cost: { input: 0.00025, output: 0.00075, cacheRead: 0.00012 },
    });
    expect(modelOf(catalog, 'parasail-bge-m3')).toMatchObject({
      mode: 'embedding',
      cost: { input: 0.00001, output: null },
    });
    expect(modelOf(catalog, 'parasail-resemble-tts-en')).toMatchObject({
      mode: 'speech',
      limit: { context: null },
      cost: { input: null, output: null, perCharacter: 0.0000185 },
    });
  });

  it('has no cached price for 0 and null, and no free model', async () => {
    for (const cachedCost of [0, null, undefined, '0', {}])
      expect((await one({ inputCost: '0.5', outputCost: 1, cachedCost })).cost).toMatchObject({
        input: 0.0005,
        output: 0.001,
        cacheRead: null,
      });
    expect((await one({ inputCost: 0, outputCost: 0 })).pricing.status).toBe('unknown');
    expect((await one({ inputCost: -1, tags: null })).cost.input).toBeNull();
  });

  it('reads the feed at its newer host, with names, tasks and output limits', async () => {
    const row = { contextLength: 262144, inputCost: 0.5, outputCost: 2, cachedCost: null };
    const body = JSON.stringify([
      {
        ...row,
        externalAlias: 'parasail-glm-52',
        modelName: 'RedHatAI/GLM-5.2-NVFP4',
        displayName: 'GLM 5.2',
        maxCompletionTokens: 65536,
        engineTask: 'chat',
        tags: ['multimodal'],
      },
      { ...row, externalAlias: 'parasail-voice', engineTask: 'audio', tags: ['TTS'] },
      { ...row, externalAlias: 'parasail-paint', engineTask: 'diffusion' },
      { ...row, externalAlias: 'acme-private-7b', engineTask: 'chat' },
    ]);
    const catalog = await readBody(source, 'platform', body);
    expect(catalog.skipped).toBe(1);
    expect(modelOf(catalog, 'parasail-glm-52')).toMatchObject({
      name: 'GLM 5.2',
      mode: 'chat',
      modalities: { input: ['text', 'image'] },
      openWeights: true,
      limit: { context: 262_144, output: 65_536 },
      cost: { input: 0.0005, output: 0.002, cacheRead: null },
    });
    expect(modelOf(catalog, 'parasail-voice')).toMatchObject({
      mode: 'speech',
      cost: { input: null, perCharacter: 0.0000005 },
    });
    expect(modelOf(catalog, 'parasail-paint')).toMatchObject({
      mode: 'other',
      cost: { input: null, output: null },
      pricing: { status: 'unknown', issues: [{ code: 'unknown-unit' }] },
    });
    expect(source.endpoints.map(({ name }) => name)).toEqual(['platform', 'prices', 'api', 'page']);
  });

  it('tells speech and embeddings by whole words of the alias or by tag', async () => {
    const mode = async (externalAlias: string, ...tags: string[]) => (await one({ externalAlias, tags })).mode;
    expect(await mode('parasail-bge-reranker-v2')).toBe('rerank');
    expect(await mode('parasail-bge-large')).toBe('embedding');
    expect(await mode('parasail-x', 'TTS')).toBe('speech');
    expect(await mode('parasail-ui-tars-1p5-7b')).toBeNull();
    expect(await mode('parasail-embedded-coder')).toBeNull();
  });

  it('takes each model of the keyed list once, under its own alias', async () => {
    const ids = ['parasail-glm-52', 'zai-org/GLM-5.2', 'Parasail-GLM-52', 'parasail-kimi-k26', 'moonshotai/kimi-k2.6'];
    const body = JSON.stringify({ data: [...ids.map((id) => ({ id })), { id: null }] });
    const catalog = await readBody(source, 'api', body);
    expect(catalog.items.map(({ id }) => id)).toEqual(['parasail-glm-52', 'parasail-kimi-k26']);
    expect(catalog.letters).toHaveLength(1);
  });

  it('reads the recorded page down to the GPUs', async () => {
    const catalog = await readRecorded(source, 'page');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([11, 11, 0]);
    expect(modelOf(catalog, 'GLM-5.2').cost).toMatchObject({ input: 0.0014, output: 0.0044, cacheRead: 0.00026 });
    expect(modelOf(catalog, 'GLM-5.2').pricing.issues).toMatchObject([{ code: 'name-only' }]);
    expect(modelOf(catalog, 'gpt-oss-120b (Fast)').cost).toMatchObject({
      input: 0.00015,
      output: 0.0006,
      cacheRead: null,
    });
    expect(modelOf(catalog, 'BGE-M3').cost).toMatchObject({ input: 0.00001, output: null });
    expect(modelOf(catalog, 'Resemble TTS (English)').cost).toMatchObject({ input: null, perCharacter: 0.0000185 });
  });

  it('keeps the places of the prices and cuts the page at its headings', async () => {
    const body = [
      entry('Before', '$9'),
      '<nav><a>Per-token model pricing</a><a>Reserved GPU pricing</a></nav>',
      '<h2>Per-token <em>model</em> pricing</h2><h3>Language models</h3>',
      entry('A', '$1.00', '—', '$0.10'),
      '<h2>Self-service batch pricing</h2>',
      entry('A', '$0.50'),
      '<h2>Reserved GPU pricing</h2>',
      entry('H100', '$2.00'),
    ].join('');
    const { items: models } = await readBody(source, 'page', body);
    expect(models.map(({ id, cost }) => [id, cost.input, cost.output, cost.cacheRead])).toEqual([
      ['A', 0.001, null, 0.0001],
    ]);
  });

  it('rejects a row without an alias alone', async () => {
    const catalog = await readBody(
      source,
      'prices',
      JSON.stringify([{}, { externalAlias: 3 }, { externalAlias: 'a' }]),
    );
    expect([catalog.items.length, catalog.letters.length]).toEqual([1, 2]);
  });

  it('tells a price that it does not read', async () => {
    expect((await one({ inputCost: 0, outputCost: 0, imageCost: 3 })).pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'zero-price' }, { code: 'unread-price', detail: 'imageCost: 3 is not read' }],
    });
  });

  it.each(['<html></html>', '{}', '[]', '', '{"error":"x"}', `<h2>Reserved GPU pricing</h2>${entry('A', '$1')}`])(
    'fails on %j',
    async (body) => {
      for (const endpoint of ['prices', 'api', 'page'])
        await expect(readBody(source, endpoint, body)).rejects.toMatchObject({ name: 'ShapeError' });
    },
  );
});
