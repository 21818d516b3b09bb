import { describe, expect, it } from 'vitest';
import { kilo } from '../../src/sources/kilo.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const one = async (row: object) =>
  (await readBody(kilo, 'api', JSON.stringify({ data: [{ id: 'a/b', ...row }] }))).items[0]!;

describe('kilo', () => {
  it('converts every recorded row', async () => {
    const catalog = await readRecorded(kilo, 'api');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([345, 345, 0]);
    expect(modelOf(catalog, 'stealth/claude-opus-4.7')).toMatchObject({
      name: 'Claude Opus 4.7',
      modalities: { input: ['image', 'pdf', 'text'], output: ['text'] },
      limit: { context: 1_000_000, output: 128_000 },
      capabilities: { toolCall: true, reasoning: true, structuredOutput: false, temperature: false, attachment: true },
      releaseDate: null,
      cost: { input: 0.004, output: 0.02, cacheRead: 0.0004, cacheWrite: 0.005 },
    });
    expect(modelOf(catalog, 'qwen/qwen-plus-2025-07-28:thinking')).toMatchObject({
      name: 'Qwen Plus 0728 (thinking)',
      cost: { input: 0.00026, output: 0.00078 },
    });
    expect(modelOf(catalog, 'openai/gpt-4o-2024-11-20')).toMatchObject({
      name: 'GPT-4o (2024-11-20)',
      cost: { input: 0.0025, output: 0.01, cacheRead: 0.00125 },
    });
    expect(modelOf(catalog, 'openrouter/auto')).toMatchObject({
      cost: { input: null },
      pricing: { status: 'variable' },
    });
    expect(modelOf(catalog, 'kilo-auto/free')).toMatchObject({
      releaseDate: null,
      cost: { input: 0 },
      pricing: { status: 'free' },
    });
  });

  it('cuts notes off the name, and nothing else', async () => {
    const names = ['Qwen: Max (50% off)', 'Qwen: Max (free) (new)', 'Max (alpha)', 'Max (free) Pro'];
    const read = await Promise.all(names.map(async (name) => (await one({ name })).name));
    expect(read).toEqual(['Max', 'Max', 'Max (alpha)', 'Max (free) Pro']);
  });

  it('takes 0 as free only where the row says so', async () => {
    const pricing = { prompt: '0', completion: '0.000000000000', request: '0', image: '0' };
    expect((await one({ pricing, isFree: false })).pricing.status).toBe('unknown');
    expect((await one({ pricing })).pricing.status).toBe('unknown');
    expect((await one({ pricing, isFree: true })).cost).toMatchObject({ input: 0, output: 0, inputImage: null });
    expect((await one({ pricing, id: 'a/b:free' })).pricing.status).toBe('free');
    expect((await one({ pricing: { prompt: '0.000001' }, isFree: true })).pricing.status).toBe('priced');
  });

  it('keeps other units apart', async () => {
    const pricing = { prompt: 0.000001, completion: '0.000002', request: '0.005', web_search: '0.01' };
    expect((await one({ pricing })).cost).toMatchObject({ input: 0.001, output: 0.002, perRequest: 0.005 });
  });

  it('takes the storage price of a Google model for no cache write, and a dearer one for one', async () => {
    const pricing = { prompt: '0.0000003', completion: '0.0000025', input_cache_write: '0.000000083333' };
    const google = await one({ id: 'google/gemini-2.5-flash', pricing });
    expect([google.cost.cacheWrite, google.pricing.issues[0]?.code]).toEqual([null, 'cache-storage']);
    expect((await one({ id: 'anthropic/claude', pricing })).cost.cacheWrite).toBe(0.000083333);
    const dearer = { ...pricing, input_cache_write: '0.000000375' };
    expect((await one({ id: 'google/gemini-2.5-flash', pricing: dearer })).cost.cacheWrite).toBe(0.000375);
  });

  it('survives rows that say little', async () => {
    expect(await one({ expiration_date: '2098-12-31', created: 0, supported_parameters: null })).toMatchObject({
      retiresAt: null,
      releaseDate: null,
      capabilities: { toolCall: null },
    });
    expect((await one({ expiration_date: '2026-09-01', top_provider: { context_length: 8 } })).retiresAt).toBe(
      '2026-09-01',
    );
  });

  it('puts image and audio tokens in their own fields', async () => {
    const pricing = {
      prompt: '0.000001',
      completion: '0.000002',
      image: '0.000004',
      image_output: '0.00003',
      audio: '0.000005',
      audio_output: '0.00002',
    };
    expect((await one({ pricing })).cost).toMatchObject({
      input: 0.001,
      output: 0.002,
      inputImage: 0.004,
      outputImage: 0.03,
      inputAudio: 0.005,
      outputAudio: 0.02,
    });
  });

  it('reads the price of long prompts and that of hours as tiers', async () => {
    const overrides = [
      { min_prompt_tokens: 200_000, prompt: '0.000002' },
      { utc_start: '16:30', utc_end: '00:30', prompt: '0.0000005' },
    ];
    expect((await one({ pricing: { prompt: '0.000001', overrides } })).tiers).toEqual([
      { when: { contextAbove: 200_000 }, cost: { input: 0.002 } },
      { when: { timeUtc: '16:30-00:30' }, cost: { input: 0.0005 } },
    ]);
  });

  it('is not free beside a price in a key that it does not know', async () => {
    const pricing = { prompt: '0', completion: '0', video: '0.1' };
    expect((await one({ id: 'a/b:free', pricing })).pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'unread-price', detail: 'pricing.video: 0.1 is not read' }],
    });
  });

  it.each(['<html></html>', '{}', '[]', '', '{"error":"no"}', '{"data":[]}'])('fails on %j', (body) =>
    expect(readBody(kilo, 'api', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
