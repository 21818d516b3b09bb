import { describe, expect, it } from 'vitest';
import { llmgateway } from '../../src/sources/llmgateway.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const one = async (row: object) =>
  (await readBody(llmgateway, 'api', JSON.stringify({ data: [{ id: 'm', ...row }] }))).items[0]!;

describe('llmgateway', () => {
  it('converts every recorded row', async () => {
    const catalog = await readRecorded(llmgateway, 'api');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([181, 181, 0]);
    expect(modelOf(catalog, 'gpt-5.3-codex')).toMatchObject({
      name: 'GPT-5.3 Codex',
      ownedBy: 'openai',
      mode: 'chat',
      limit: { context: 400_000, output: null },
      capabilities: { toolCall: true, reasoning: true, structuredOutput: true, attachment: true, streaming: true },
      releaseDate: '2026-02-05',
      cost: { input: 0.00175, output: 0.014, cacheRead: 0.000175, cacheWrite: null, reasoning: null },
    });
    expect(modelOf(catalog, 'qwen3-30b-a3b-instruct-2507')).toMatchObject({
      capabilities: { reasoning: false },
      cost: { input: 0.0001, output: 0.0003, cacheRead: null },
    });
    expect(modelOf(catalog, 'claude-opus-4-1-20250805').cost).toMatchObject({
      input: 0.015,
      output: 0.075,
      cacheRead: 0.0015,
      cacheWrite: 0.01875,
    });
    expect(modelOf(catalog, 'auto')).toMatchObject({ pricing: { status: 'variable' }, cost: { input: null } });
    expect(modelOf(catalog, 'claude-haiku-4-5-free')).toMatchObject({
      pricing: { status: 'free' },
      cost: { input: 0, output: 0, cacheRead: null },
    });
  });

  it('takes 0 as free only where the row says so', async () => {
    const pricing = { prompt: '0', completion: '0', image: '0' };
    expect((await one({ pricing })).pricing.status).toBe('unknown');
    expect((await one({ pricing, free: false })).pricing.status).toBe('unknown');
    expect((await one({ pricing, free: true })).pricing.status).toBe('free');
    expect((await one({ pricing: { prompt: '1e-7', completion: '0' }, free: true })).cost).toMatchObject({
      input: 0.0001,
      output: null,
    });
  });

  it('prices images, pages and seconds', async () => {
    expect(await one({ pricing: { prompt: '0', image: '0.04' } })).toMatchObject({
      cost: { input: null, perImage: 0.04 },
    });
    expect(await one({ pricing: { ocr_page: '0.001' } })).toMatchObject({ mode: 'ocr', cost: { perPage: 0.001 } });
    expect((await one({ pricing: { per_second: { default: '0.1', '1080p': '0.1' } } })).cost).toMatchObject({
      perSecond: 0.1,
    });
    expect(await one({ pricing: { per_second: { '720p': '0.1', '4k': '0.4' } } })).toMatchObject({
      pricing: { status: 'variable' },
      tiers: [{ when: { variant: '720p' } }, { when: { variant: '4k' }, cost: { perSecond: 0.4 } }],
    });
  });

  it('takes a price per image for one of those read, where none is written', async () => {
    const costOf = async (...output_modalities: string[]) =>
      (await one({ architecture: { output_modalities }, pricing: { prompt: '1e-7', image: '0.04' } })).cost;
    expect(await costOf('text')).toMatchObject({ input: 0.0001, perInputImage: 0.04 });
    expect(await costOf('text', 'image')).toMatchObject({ perImage: 0.04 });
  });

  it('reads other prices of other providers, and leaves calls of tools out', async () => {
    const providers = [
      { providerId: 'b', pricing: { image: '0.05', web_search: '0.01', per_second: { '4k': '0.4' } } },
    ];
    const model = await one({ providers, pricing: { prompt: '0', image: '0.04', web_search: '0.01' } });
    expect(model.tiers).toEqual([{ when: { variant: 'b' }, cost: { perImage: 0.05, perSecond: 0.4 } }]);
    expect(model.pricing.issues).toEqual([]);
    expect((await one({ pricing: { prompt: '1e-7', per_song: '0.1' } })).pricing.issues).toMatchObject([
      { code: 'unread-price' },
    ]);
  });

  it('has a status that agrees with the dates', async () => {
    const statusOf = async (row: object) => (await one({ stability: 'stable', ...row })).status;
    expect(await statusOf({ deprecated_at: '2027-05-01' })).toBe('active');
    expect(await statusOf({ deprecated_at: '2025-05-01' })).toBe('deprecated');
    expect(await statusOf({ deactivated_at: '2025-06-01' })).toBe('retired');
  });

  it('keeps what other providers of the model ask', async () => {
    const providers = [
      { providerId: 'a', pricing: { prompt: '1e-7', completion: '2e-7' } },
      { providerId: 'b', pricing: { prompt: '3e-7', completion: '2e-7' } },
      { providerId: 'c' },
      null,
    ];
    expect(await one({ providers, pricing: { prompt: '1e-7', completion: '2e-7' } })).toMatchObject({
      cost: { input: 0.0001, output: 0.0002 },
      tiers: [{ when: { variant: 'b' }, cost: { input: 0.0003, output: 0.0002 } }],
      pricing: { status: 'priced' },
    });
  });

  it('asks the providers for tools, not the default parameters', async () => {
    const supported_parameters = ['temperature', 'tools'];
    expect((await one({ supported_parameters })).capabilities).toMatchObject({ toolCall: null, reasoning: null });
    const providers = [{ tools: false, streaming: 'only' }, { tools: false }];
    expect((await one({ supported_parameters, providers })).capabilities).toMatchObject({
      toolCall: false,
      streaming: true,
    });
    expect((await one({ supported_parameters: ['reasoning'] })).capabilities.reasoning).toBe(true);
  });

  it('reads the end, the stability and the kind of a model', async () => {
    expect(
      await one({ deprecated_at: '2026-05-01T00:00:00.000Z', deactivated_at: '2026-06-01', stability: 'stable' }),
    ).toMatchObject({ status: 'deprecated', deprecatedAt: '2026-05-01', retiresAt: '2026-06-01' });
    expect((await one({ stability: 'experimental' })).status).toBe('preview');
    expect((await one({ architecture: { output_modalities: ['embedding'] } })).mode).toBe('embedding');
    expect((await one({ architecture: { output_modalities: ['video'] } })).mode).toBe('video');
  });

  it('takes the creation for the release unless it is still to come, and no context of 0', async () => {
    expect((await one({ created: 1760000000 })).releaseDate).toBe('2025-10-09');
    expect(await one({ created: 1770249600, context_length: 0 })).toMatchObject({
      releaseDate: null,
      limit: { context: null },
    });
  });

  it.each(['<html></html>', '{}', '[]', '', '{"message":"Internal"}', '{"data":[]}'])('fails on %j', (body) =>
    expect(readBody(llmgateway, 'api', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
