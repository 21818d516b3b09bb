import { describe, expect, it } from 'vitest';
import { amazonBedrock } from '../../src/sources/amazon-bedrock.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const offers = 'https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws';
const own = `${offers}/AmazonBedrock/current/us-east-1/index.json`;
const marketplace = `${offers}/AmazonBedrockFoundationModels/current/us-east-1/index.json`;
const modelsDev = 'https://models.dev/api.json';

interface Sku {
  about: object;
  unit?: string;
  usd?: unknown;
  description?: string;
}
const offer = (...skus: Sku[]) =>
  JSON.stringify({
    publicationDate: '2026-09-11T00:00:00Z',
    products: Object.fromEntries(skus.map(({ about }, i) => [`S${i}`, { sku: `S${i}`, attributes: about }])),
    terms: {
      OnDemand: Object.fromEntries(
        skus.map(({ unit = '1K tokens', usd = '0.001', description = '' }, i) => [
          `S${i}`,
          { t: { priceDimensions: { d: { unit, description, beginRange: '0', pricePerUnit: { USD: usd } } } } },
        ]),
      ),
    },
  });
const filler: Sku = { about: { model: 'Filler', usagetype: 'USE1-Filler-input-tokens' } };
const catalogOf = (names: Record<string, string>) =>
  JSON.stringify({
    'amazon-bedrock': {
      models: Object.fromEntries(Object.entries(names).map(([id, name]) => [id, { id, name }])),
    },
  });
const read = (first: Sku[], second: Sku[] = [], names: Record<string, string> = { 'lab.other': 'Other' }) =>
  readBody(amazonBedrock, 'prices', {
    [own]: offer(filler, ...first),
    [marketplace]: offer(filler, ...second),
    [modelsDev]: catalogOf(names),
  });
const token = (model: string, use: string, more: object = {}): Sku => ({
  about: { model, usagetype: `USE1-X-${use}`, ...more },
});
const edition = (name: string, use: string, unit: string, usd: string, description = ''): Sku => ({
  about: { servicename: `${name} (Amazon Bedrock Edition)`, usagetype: use },
  unit,
  usd,
  description,
});

