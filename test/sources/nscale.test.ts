import { describe, expect, it } from 'vitest';
import { nscale } from '../../src/sources/nscale.js';
import { modelOf, readBody, readRecorded } from './harness.js';
import { notLists, shapeFault } from './notLists.js';

const one = async (row: object) =>
  (await readBody(nscale, 'api', JSON.stringify({ data: [{ id: 'a/b', ...row }] }))).items[0]!;

describe('nscale', () => {
  it('converts the recorded prices from USD per 1M', async () => {
    const catalog = await readRecorded(nscale, 'api');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([23, 23, 0]);
    expect(modelOf(catalog, 'deepseek-ai/DeepSeek-R1-Distill-Llama-8B')).toMatchObject({
      ownedBy: 'deepseek-ai',
      cost: { input: 0.00005, output: 0.00005 },
      limit: { context: 131_072 },
      openWeights: true,
    });
    expect(modelOf(catalog, 'moonshotai/Kimi-K2.5').cost).toMatchObject({ input: 0.00045, output: 0.0022 });
    expect(modelOf(catalog, 'meta-llama/Llama-4-Scout-17B-16E-Instruct')).toMatchObject({
      cost: { input: 0.00009, output: 0.00029 },
      limit: { context: 890_000 },
    });
  });

  it('takes no price per megapixel for one of tokens', async () => {
    expect(modelOf(await readRecorded(nscale, 'api'), 'black-forest-labs/FLUX.1-schnell')).toMatchObject({
      mode: 'image',
      cost: { input: null, output: null, perMegapixel: 0.0013 },
      pricing: { status: 'priced', issues: [] },
    });
    for (const id of ['stabilityai/stable-diffusion-xl-base-1.0', 'FLUX.2'])
      expect(await one({ id, pricing: { input: 0.1, output: 0.0013 } })).toMatchObject({
        cost: { input: null, output: null, perMegapixel: 0.0013 },
        pricing: { issues: [{ code: 'unknown-unit' }] },
      });
    expect((await one({ pricing: { input: 0, output: 0.0008 } })).cost.output).toBeNull();
    expect((await one({ id: 'a/influx-7b', pricing: { input: 0.1, output: 0.2 } })).cost.output).toBe(0.0002);
  });

  it('has an input price alone for embeddings', async () => {
    expect(modelOf(await readRecorded(nscale, 'api'), 'Qwen/Qwen3-Embedding-8B').cost).toMatchObject({
      input: 0.00004,
      output: null,
    });
  });

  it('takes prices as strings, and 0 for nothing', async () => {
    expect((await one({ pricing: { input: '0.05', output: '0.2' } })).cost).toMatchObject({
      input: 0.00005,
      output: 0.0002,
    });
    expect((await one({ pricing: { input: 0, output: 0 } })).pricing.status).toBe('unknown');
  });

  it("reads the router's recorded entries without a key", async () => {
    const catalog = await readRecorded(nscale, 'router');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([20, 20, 0]);
    expect(modelOf(catalog, 'Qwen/QwQ-32B')).toMatchObject({
      cost: { input: 0.00018, output: 0.0002 },
      limit: { context: 131_072 },
      openWeights: true,
    });
  });

  it('tells a price that it does not read, and one that varies', async () => {
    expect((await one({ pricing: { input: 0, output: 0, per_second: 0.01 } })).pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'zero-price' }, { code: 'unread-price', detail: 'pricing.per_second: 0.01 is not read' }],
    });
    expect((await one({ pricing: { input: -1, output: -1 } })).pricing.status).toBe('variable');
  });

  describe.each(['api', 'router'])('%s', (endpoint) => {
    it.each(notLists)('fails on %j', (body) =>
      expect(readBody(nscale, endpoint, body)).rejects.toMatchObject(shapeFault),
    );
  });
});
