import { describe, expect, it } from 'vitest';
import { ovhcloud as source } from '../../src/sources/ovhcloud.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const routers = 'https://catalog.endpoints.ai.ovh.net/rest/v2/openrouter';
const inference = 'https://oai.endpoints.kepler.ai.cloud.ovh.net/v1/models';
const list = (...data: unknown[]) => JSON.stringify({ data });
const one = async (pricing: unknown, rest: object = {}) =>
  (await readBody(source, 'list', list({ id: 'A_1', pricing, ...rest }))).items[0]!;

describe('ovhcloud', () => {
  it('reads the models of both recorded lists, each once', async () => {
    const catalog = await readRecorded(source, 'api');
    expect(catalog.letters).toEqual([]);
    expect(catalog.items.length).toBe(catalog.rows);
    expect(new Set(catalog.items.map(({ id }) => id)).size).toBe(24);
    expect(modelOf(catalog, 'gpt-oss-120b')).toMatchObject({
      cost: { input: 0.00009, output: 0.00047, cacheRead: null, cacheWrite: null },
      limit: { context: 131_072, output: 131_072 },
      openWeights: true,
      capabilities: { toolCall: true, reasoning: true, structuredOutput: true, temperature: true },
      // `created` is the day of the listing
      releaseDate: null,
    });
    expect(modelOf(catalog, 'Meta-Llama-3_3-70B-Instruct').cost).toMatchObject({ input: 0.00074, output: 0.00074 });
    expect(modelOf(catalog, 'bge-m3')).toMatchObject({
      ownedBy: 'BAAI',
      cost: { input: 0.00001 },
      limit: { context: 8192, output: null },
    });
  });

  it('reads the list of the inference API alone', async () => {
    const catalog = await readRecorded(source, 'list');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([24, 24, 0]);
    expect(modelOf(catalog, 'Qwen3.5-397B-A17B').cost).toMatchObject({ input: 0.00071, output: 0.00425 });
    expect(modelOf(catalog, 'whisper-large-v3').pricing.status).toBe('unknown');
    expect(modelOf(catalog, 'nvr-tts-en-us').ownedBy).toBeNull();
  });

  it('prefers the list for routers and does without the other one', async () => {
    const bodies = {
      [routers]: list({ id: 'gpt-oss-20b', pricing: { prompt: '0.00000005' } }),
      [inference]: list({ id: 'GPT-OSS-20B', pricing: { prompt: '1' } }, { id: 'bge-m3' }, 'x'),
    };
    const { items: models } = await readBody(source, 'api', bodies);
    expect(models.map(({ id, cost }) => [id, cost.input])).toEqual([
      ['gpt-oss-20b', 0.00005],
      ['bge-m3', null],
    ]);
    for (const other of [undefined, '<html></html>']) {
      const alone = { [routers]: bodies[routers], ...(other && { [inference]: other }) };
      const { items, faults } = await readBody(source, 'api', alone);
      expect(items).toHaveLength(1);
      expect(faults).toMatchObject([{ endpoint: 'api', request: 'others', kind: other ? 'shape' : 'http' }]);
    }
  });

  it('reads cache prices in the plural and drops zeros', async () => {
    const pricing = {
      prompt: '0.000001',
      completion: 0.000002,
      input_cache_reads: '0.0000005',
      request: '0',
      image: '0',
    };
    expect((await one({ ...pricing, input_cache_writes: '0' })).cost).toMatchObject({
      input: 0.001,
      output: 0.002,
      cacheRead: 0.0005,
      cacheWrite: null,
    });
    expect((await one({ ...pricing, image: '0.01' })).cost.perImage).toBe(0.01);
    // a model that writes text takes images in
    const seeing = await one({ ...pricing, image: '0.01' }, { context_length: 32768 });
    expect(seeing).toMatchObject({ mode: null, cost: { input: 0.001, perInputImage: 0.01 } });
    expect(seeing.cost.perImage).toBeUndefined();
    expect((await one({ ...pricing, audio: '0.01' })).pricing.issues).toMatchObject([{ code: 'unread-price' }]);
    expect((await one(pricing)).cost.perImage).toBeUndefined();
  });

  it('takes no other currency for dollars', async () => {
    expect((await one({ currency_unit: 'EUR', prompt: '0.00000067', completion: '0.000001' })).pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'no-list-price', detail: 'in EUR: 0.00000067 in, 0.000001 out per token' }],
    });
    expect((await one({ currency_unit: 'USD', prompt: '0.00000067' })).cost.input).toBe(0.00067);
  });

  it('survives what is missing or of another type', async () => {
    expect(
      await one(null, { hugging_face_id: '', context_length: '8192', max_completion_tokens: 0, created: 'x' }),
    ).toMatchObject({
      openWeights: null,
      limit: { context: 8192, output: null },
      releaseDate: null,
    });
    const catalog = await readBody(source, 'list', list({ id: 1 }, { id: 'a' }));
    expect([catalog.items.length, catalog.letters.length]).toEqual([1, 1]);
  });

  it.each(['<html></html>', '{}', '[]', '', '{"error":"x"}', '{"data":[]}'])('fails on %j', async (body) => {
    for (const endpoint of ['api', 'list'])
      await expect(readBody(source, endpoint, body)).rejects.toMatchObject({ name: 'ShapeError' });
  });
});