describe('amazon-bedrock', () => {
  it('joins the recorded price lists to ids', async () => {
    const catalog = await readRecorded(amazonBedrock, 'prices');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([88, 88, 0]);
    expect(modelOf(catalog, 'amazon.nova-micro-v1:0')).toMatchObject({
      name: 'Nova Micro',
      ownedBy: 'Amazon',
      cost: { input: 0.000035, output: 0.00014, cacheRead: 0.00000875, cacheWrite: 0, reasoning: null },
      tiers: [{ when: { serviceTier: 'batch' }, cost: { input: 0.0000175, output: 0.00007 } }],
    });
    expect(modelOf(catalog, 'anthropic.claude-sonnet-4-6')).toMatchObject({
      cost: { input: 0.0033, output: 0.0165, cacheRead: 0.00033, cacheWrite: 0.004125, cacheWrite1h: 0.0066 },
    });
    expect(modelOf(catalog, 'anthropic.claude-sonnet-4-6').tiers).toContainEqual(
      expect.objectContaining({
        when: { region: 'global' },
        cost: expect.objectContaining({ input: 0.003 }) as object,
      }),
    );
    expect(modelOf(catalog, 'deepseek.r1-v1:0').tiers).toEqual([
      { when: { serviceTier: 'flex' }, cost: { input: 0.000675, output: 0.0027 } },
      { when: { serviceTier: 'priority' }, cost: { input: 0.0023625, output: 0.00945 } },
    ]);
    for (const [id, input] of [
      ['amazon.nova-2-lite-v1:0', 0.00033],
      ['mistral.ministral-3-8b-instruct', 0.00015],
      ['mistral.voxtral-small-24b-2507', 0.00015],
      ['nvidia.nemotron-super-3-120b', 0.00015],
      ['openai.gpt-oss-120b', 0.00015],
      ['openai.gpt-oss-120b-1:0', 0.00015],
      ['xai.grok-4.3', 0.00125],
      ['anthropic.claude-fable-5', 0.011],
    ] as const)
      expect([id, modelOf(catalog, id).cost.input]).toEqual([id, input]);
  });

  it('finds ids that models.dev lacks, and says of a name that it is none', async () => {
    const catalog = await readRecorded(amazonBedrock, 'prices');
    expect(modelOf(catalog, 'amazon.titan-text-lite-v1').cost.output).toBe(0.0002);
    expect(modelOf(catalog, 'amazon.titan-embed-text-v2:0').cost.input).toBe(0.00002);
    // "Claude Sonnet 4" in the price list is "Claude Sonnet 4.0" in the list of models.
    expect(modelOf(catalog, 'anthropic.claude-sonnet-4-20250514-v1:0').cost).toMatchObject({
      input: 0.003,
      output: 0.015,
    });
    expect(modelOf(catalog, 'Stable Image Ultra')).toMatchObject({
      cost: { input: null, perImage: 0.14 },
      pricing: { issues: [{ code: 'name-only' }] },
    });
    expect(modelOf(catalog, 'amazon.nova-canvas-v1:0')).toMatchObject({
      pricing: { status: 'variable', issues: [] },
      tiers: [{ when: { variant: 'T2I 1024 Standard' }, cost: { perImage: 0.04 } }],
    });
  });

  it('knows the price of a model without an id under both spellings of its version', async () => {
    const { items } = await read([token('Pika 4', 'input-tokens'), token('Pika 5.0', 'input-tokens')]);
    expect(items.slice(1).map(({ id, name }) => [id, name])).toEqual(
      ['Pika 4', 'Pika 4.0', 'Pika 5.0', 'Pika 5'].map((name) => [name, name]),
    );
  });

  it("has an offer for each inference profile, with its region's price", async () => {
    const catalog = await readRecorded(amazonBedrock, 'prices');
    const base = modelOf(catalog, 'anthropic.claude-sonnet-4-6');
    expect(base.tiers.map(({ when }) => when)).toEqual([
      { serviceTier: 'batch' },
      { region: 'global' },
      { serviceTier: 'batch', region: 'global' },
    ]);
    expect(modelOf(catalog, 'us.anthropic.claude-sonnet-4-6')).toMatchObject({
      cost: { input: 0.0033, output: 0.0165, cacheRead: 0.00033, cacheWrite: 0.004125, cacheWrite1h: 0.0066 },
      tiers: [{ when: { serviceTier: 'batch' }, cost: { input: 0.00165, output: 0.00825 } }],
    });
    expect(modelOf(catalog, 'global.anthropic.claude-sonnet-4-6')).toMatchObject({
      cost: { input: 0.003, output: 0.015, cacheRead: 0.0003, cacheWrite: 0.00375, cacheWrite1h: 0.006 },
      tiers: [{ when: { serviceTier: 'batch' }, cost: { input: 0.0015, output: 0.0075 } }],
    });
    // No price of the global profile is stated, none is concluded.
    expect(modelOf(catalog, 'global.anthropic.claude-opus-4-7').pricing.status).toBe('unknown');
    expect(catalog.items.some(({ id }) => id.startsWith('eu.'))).toBe(false);
    const api = await readRecorded(amazonBedrock, 'api');
    expect(modelOf(api, 'eu.anthropic.claude-sonnet-4-6')).toMatchObject({ name: 'Claude Sonnet 4.6 (EU)' });
  });

  it('keeps other regions and words of use that nobody knows apart', async () => {
    const { items } = await read([
      token('A', 'input-tokens', { regionCode: 'us-east-1' }),
      token('A', 'input-tokens', { regionCode: 'us-gov-west-1', usagetype: 'UGW1-A-input-tokens' }),
      token('A', 'input-tokens-turbo'),
      token('A', 'input-tokens-standard'),
      { about: { model: 'A', usagetype: 'USE1-A-output-frames' }, unit: 'frame', usd: '0.2' },
    ]);
    expect(items[1]).toMatchObject({
      cost: { input: 0.001, output: null },
      tiers: [
        { when: { region: 'us-gov-west-1' }, cost: { input: 0.001 } },
        { when: { serviceTier: 'turbo' }, cost: { input: 0.001 } },
      ],
      pricing: {
        issues: [{ code: 'unread-price', detail: 'USE1-A-output-frames: 0.2 per frame' }, { code: 'name-only' }],
      },
    });
  });

  it('prices searches one by one', async () => {
    const { items } = await read(
      [],
      [edition('Rerank 3.5', 'USE1-MP:USE1_search_units-Units', 'Units', '2', 'Price per 1,000 search units')],
    );
    expect(items[1]).toMatchObject({ id: 'cohere.rerank-v3-5:0', cost: { input: null, perSearch: 0.002 } });
  });

  it('joins by words and versions, and only where one model is meant', async () => {
    const { items: models } = await read(
      [
        token('Nova 2.0 Lite', 'input-tokens'),
        token('R1', 'input-tokens', { provider: 'DeepSeek' }),
        token('GLM 4.7', 'input-tokens', { provider: 'Z AI' }),
        token('Kimi K2', 'input-tokens', { provider: 'Moonshot AI' }),
        token('Large 3', 'input-tokens', { provider: 'Meta' }),
        token('Twin', 'input-tokens', { provider: 'Acme' }),
        token('Claude Sonnet', 'input-tokens', { provider: 'Anthropic' }),
      ],
      [],
      {
        'amazon.nova-2-lite-v1:0': 'Nova 2 Lite',
        'amazon.nova-lite-v1:0': 'Nova Lite',
        'us.deepseek.r1-v1:0': 'DeepSeek-R1 (US)',
        'zai.glm-4.7': 'GLM-4.7',
        'zai.glm-4.7-flash': 'GLM-4.7-Flash',
        'moonshot.kimi-k2-thinking': 'Kimi K2 Thinking',
        'mistral.mistral-large-3-675b-instruct': 'Mistral Large 3',
        'acme.twin-a': 'Twin',
        'acme.twin-b': 'Twin',
        'anthropic.claude-sonnet-5': 'Claude Sonnet 5',
      },
    );
    expect(models.map(({ id }) => id)).toEqual([
      'Filler',
      'amazon.nova-2-lite-v1:0',
      'deepseek.r1-v1:0',
      'us.deepseek.r1-v1:0',
      'zai.glm-4.7',
      'Kimi K2',
      'Large 3',
      'Large 3.0',
      'Twin',
      'Claude Sonnet',
    ]);
  });

  it('reads the unit of each SKU', async () => {
    const catalog = await read(
      [
        { ...token('A', 'input-tokens'), unit: '1M tokens', usd: '3' },
        { ...token('A', 'output-tokens'), unit: 'Units', usd: '3', description: 'token' },
        { ...token('A', 'cache-read-input-token-count'), unit: 'hour' },
      ],
      [
        edition('C', 'USE1-MP:USE1_InputTokenCount-Units', 'Units', '3.0', 'Price per 1 million input tokens'),
        edition('C', 'USE1-MP:USE1_OutputTokenCount-Units', 'Million Tokens', '15', ''),
        edition('C', 'USE1-MP:USE1_CacheReadInputTokenCount-Units', 'Units', '2', 'Price per search unit'),
      ],
    );
    expect(modelOf(catalog, 'A').cost).toMatchObject({ input: 0.003, output: null, cacheRead: null });
    expect(modelOf(catalog, 'C').cost).toMatchObject({ input: 0.003, output: 0.015, cacheRead: null });
  });

  it('leaves what is not used on demand out and keeps queues and the global profile apart', async () => {
    const uses = ['custom-model', 'latency-optimized', 'long-context', 'TPM', 'Reserved'];
    const catalog = await read([
      ...uses.map((use) => token('A', `input-tokens-${use}`)),
      token('A', 'output-tokens', { feature: 'Model Customization' }),
      token('B', 'input-tokens', { feature: 'Batch Inference' }),
      token('B', 'input-tokens-cross-region-global-flex'),
      token('S', 'input-speech-tokens'),
      token('H', 'cache-write-input-token-count', { usagetype: 'USE1-Haiku-cache-write-input-token-count' }),
      token('H', 'cache_write_tokens_1h'),
      { about: { usagetype: 'USE1-Guardrail-input-tokens' } },
      { about: { usagetype: 'USE1-Storage' } },
    ]);
    expect(modelOf(catalog, 'A')).toMatchObject({ pricing: { status: 'unknown' }, tiers: [] });
    expect(modelOf(catalog, 'B')).toMatchObject({
      cost: { input: null },
      tiers: [
        { when: { serviceTier: 'batch' }, cost: { input: 0.001 } },
        { when: { serviceTier: 'flex', region: 'global' }, cost: { input: 0.001 } },
      ],
    });
    expect(modelOf(catalog, 'S').cost).toMatchObject({ input: null, inputAudio: 0.001 });
    expect(modelOf(catalog, 'H').cost).toMatchObject({ cacheWrite: 0.001, cacheWrite1h: 0.001 });
    expect([catalog.skipped, catalog.letters.length]).toEqual([2, 0]);
  });

  it('takes the marketplace SKU of two for one price, and brings both lists together', async () => {
    const names = { 'x.both-v1:0': 'Both' };
    const input = 'Price per 1 million input tokens';
    const catalog = await read(
      [token('Both', 'output-tokens', { provider: 'X' })],
      [
        edition('Both', 'USE1_InputTokenCount-Units', 'Units', '9', input),
        edition('Both', 'USE1-MP:USE1_InputTokenCount-Units', 'Units', '2', input),
      ],
      names,
    );
    expect(modelOf(catalog, 'x.both-v1:0').cost).toMatchObject({ input: 0.002, output: 0.001 });
  });

  it('survives odd types and rejects what can not be named alone', async () => {
    const catalog = await read([
      { ...token('A', 'input-tokens'), usd: 0.5 },
      { ...token('B', 'input-tokens'), usd: 'n/a' },
      { about: [] },
    ]);
    expect(modelOf(catalog, 'A').cost.input).toBe(0.5);
    expect(modelOf(catalog, 'B').pricing.status).toBe('unknown');
    expect(catalog.letters).toMatchObject([{ path: 'id' }]);
  });

  it('takes the term in force, and does without models.dev', async () => {
    const dimension = (usd: string, beginRange = '0') => ({
      unit: '1K tokens',
      beginRange,
      pricePerUnit: { USD: usd },
    });
    const body = JSON.stringify({
      publicationDate: '2026-09-11',
      products: { S: { attributes: { model: 'A', usagetype: 'USE1-A-input-tokens' } } },
      terms: {
        OnDemand: {
          S: {
            later: { effectiveDate: '2027-01-01', priceDimensions: { d: dimension('0.3') } },
            now: { effectiveDate: '2026-09-01', priceDimensions: { e: dimension('0.9', '1000'), d: dimension('0.2') } },
            before: { effectiveDate: '2026-01-01', priceDimensions: { d: dimension('0.1') } },
          },
        },
      },
    });
    const catalog = await readBody(amazonBedrock, 'prices', { [own]: body, [marketplace]: offer(filler) });
    expect(modelOf(catalog, 'A').cost.input).toBe(0.2);
    expect(catalog.faults).toMatchObject([{ endpoint: 'prices', request: 'names', kind: 'http', httpStatus: 404 }]);
  });

  it.each(['<html></html>', '{"acme":{"models":{}}}'])('does without the ids of %j', async (body) => {
    const bodies = { [own]: offer(filler), [marketplace]: offer(filler), [modelsDev]: body };
    const catalog = await readBody(amazonBedrock, 'prices', bodies);
    expect(catalog.items.map(({ id }) => id)).toEqual(['Filler']);
    expect(catalog.faults).toMatchObject([{ endpoint: 'prices', request: 'names', url: modelsDev, kind: 'shape' }]);
  });

  it('reads the keyed list without the provisioned duplicates', async () => {
    const catalog = await readRecorded(amazonBedrock, 'api');
    expect([catalog.rows, catalog.items.length, catalog.skipped, catalog.letters.length]).toEqual([118, 116, 2, 0]);
    expect(modelOf(catalog, 'mistral.voxtral-small-24b-2507')).toMatchObject({
      ownedBy: 'Mistral AI',
      modalities: { input: ['text', 'audio'], output: ['text'] },
      capabilities: { streaming: true },
      status: 'active',
    });
    const modelSummaries = [
      {
        modelId: 'a.b-v1:0',
        outputModalities: ['EMBEDDING'],
        modelLifecycle: { status: 'LEGACY', legacyTime: 1767225600, endOfLifeTime: '2026-07-01T00:00:00Z' },
      },
      { modelId: 'a.c', modelLifecycle: null, converse: 'x', inputModalities: 'TEXT' },
      { modelId: null },
    ];
    const made = await readBody(amazonBedrock, 'api', JSON.stringify({ modelSummaries }));
    expect(made.items[0]).toMatchObject({
      mode: 'embedding',
      status: 'deprecated',
      deprecatedAt: '2026-01-01',
      retiresAt: '2026-07-01',
    });
    expect([made.items.length, made.letters.length]).toEqual([2, 1]);
  });

  it.each(['<html></html>', '', '{}', '[]', '{"error":"x"}', '{"message":"Forbidden"}', '{"products":{}}'])(
    'fails every endpoint on %j',
    async (body) => {
      for (const endpoint of ['api', 'prices', 'catalog'])
        await expect(readBody(amazonBedrock, endpoint, body)).rejects.toMatchObject({ name: 'ShapeError' });
    },
  );
});
