import { describe, expect, it } from 'vitest';
import { vercel } from '../../src/sources/vercel.js';
import { modelOf, pricesOf, readBody, readRecorded } from './harness.js';

const one = async (row: object) =>
  (await readBody(vercel, 'api', JSON.stringify({ object: 'list', data: [{ id: 'a/b', ...row }] }))).items[0]!;
const priced = (pricing: object, more: object = {}) => one({ pricing, ...more });

describe('vercel', () => {
  it('reads every recorded row', async () => {
    const { rows, items, letters } = await readRecorded(vercel, 'api');
    expect([rows, items.length, letters.length]).toEqual([297, 297, 0]);
  });

  it('converts recorded prices', async () => {
    const catalog = await readRecorded(vercel, 'api');
    expect(modelOf(catalog, 'alibaba/qwen-3-14b')).toMatchObject({
      name: 'Qwen3-14B',
      ownedBy: 'alibaba',
      mode: 'chat',
      releaseDate: '2025-04-28',
      limit: { context: 40_960, output: 16_384 },
      capabilities: { toolCall: true, reasoning: true, structuredOutput: null, attachment: false },
      cost: { input: 0.00012, output: 0.00024, cacheRead: null },
    });
    expect(modelOf(catalog, 'google/gemini-2.5-pro')).toMatchObject({
      cost: { input: 0.00125, output: 0.01, cacheRead: 0.000125 },
      tiers: [{ when: { contextAbove: 200_000 }, cost: { input: 0.0025, output: 0.015, cacheRead: 0.00025 } }],
    });
    expect(modelOf(catalog, 'google/gemini-2.5-flash-image')).toMatchObject({
      mode: 'chat',
      modalities: { output: ['text', 'image'] },
      cost: { input: 0.0003, output: 0.0025, cacheRead: 0.00003, perImage: 0.039 },
      tiers: [{ when: { serviceTier: 'flex' }, cost: { input: 0.00015, output: 0.00125 } }],
    });
  });

  it('reads four steps, each from its first token on', async () => {
    const catalog = await readRecorded(vercel, 'api');
    expect(pricesOf(catalog, 'alibaba/qwen3-coder-plus')).toEqual({ input: 0.001, output: 0.005, cacheRead: 0.0002 });
    const { tiers } = modelOf(catalog, 'alibaba/qwen3-coder-plus');
    expect(tiers).toEqual([
      { when: { contextAbove: 32_000 }, cost: { input: 0.0018, output: 0.009 } },
      { when: { contextAbove: 128_000 }, cost: { input: 0.003, output: 0.015 } },
      { when: { contextAbove: 256_000 }, cost: { input: 0.006, output: 0.06 } },
    ]);
  });

  it('takes the first step before the flat price, in any order, and keeps steps of one price apart', async () => {
    const model = await priced({
      input: '0.000009',
      input_tiers: [
        { cost: '0.000002', min: 1001 },
        { cost: '0.000001', max: 1001 },
      ],
      output: '0.000003',
      output_tiers: [
        { cost: '0.000003', min: 0, max: 5001 },
        { cost: '0.000004', min: 5001 },
      ],
    });
    expect(model.cost).toMatchObject({ input: 0.001, output: 0.003 });
    expect(model.tiers).toEqual([
      { when: { contextAbove: 1000 }, cost: { input: 0.002, output: 0.003 } },
      { when: { contextAbove: 5000 }, cost: { input: 0.002, output: 0.004 } },
    ]);
  });

  it('reads prices of other units and leaves calls of tools out', async () => {
    expect((await priced({ image: '0.024', web_search: '10', maps_search: '25' }, { type: 'image' })).cost).toEqual({
      ...(await priced({})).cost,
      perImage: 0.024,
    });
    expect(
      await priced({ input: '0.000015', speech_input_character_cost: '0.000015' }, { type: 'speech' }),
    ).toMatchObject({
      mode: 'speech',
      modalities: { input: ['text'], output: ['audio'] },
      cost: { input: null, perCharacter: 0.000015 },
    });
    expect((await priced({ input: '1e-10', transcription_duration_cost_per_second: '0.0001' })).cost).toMatchObject({
      input: null,
      perSecond: 0.0001,
    });
    expect((await priced({ input: '0.000004', audio_input_token_cost: '0.000032' })).cost).toMatchObject({
      inputAudio: 0.032,
    });
  });

  it('calls a price variable that depends on the resolution, or that is negative', async () => {
    const video = await priced({
      video_duration_pricing: [
        { resolution: '720p', audio: true, cost_per_second: '0.1' },
        { resolution: '720p', audio: false, cost_per_second: 0.05 },
      ],
    });
    expect(video).toMatchObject({ pricing: { status: 'variable' }, cost: { input: null } });
    expect(video.tiers).toEqual([
      { when: { variant: '720p with audio' }, cost: { perSecond: 0.1 } },
      { when: { variant: '720p without audio' }, cost: { perSecond: 0.05 } },
    ]);
    expect(
      (await priced({ video_duration_pricing: [{ resolution: '720p', cost_per_second: '0.1' }] })).cost,
    ).toMatchObject({ perSecond: 0.1 });
    expect((await priced({ input: '-1', output: '-1' })).pricing.status).toBe('variable');
    expect(await priced({ input: '0.000001', varies_by_provider: true })).toMatchObject({
      pricing: { status: 'variable' },
      cost: { input: 0.001 },
    });
  });

  it('makes the hours of the peak a tier, of each length', async () => {
    const input_tiers = [
      { cost: '0.000001', max: 1001 },
      { cost: '0.000002', min: 1001 },
    ];
    const prices = { input: '0.000001', input_tiers, output: '0.000004' };
    expect((await priced({ ...prices, peak_pricing: { multiplier: '2' } })).tiers).toEqual([
      { when: { contextAbove: 1000 }, cost: { input: 0.002 } },
      { when: { variant: 'peak' }, cost: { input: 0.002, output: 0.008 } },
      { when: { contextAbove: 1000, variant: 'peak' }, cost: { input: 0.004 } },
    ]);
    const hours = { multiplier: 1.5, utc_start: 100, utc_end: 400, utc_days: ['mon', 'tue', 'wed'] };
    expect((await priced({ output: '0.000004', peak_pricing: hours })).tiers).toEqual([
      { when: { timeUtc: '01:00-04:00', days: 'mon-wed' }, cost: { output: 0.006 } },
    ]);
    expect((await priced({ output: '0.000004', peak_pricing: {} })).tiers).toEqual([]);
  });

  it('says where a range of lengths ends after which no other begins', async () => {
    const input_tiers = [
      { cost: '0.000001', max: 1001 },
      { cost: '0.000002', min: 1001, max: 5001 },
    ];
    expect((await priced({ input: '0.000001', input_tiers })).tiers).toEqual([
      { when: { contextAbove: 1000, contextUpTo: 5000 }, cost: { input: 0.002 } },
    ]);
  });

  it('reads prices per token of video, by resolution and by what goes in', async () => {
    const tiers = [
      {
        resolution: '720p',
        no_video_input: { cost_per_million_tokens: '7' },
        with_video_input: { cost_per_million_tokens: '4.3' },
      },
      { resolution: '1080p', cost_per_million_tokens: 8 },
      null,
    ];
    expect(await priced({ video_token_pricing: { tiers } }, { type: 'video' })).toMatchObject({
      pricing: { status: 'variable', issues: [] },
      tiers: [
        { when: { variant: '720p no video input' }, cost: { output: 0.007 } },
        { when: { variant: '720p with video input' }, cost: { output: 0.0043 } },
        { when: { variant: '1080p' }, cost: { output: 0.008 } },
      ],
    });
  });

  it('tells a price that it does not read, and says where there is none', async () => {
    expect((await priced({ input: '0.000001', hologram_cost: '2' })).pricing.issues).toMatchObject([
      { code: 'unread-price' },
    ]);
    expect((await one({ pricing: {} })).pricing.issues).toEqual([
      { code: 'no-price', detail: 'the list has no price of it' },
    ]);
  });

  it('keeps regional and faster service apart', async () => {
    const { tiers } = await priced({
      input: '0.000001',
      fast: { input: '0.000006' },
      regional: { eu: { input: '0.0000011', output: '0.0000022' }, us: null },
      service_tiers: { priority: { input: '0.000002', long_context: { threshold: 272000, input: '0.000004' } } },
    });
    expect(tiers).toEqual([
      { when: { serviceTier: 'priority' }, cost: { input: 0.002 } },
      { when: { serviceTier: 'priority', contextAbove: 272_000 }, cost: { input: 0.004 } },
      { when: { serviceTier: 'fast' }, cost: { input: 0.006 } },
      { when: { region: 'eu' }, cost: { input: 0.0011, output: 0.0022 } },
    ]);
  });

  it('takes 0 as free only where tag or id say so', async () => {
    const zero = { input: '0', output: '0' };
    expect((await priced(zero)).pricing.status).toBe('unknown');
    expect(await priced(zero, { id: 'a/b-free' })).toMatchObject({ pricing: { status: 'free' }, cost: { input: 0 } });
    expect((await priced(zero, { tags: ['free'] })).pricing.status).toBe('free');
    expect((await priced({ input: '0.000001' }, { tags: ['free'] })).pricing.status).toBe('priced');
  });

  it('tells modalities by type and tags, or as newer lists say them', async () => {
    expect(await one({ type: 'language', tags: ['vision', 'file-input', 'structured-output'] })).toMatchObject({
      modalities: { input: ['text', 'image', 'pdf'], output: ['text'] },
      capabilities: { attachment: true, toolCall: false, structuredOutput: true },
    });
    expect(await one({ type: 'transcription' })).toMatchObject({ modalities: { input: ['audio'], output: ['text'] } });
    expect(await one({ type: 'hologram', tags: null })).toMatchObject({ mode: null, capabilities: { toolCall: null } });
    expect(
      await one({ type: 'language', modalities: { input: ['text', 'audio'], output: ['text'] }, temperature: false }),
    ).toMatchObject({
      modalities: { input: ['text', 'audio'] },
      capabilities: { temperature: false, attachment: true },
    });
  });

  it('reads 0 limits as unknown and never the constant created', async () => {
    expect(await one({ created: 1755815280, context_window: 0, max_tokens: '0', pricing: null })).toMatchObject({
      limit: { context: null, output: null },
      releaseDate: null,
      pricing: { status: 'unknown' },
    });
  });

  it('rejects a row without id alone', async () => {
    const catalog = await readBody(
      vercel,
      'api',
      JSON.stringify({ data: [{ id: 5 }, { id: 'a/b', pricing: [] }, 'x'] }),
    );
    expect([catalog.items.length, catalog.letters.length]).toEqual([1, 2]);
  });

  it('reads a 0 beside a price, and a name without a price, as nothing said', async () => {
    expect((await priced({ input: '0.000001', output: '0', input_cache_read: '0' })).cost).toMatchObject({
      input: 0.001,
      output: null,
      cacheRead: null,
    });
    expect((await one({ id: 'a/b-free', pricing: {} })).pricing.status).toBe('unknown');
  });

  it('keeps the day of deprecation, and a state that agrees with it', async () => {
    // 1764547200 = 2025-12-01, 1790812800 = 2026-10-01
    expect(await one({ deprecated_at: 1764547200 })).toMatchObject({
      status: 'deprecated',
      deprecatedAt: '2025-12-01',
    });
    expect(await one({ deprecated_at: 1790812800 })).toMatchObject({ status: null, deprecatedAt: '2026-10-01' });
    expect(await one({ deprecated_at: 0 })).toMatchObject({ status: null, deprecatedAt: null });
  });

  it('puts audio tokens, in and out, in their own fields', async () => {
    const pricing = { input: '0.000004', audio_input_token_cost: '0.000032', audio_output_token_cost: '0.000064' };
    expect((await priced(pricing, { type: 'realtime' })).cost).toMatchObject({
      input: 0.004,
      inputAudio: 0.032,
      outputAudio: 0.064,
    });
  });

  it.each(['<html></html>', '{}', '[]', '', '{"error":{"message":"no"}}', '{"data":[]}'])('fails on %j', (body) =>
    expect(readBody(vercel, 'api', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
