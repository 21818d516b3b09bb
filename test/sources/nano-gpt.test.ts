import { describe, expect, it } from 'vitest';
import { nanoGpt } from '../../src/sources/nano-gpt.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const one = async (row: object) =>
  (await readBody(nanoGpt, 'api', JSON.stringify({ object: 'list', data: [{ id: 'm', ...row }] }))).items[0]!;

describe('nano-gpt', () => {
  it('converts every recorded row', async () => {
    const catalog = await readRecorded(nanoGpt, 'api');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([400, 400, 0]);
    expect(modelOf(catalog, 'doubao-1.5-pro-32k')).toMatchObject({
      name: 'Doubao 1.5 Pro 32k',
      ownedBy: null,
      mode: 'chat',
      limit: { context: 32_000, output: 8192 },
      capabilities: { toolCall: false, reasoning: false, structuredOutput: false, attachment: false },
      openWeights: false,
      releaseDate: null,
      cost: { input: 0.0001343, output: 0.0003349, cacheRead: null },
    });
    expect(modelOf(catalog, 'qwen3.7-max').cost).toMatchObject({ input: 0.0025, output: 0.0075, cacheRead: 0.00025 });
    expect(modelOf(catalog, 'hermes-low')).toMatchObject({
      modalities: { input: ['text', 'image', 'pdf'], output: ['text'] },
      cost: { input: 0.00025, output: 0.0015, cacheRead: 0.000025 },
    });
    expect(modelOf(catalog, 'auto-model').pricing.status).toBe('unknown');
  });

  it('reads two units in one object', async () => {
    const pricing = { prompt: 2.992, completion: '14.994', cacheReadInputPer1kTokens: 0.000078 };
    const caches = { ...pricing, cacheWriteInputPer1kTokens: '0.00374' };
    expect((await one({ pricing: caches })).cost).toMatchObject({
      input: 0.002992,
      output: 0.014994,
      cacheRead: 0.000078,
      cacheWrite: 0.00374,
    });
  });

  it('checks unit and currency before use', async () => {
    const price = { prompt: 1, completion: 2 };
    expect((await one({ pricing: { ...price, unit: 'per_thousand_tokens' } })).cost.input).toBe(1);
    expect((await one({ pricing: { ...price, unit: 'per_image' } })).pricing.status).toBe('unknown');
    expect((await one({ pricing: { ...price, unit: 'per_image' } })).pricing.issues).toEqual([
      { code: 'unknown-unit', detail: 'prompt: 1 per_image' },
    ]);
    expect((await one({ pricing: { ...price, currency: 'XNO' } })).pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'no-list-price', detail: 'its price is in XNO' }],
    });
    expect((await one({ pricing: { ...price, currency: 'usd', unit: null } })).cost.output).toBe(0.002);
  });

  it('calls a model without a price of its own part of the plan', async () => {
    const subscription = { included: true };
    expect((await one({ subscription, pricing: { prompt: 0, completion: 0 } })).pricing.status).toBe('plan');
    expect((await one({ subscription, pricing: { prompt: 1, completion: 1 } })).pricing.status).toBe('priced');
    expect((await one({ pricing: { prompt: 0, completion: 0 } })).pricing.status).toBe('unknown');
  });

  it('reads inputs from capabilities where the architecture is missing', async () => {
    const capabilities = { vision: true, pdf_upload: true, audio_input: false, tool_calling: 'true' };
    expect(await one({ capabilities, owned_by: 'openai', context_length: null })).toMatchObject({
      ownedBy: 'openai',
      modalities: { input: ['text', 'image', 'pdf'], output: ['text'] },
      capabilities: { attachment: true, toolCall: true, reasoning: null },
      limit: { context: null },
    });
    expect((await one({ cost_estimate: { cheap: true } })).capabilities.attachment).toBeNull();
  });

  it('takes files where any of the capabilities says so, and a 0 beside a price as none', async () => {
    expect((await one({ capabilities: { pdf_upload: true } })).capabilities.attachment).toBe(true);
    expect((await one({ pricing: { prompt: 1, completion: 0, cacheReadInputPer1kTokens: 0 } })).cost).toMatchObject({
      input: 0.001,
      output: null,
      cacheRead: null,
    });
  });

  it('tells a price that it does not read', async () => {
    const pricing = { prompt: 0, completion: 0, per_image: 0.04 };
    expect((await one({ subscription: { included: false }, pricing })).pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'zero-price' }, { code: 'unread-price', detail: 'pricing.per_image: 0.04 is not read' }],
    });
  });

  it.each(['<html></html>', '{}', '[]', '', '{"code":"rate_limited","message":"slow"}', '{"data":[]}'])(
    'fails on %j',
    (body) => expect(readBody(nanoGpt, 'api', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
