import { describe, expect, it } from 'vitest';
import { wandb } from '../../src/sources/wandb.js';
import { modelOf, readBody, readRecorded } from './harness.js';
import { notLists, shapeFault } from './notLists.js';

const one = async (row: object, endpoint = 'analysis') =>
  (await readBody(wandb, endpoint, JSON.stringify({ data: [{ id: 'a/b', ...row }] }))).items[0]!;

describe('wandb', () => {
  it('converts the recorded prices from USD per token', async () => {
    const catalog = await readRecorded(wandb, 'analysis');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([28, 28, 0]);
    expect(modelOf(catalog, 'deepseek-ai/DeepSeek-V3.1')).toMatchObject({
      name: 'DeepSeek V3.1',
      ownedBy: 'deepseek-ai',
      cost: { input: 0.00055, output: 0.00165, cacheRead: 0.00055 },
      limit: { context: 161_000, output: 161_000 },
      capabilities: { toolCall: true, reasoning: false, structuredOutput: true, temperature: true },
      releaseDate: '2025-08-21',
    });
    expect(modelOf(catalog, 'openai/gpt-oss-120b').cost).toMatchObject({ input: 0.00003, output: 0.00017 });
    expect(modelOf(catalog, 'zai-org/GLM-5.2').cost).toMatchObject({
      input: 0.00076,
      output: 0.00242,
      cacheRead: 0.00014,
    });
  });

  it('takes the vendor off the name and nothing else', async () => {
    expect((await one({ name: 'Z.AI: GLM 5.1' })).name).toBe('GLM 5.1');
    expect((await one({ name: 'GLM 5.1:free' })).name).toBe('GLM 5.1:free');
  });

  it('reads the cache prices of older bodies', async () => {
    const pricing = { prompt: '0.000001', input_cache_reads: '0.0000001', input_cache_writes: '0.00000125' };
    expect((await one({ pricing })).cost).toMatchObject({ cacheRead: 0.0001, cacheWrite: 0.00125 });
  });

  it('has no price per request of "0" and one where there is one', async () => {
    expect((await one({ pricing: { prompt: '0.000001', request: '0' } })).cost).not.toHaveProperty('perRequest');
    expect((await one({ pricing: { prompt: '0.000001', request: '0.005' } })).cost.perRequest).toBe(0.005);
  });

  it('keeps the day of deprecation', async () => {
    expect((await one({ deprecation_date: '2026-10-01' })).deprecatedAt).toBe('2026-10-01');
    expect((await one({ deprecation_date: null })).deprecatedAt).toBeNull();
  });

  it('reads the list for OpenRouter the same way', async () => {
    expect((await one({ pricing: { prompt: '0.000001' } }, 'router')).cost.input).toBe(0.001);
  });

  it("converts the site's cents per 1e9 tokens", async () => {
    const row = {
      label: 'B',
      launchDate: '2025-08-21',
      contextWindow: 161000,
      featureReasoning: true,
      featureToolCalling: false,
      lifecycleStage: 'general-availability',
      modalitiesInput: ['Text', 'Image'],
      priceCentsPerBillionTokensInput: 22000,
      priceCentsPerBillionTokensOutput: 66000,
      priceCentsPerBillionTokensCached: 0,
    };
    const models = JSON.stringify({ models: [{ id: 'a/b', ...row }] });
    expect((await readBody(wandb, 'site', models)).items[0]).toMatchObject({
      name: 'B',
      cost: { input: 0.00022, output: 0.00066, cacheRead: null },
      limit: { context: 161_000 },
      capabilities: { reasoning: true, toolCall: false, structuredOutput: null, attachment: true },
      releaseDate: '2025-08-21',
      status: 'active',
    });
  });

  it('reads the ids of the keyed list', async () => {
    expect((await one({ created: 0 }, 'api')).releaseDate).toBeNull();
  });

  it('takes a 0 beside a price for none, and tells a price that it does not read', async () => {
    const pricing = { prompt: '0.000001', completion: '0', input_cache_read: '0', image: '0.002' };
    expect(await one({ pricing })).toMatchObject({
      cost: { input: 0.001, output: null, cacheRead: null },
      pricing: { issues: [{ code: 'unread-price', detail: 'pricing.image: 0.002 is not read' }] },
    });
    const site = { priceCentsPerBillionTokensInput: 22000, priceCentsPerBillionTokensImages: 5 };
    const models = JSON.stringify({ models: [{ id: 'a/b', ...site }] });
    expect((await readBody(wandb, 'site', models)).items[0]?.pricing.issues).toEqual([
      { code: 'unread-price', detail: 'priceCentsPerBillionTokensImages: 5 is not read' },
    ]);
  });

  it.each([
    ['general-availability', 'active'],
    ['Experimental', 'preview'],
    ['deprecated', 'deprecated'],
    ['RETIRED', 'retired'],
    ['sleeping', null],
  ])("reads the site's stage %s", async (lifecycleStage, status) => {
    const models = JSON.stringify({ models: [{ id: 'a/b', lifecycleStage }] });
    expect((await readBody(wandb, 'site', models)).items[0]?.status).toBe(status);
  });

  describe.each(['analysis', 'router', 'site', 'api'])('%s', (endpoint) => {
    it.each(notLists)('fails on %j', (body) =>
      expect(readBody(wandb, endpoint, body)).rejects.toMatchObject(shapeFault),
    );
  });
});
