import { describe, expect, it } from 'vitest';
import { venice } from '../../src/sources/venice.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const one = async ({ type = 'text', ...spec }: { type?: unknown } & Record<string, unknown>, more: object = {}) =>
  (await readBody(venice, 'api', JSON.stringify({ data: [{ id: 'm', type, ...more, model_spec: spec }] }))).items[0]!;
const usd = (amount: unknown) => ({ usd: amount, diem: 999 });

describe('venice', () => {
  it('reads every recorded row', async () => {
    const { rows, items, letters, skipped } = await readRecorded(venice, 'api');
    expect([rows, items.length, letters.length, skipped]).toEqual([328, 328, 0, 0]);
  });

  it('converts recorded prices', async () => {
    const catalog = await readRecorded(venice, 'api');
    expect(modelOf(catalog, 'claude-fable-5')).toMatchObject({
      name: 'Claude Fable 5',
      ownedBy: null,
      mode: 'chat',
      modalities: { input: ['text', 'image'], output: ['text'] },
      limit: { context: 1_000_000, output: 128_000 },
      capabilities: { toolCall: true, reasoning: true, structuredOutput: true, attachment: true },
      quantization: null,
      // `created` is the day of the listing
      releaseDate: null,
      status: 'active',
      cost: { input: 0.012, output: 0.06, cacheRead: 0.0012, cacheWrite: 0.015 },
    });
    expect(modelOf(catalog, 'openai-gpt-55')).toMatchObject({
      cost: { input: 0.00625, output: 0.0375, cacheRead: 0.000625, cacheWrite: null },
      tiers: [{ when: { contextAbove: 272_000 }, cost: { input: 0.0125, output: 0.05625, cacheRead: 0.00125 } }],
    });
    expect(modelOf(catalog, 'tts-chatterbox-hd')).toMatchObject({
      mode: 'speech',
      cost: { input: null, perCharacter: 0.00005 },
    });
    expect(modelOf(catalog, 'elevenlabs/scribe-v2')).toMatchObject({
      mode: 'transcription',
      cost: { perSecond: 0.000167 },
    });
    expect(modelOf(catalog, 'flux-3-text-to-video')).toMatchObject({
      mode: 'video',
      pricing: { status: 'unknown', issues: [{ code: 'no-list-price' }] },
    });
    expect(catalog.unread).toEqual({});
  });

  it('prices images by resolution, quality and upscaling', async () => {
    const quality = { '1K': { high: usd(0.34), low: usd(0.03) } };
    const model = await one({
      type: 'inpaint',
      pricing: {
        inpaint: usd(0.34),
        resolutions: { '1K': usd(0.34), '2K': usd(0.52) },
        quality,
        upscale: { '2x': usd(0.02) },
        inputImages: { included: 1, additional: usd(0.009) },
      },
    });
    expect(model.cost).toMatchObject({ input: null, perImage: 0.34 });
    expect(model.tiers).toEqual([
      { when: { variant: '1K' }, cost: { perImage: 0.34 } },
      { when: { variant: '2K' }, cost: { perImage: 0.52 } },
      { when: { variant: '1K high' }, cost: { perImage: 0.34 } },
      { when: { variant: '1K low' }, cost: { perImage: 0.03 } },
      { when: { variant: 'upscale 2x' }, cost: { perImage: 0.02 } },
      { when: { quantityAbove: 1 }, cost: { perInputImage: 0.009 } },
    ]);
    const images = { inpaint: usd(0.03), inputImages: { included: 0, additional: usd(0.0023000000000000004) } };
    expect(await one({ type: 'inpaint', pricing: images })).toMatchObject({
      cost: { perImage: 0.03, perInputImage: 0.0023 },
      tiers: [],
    });
    expect(await one({ type: 'image', pricing: { resolutions: { '1K': usd(1), '2K': usd(2) } } })).toMatchObject({
      pricing: { status: 'variable' },
      cost: { input: null },
    });
  });

  it('prices sound by second, character or piece', async () => {
    const music = (pricing: object) => one({ type: 'music', pricing });
    expect((await music({ per_second: usd(0.0023000000000000004) })).cost).toMatchObject({ perSecond: 0.0023 });
    expect((await music({ per_thousand_characters: usd('0.115') })).cost).toMatchObject({ perCharacter: 0.000115 });
    expect((await music({ generation: usd(0.1) })).cost).toMatchObject({ perRequest: 0.1 });
    expect(await music({ durations: { 60: usd(0.03), 90: usd(0.04) } })).toMatchObject({
      pricing: { status: 'variable' },
      tiers: [{ when: { variant: '60 s' } }, { when: { variant: '90 s' } }],
    });
  });

  it('never reads credits, bare numbers or a unit that the type does not tell', async () => {
    expect((await one({ pricing: { input: { diem: 3 }, output: 5, cache_input: null } })).pricing.status).toBe(
      'unknown',
    );
    expect(await one({ type: 'hologram', pricing: { input: usd(3), output: usd(4) } })).toMatchObject({
      cost: { input: null },
      pricing: { status: 'unknown', issues: [{ code: 'unread-price' }, { code: 'unread-price' }] },
    });
    const odd = await one({ pricing: { input: usd(1), output: usd(2), hologram: usd(7), peak: { output: usd(9) } } });
    expect(odd.cost).toMatchObject({ input: 0.001, output: 0.002 });
    expect(odd.pricing.issues.map(({ detail }) => detail)).toEqual([
      'model_spec.pricing.hologram.usd: 7 is not read',
      'model_spec.pricing.peak.output.usd: 9 is not read',
    ]);
    const extended = { input: usd(2), output: usd(4) };
    expect(await one({ pricing: { input: usd(1), output: usd(2), extended } })).toMatchObject({
      tiers: [],
      pricing: { issues: [{ code: 'unread-condition' }] },
    });
    expect((await one({ type: 'tts', pricing: { input: usd(15) } })).cost).toMatchObject({ input: null });
    expect((await one({ inputCostPerMillionTokens: 3 })).pricing.status).toBe('unknown');
  });

  it('tells when a model goes, and whether it is ready', async () => {
    const deprecation = { date: '2026-09-24T00:00:00.000Z', removesAt: '2026-10-01T00:00:00.000Z' };
    expect(await one({ deprecation, betaModel: true })).toMatchObject({
      status: 'deprecated',
      deprecatedAt: '2026-09-24',
      retiresAt: '2026-10-01',
    });
    expect((await one({ betaModel: true, offline: false })).status).toBe('preview');
    expect((await one({})).status).toBeNull();
  });

  it('leaves models out that are offline', async () => {
    const data = [{ id: 'a', model_spec: { offline: true } }, { id: 'b', model_spec: null }, { type: 'text' }];
    const catalog = await readBody(venice, 'api', JSON.stringify({ data }));
    expect([catalog.items.map(({ id }) => id), catalog.skipped, catalog.letters.length]).toEqual([['b'], 1, 1]);
  });

  it('reads lab, weights, quantization and context where they are', async () => {
    const spec = { modelSource: 'https://huggingface.co/zai-org/GLM-5.1', capabilities: { quantization: 'fp8' } };
    expect(
      await one({ ...spec, constraints: { temperature: { default: 1 } } }, { context_length: '200000' }),
    ).toMatchObject({
      ownedBy: 'zai-org',
      openWeights: true,
      quantization: 'fp8',
      limit: { context: 200_000 },
      capabilities: { temperature: true, toolCall: null },
    });
    expect((await one({ modelSource: '' })).openWeights).toBeNull();
  });

  it('reads a 0 beside a price as none', async () => {
    expect((await one({ pricing: { input: usd(1), output: usd(2), cache_input: usd(0) } })).cost).toMatchObject({
      input: 0.001,
      output: 0.002,
      cacheRead: null,
    });
    expect((await one({ pricing: { input: usd(0), output: usd(0) } })).pricing.status).toBe('unknown');
  });

  it.each([
    ['text', 'chat', ['text'], ['text']],
    ['code', 'chat', ['text'], ['text']],
    ['embedding', 'embedding', ['text'], []],
    ['image', 'image', ['text'], ['image']],
    ['inpaint', 'image', ['text', 'image'], ['image']],
    ['upscale', 'image', ['image'], ['image']],
    ['video', 'video', [], ['video']],
    ['tts', 'speech', ['text'], ['audio']],
    ['asr', 'transcription', ['audio'], ['text']],
    ['music', 'other', ['text'], ['audio']],
    ['hologram', null, [], []],
  ])('tells what a model of the type %s is for', async (type, mode, input, output) =>
    expect(await one({ type })).toMatchObject({ mode, modalities: { input, output } }),
  );

  it('takes a size at 0 for one without a price', async () => {
    const resolutions = { '1K': usd(0), '2K': usd(0.1), '4K': usd(0.2) };
    const model = await one({ type: 'image', pricing: { resolutions, upscale: { '2x': usd(0) } } });
    expect([model.pricing.status, model.pricing.issues]).toEqual(['variable', []]);
    expect(model.tiers).toEqual([
      { when: { variant: '2K' }, cost: { perImage: 0.1 } },
      { when: { variant: '4K' }, cost: { perImage: 0.2 } },
    ]);
  });

  it.each(['<html></html>', '{}', '[]', '', '{"error":"no"}', '{"data":[]}'])('fails on %j', (body) =>
    expect(readBody(venice, 'api', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
