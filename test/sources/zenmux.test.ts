import { describe, expect, it } from 'vitest';
import { zenmux } from '../../src/sources/zenmux.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const one = async (row: object) =>
  (await readBody(zenmux, 'api', JSON.stringify({ object: 'list', data: [{ id: 'a/b', ...row }] }))).items[0]!;
const usd = (value: unknown, more: object = {}) => ({ value, unit: 'perMTokens', currency: 'USD', ...more });
const priced = (pricings: object) => one({ pricings });
const prompt = (range: object) => ({ conditions: { prompt_tokens: { unit: 'kTokens', ...range } } });

describe('zenmux', () => {
  it('converts every recorded row', async () => {
    const catalog = await readRecorded(zenmux, 'api');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([164, 164, 0]);
    expect(modelOf(catalog, 'anthropic/claude-sonnet-4.5')).toMatchObject({
      name: 'Claude Sonnet 4.5',
      ownedBy: 'anthropic',
      mode: null,
      modalities: { output: ['text'] },
      cost: { input: 0.003, output: 0.015, cacheRead: 0.0003, cacheWrite: 0.00375, cacheWrite1h: 0.006 },
      tiers: [
        {
          when: { contextAbove: 200_000 },
          cost: { input: 0.006, output: 0.0225, cacheRead: 0.0006, cacheWrite: 0.0075, cacheWrite1h: 0.012 },
        },
      ],
      pricing: { status: 'priced', issues: [] },
    });
    expect(modelOf(catalog, 'qwen/qwen3.7-flash')).toMatchObject({
      cost: { input: 0.00003, output: 0.00013, cacheRead: null, cacheWrite: 0.000038 },
      tiers: [
        {
          when: { contextAbove: 32_000, contextUpTo: 256_000 },
          cost: { input: 0.0001, output: 0.0004, cacheWrite: 0.000125 },
        },
        { when: { contextAbove: 256_000 }, cost: { input: 0.0002, output: 0.0008, cacheWrite: 0.00025 } },
      ],
    });
    expect(modelOf(catalog, 'qwen/qwen3-asr-flash')).toMatchObject({
      mode: 'transcription',
      modalities: { input: ['audio'], output: ['text'] },
      cost: { input: null, inputAudio: null, perSecond: 0.000035 },
    });
    expect(modelOf(catalog, 'xiaomi/mimo-v2.5-pro')).toMatchObject({
      // 0.44, 0.88 and 0.0037 USD per 1M, of any length
      cost: { input: 0.00044, output: 0.00088, cacheRead: 0.0000037 },
      tiers: [],
    });
  });

  it('takes the day of publication for the release, not the day that it was listed', async () => {
    expect(await one({ created: 1787305220, publish_time: '2025-08-05' })).toMatchObject({ releaseDate: '2025-08-05' });
    expect(await one({ created: 1787305220 })).toMatchObject({ releaseDate: null });
  });

  it('calls a price variable whose condition is lost, and takes one that is always the same', async () => {
    expect(await priced({ prompt: [usd(0.22), usd(0.22), usd(0.44)], completion: [usd(1)] })).toMatchObject({
      cost: { input: null, output: null },
      tiers: [],
      pricing: { status: 'variable', issues: [{ code: 'unread-condition' }] },
    });
    expect(await priced({ prompt: [usd(1), usd(1)] })).toMatchObject({
      cost: { input: 0.001 },
      pricing: { status: 'priced', issues: [] },
    });
    expect(await priced({ prompt: [usd(1)], input_cache_read: [usd(0.1), usd(0.2)] })).toMatchObject({
      cost: { input: 0.001, cacheRead: null },
      pricing: { status: 'priced', issues: [{ code: 'unread-condition' }] },
    });
  });

  it('never gives the price of short answers alone', async () => {
    const answer = (range: object) => ({
      conditions: {
        prompt_tokens: { unit: 'kTokens', gte: 0, lt: 32 },
        completion_tokens: { unit: 'kTokens', ...range },
      },
    });
    const completion = [usd(1, answer({ gte: 0, lt: 0.2 })), usd(2, answer({ gte: 0.2 })), usd(3, prompt({ gte: 32 }))];
    expect(await priced({ prompt: [usd(0.5)], completion })).toMatchObject({
      cost: { input: null, output: null },
      tiers: [
        { when: { contextUpTo: 32_000, variant: 'answer below 200 tokens' }, cost: { output: 0.001 } },
        { when: { contextUpTo: 32_000, variant: 'answer from 200 tokens' }, cost: { output: 0.002 } },
        { when: { contextAbove: 32_000 }, cost: { output: 0.003 } },
      ],
      pricing: { status: 'variable' },
    });
  });

  it('reads ranges in any order, and keeps a condition that it does not know', async () => {
    const entries = [usd(2, prompt({ gt: 256 })), usd(1, prompt({ gte: 0, lte: 256 }))];
    expect(await priced({ prompt: entries })).toMatchObject({
      cost: { input: 0.001 },
      tiers: [{ when: { contextAbove: 256_000 }, cost: { input: 0.002 } }],
    });
    const night = usd(1, { conditions: { hours: 'night' } });
    expect(await priced({ prompt: [usd(2), night] })).toMatchObject({
      cost: { input: 0.002 },
      tiers: [{ when: { variant: 'hours night' }, cost: { input: 0.001 } }],
    });
  });

  it('reads the unit of each price, and has none in one that nobody knows', async () => {
    const minute = [usd(0.006, { unit: 'perMinute' })];
    expect((await priced({ audio_input: minute })).cost).toMatchObject({ inputAudio: null, perSecond: 0.0001 });
    expect((await priced({ prompt: [usd(2, { unit: 'perKTokens' })] })).pricing.status).toBe('unknown');
    expect((await priced({ prompt: [usd(0.002, { unit: 'perKTokens' })] })).cost.input).toBe(0.002);
    expect((await priced({ completion: [usd(0.04, { unit: 'perImage' })] })).cost.perImage).toBe(0.04);
    for (const more of [{ unit: 'perSong' }, { unit: null }, { currency: 'CNY' }])
      expect((await priced({ prompt: [usd(1, more)] })).pricing).toMatchObject({
        status: 'unknown',
        issues: [{ code: 'unknown-unit' }],
      });
  });

  it('takes a price of an hour for a cache write only beside one of five minutes', async () => {
    const storage = { prompt: [usd(1.25)], input_cache_write_1_h: [usd(4.5)] };
    expect(await priced(storage)).toMatchObject({
      cost: { cacheWrite1h: null },
      pricing: { issues: [{ code: 'cache-storage' }] },
    });
    expect((await priced({ ...storage, input_cache_write_5_min: [usd(2)] })).cost).toMatchObject({
      cacheWrite: 0.002,
      cacheWrite1h: 0.0045,
    });
  });

  it('is free where all is 0, and not beside a price of another kind', async () => {
    const zero = { prompt: [usd(0)], completion: [usd(0), usd(0)] };
    expect(await priced({ ...zero, web_search: [usd(0)] })).toMatchObject({
      cost: { input: 0, output: 0 },
      pricing: { status: 'free' },
    });
    expect((await priced({ ...zero, song: [usd(0.04)] })).pricing).toMatchObject({ status: 'unknown' });
    expect((await priced({ prompt: [usd(1)], completion: [usd(0)] })).cost).toMatchObject({
      input: 0.001,
      output: null,
    });
    expect((await one({})).pricing.status).toBe('unknown');
  });

  it('puts sound tokens in their own field', async () => {
    expect((await priced({ prompt: [usd(1)], audio_input: [usd(3)] })).cost).toMatchObject({
      input: 0.001,
      inputAudio: 0.003,
    });
  });

  it.each([
    [['embeddings'], 'embedding', []],
    [['rerank'], 'rerank', []],
    [['transcription'], 'transcription', ['text']],
    [['speech'], 'speech', ['audio']],
    [['image'], 'image', ['image']],
    [['text', 'image'], null, ['text', 'image']],
  ])('tells by the outputs %j what a model is for', async (output_modalities, mode, output) =>
    expect(await one({ output_modalities })).toMatchObject({ mode, modalities: { output } }),
  );

  it.each(['<html></html>', '{}', '[]', '', '{"error":{"message":"no"}}', '{"data":[]}'])('fails on %j', (body) =>
    expect(readBody(zenmux, 'api', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
