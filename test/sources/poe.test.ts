import { describe, expect, it } from 'vitest';
import { poe } from '../../src/sources/poe.js';
import { modelOf, pricesOf, readBody, readRecorded } from './harness.js';

const one = async (row: object) =>
  (await readBody(poe, 'api', JSON.stringify({ object: 'list', data: [{ id: 'm', ...row }] }))).items[0]!;

describe('poe', () => {
  it('converts every recorded row', async () => {
    const catalog = await readRecorded(poe, 'api');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([137, 137, 0]);
    expect(modelOf(catalog, 'claude-sonnet-4.5')).toMatchObject({
      name: 'Claude-Sonnet-4.5',
      ownedBy: 'Anthropic',
      modalities: { input: ['text', 'image'], output: ['text'] },
      limit: { context: 983_040, output: 32_768 },
      capabilities: { toolCall: true, reasoning: null, attachment: true },
      releaseDate: null,
      cost: { input: 0.0026, output: 0.013, cacheRead: 0.00026, cacheWrite: 0.0032 },
    });
    expect(modelOf(catalog, 'gpt-5').cost).toMatchObject({ input: 0.0011, output: 0.009, cacheRead: 0.00011 });
    // 0.85, 4.3, 0.085 and 1.1 USD per 1M
    expect(pricesOf(catalog, 'claude-haiku-4.5')).toEqual({
      input: 0.00085,
      output: 0.0043,
      cacheRead: 0.000085,
      cacheWrite: 0.0011,
    });
    expect(modelOf(catalog, 'kimi-k2.5-fw').pricing.status).toBe('unknown');
    expect(modelOf(catalog, 'dall-e-3')).toMatchObject({ mode: 'image', pricing: { status: 'unknown' } });
  });

  it('keeps odd digits, and leaves the price of requests out', async () => {
    const pricing = { prompt: '0.0000025253', completion: null, request: '18.00', image: '0.03' };
    expect((await one({ pricing })).cost).toEqual({
      ...(await one({ pricing: null })).cost,
      input: 0.0025253,
      perImage: 0.03,
    });
    expect((await one({ pricing: { prompt: null, completion: null } })).pricing.status).toBe('unknown');
  });

  it('calls -1 a price that depends on the call', async () => {
    const { cost, pricing } = await one({ pricing: { prompt: '-1', completion: '-1' } });
    expect([pricing.status, cost.input, cost.output]).toEqual(['variable', null, null]);
  });

  it('finds limits, modalities and reasoning where they are', async () => {
    const parameters = [{ name: 'enable_thinking' }, { name: 'max_output_tokens', schema: { maximum: 8192 } }, 7];
    const description = 'A bot. Context Window: 1,000,000 tokens.';
    const architecture = { input_modalities: [], output_modalities: null, modality: 'text,image->text' };
    expect(await one({ parameters, description, architecture, context_window: null })).toMatchObject({
      limit: { context: 1_000_000, output: null },
      modalities: { input: ['text', 'image'], output: ['text'] },
      capabilities: { reasoning: true, toolCall: null },
    });
    expect((await one({ reasoning: { budget: 1 } })).capabilities.reasoning).toBe(true);
    expect((await one({ context_length: 5, context_window: { context_length: '9' } })).limit.context).toBe(9);
  });

  it('takes the limit of the window, not the end of a slider', async () => {
    const parameters = [{ name: 'max_output_tokens', schema: { maximum: 8192 } }];
    const context_window = { context_length: 200_000, max_output_tokens: 64_000 };
    expect((await one({ parameters, context_window })).limit).toEqual({
      context: 200_000,
      input: null,
      output: 64_000,
    });
    expect((await one({ parameters })).limit.output).toBeNull();
  });

  it('says why there is no price', async () => {
    const issues = async (pricing: unknown) => (await one({ pricing })).pricing.issues;
    expect(await issues({ prompt: null, request: '18.00' })).toEqual([
      { code: 'unknown-unit', detail: 'request: 18.00 USD, for one or for 1,000 of them' },
    ]);
    expect(await issues(null)).toEqual([
      { code: 'no-price', detail: 'the list has no price of it: it is free or paid in points' },
    ]);
    expect(await issues({ prompt: '0.000001', video_second: '0.1' })).toMatchObject([{ code: 'unread-price' }]);
  });

  it('reads rows of 2025', async () => {
    expect(await one({ id: 'Claude-Sonnet-4.5', owned_by: 'poe', created: 1779377367791 })).toMatchObject({
      id: 'Claude-Sonnet-4.5',
      ownedBy: null,
      releaseDate: null,
    });
    const endpoints = { supported_endpoints: ['/v1/chat/completions'], architecture: { output_modalities: ['text'] } };
    expect(await one({ ...endpoints, supported_features: [] })).toMatchObject({
      mode: 'chat',
      capabilities: { toolCall: false },
    });
  });

  it("takes the vendor off the catalog's ids", async () => {
    const catalog = await readRecorded(poe, 'catalog');
    expect(modelOf(catalog, 'elevenlabs-v3').name).toBe('ElevenLabs-v3');
    expect(catalog.items.filter(({ id }) => id.includes('/'))).toEqual([]);
  });

  it('reads a 0 beside a price as none', async () => {
    const pricing = { prompt: '0', completion: '0.00001', input_cache_read: '0' };
    expect((await one({ pricing })).cost).toMatchObject({ input: null, output: 0.01, cacheRead: null });
    expect((await one({ pricing: { prompt: '0', completion: '0' } })).pricing.status).toBe('unknown');
  });

  it.each(['<html></html>', '{}', '[]', '', '{"error":{"message":"no"}}', '{"data":[]}'])('fails on %j', (body) =>
    expect(readBody(poe, 'api', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
