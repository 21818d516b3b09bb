import { describe, expect, it } from 'vitest';
import { azure } from '../../src/sources/azure.js';
import { modelOf, readBody, readRecorded, urlsOf } from './harness.js';

const [models = '', schedule = '', others = '', partners = '', meters = ''] = urlsOf(azure, 'docs');

const header =
  '| Model ID | Description | Context Window | Max Output Tokens | Training Data (up to) |\n|--|--|--|--|--|\n';
const documented = (...rows: string[]) => `## GPT\n\n### Capabilities\n\n${header}${rows.join('\n')}\n`;
const scheduled = (...rows: string[]) =>
  `### xAI\n\n| Model | Version | Lifecycle | Retirement date | Replacement |\n|--|--|--|--|--|\n${rows.join('\n')}\n`;
const item = (meterName: string, retailPrice: unknown, more: object = {}) => ({
  currencyCode: 'USD',
  tierMinimumUnits: 0,
  retailPrice,
  armRegionName: 'eastus2',
  meterName,
  productName: 'Azure OpenAI',
  unitOfMeasure: '1K',
  type: 'Consumption',
  isPrimaryMeterRegion: true,
  ...more,
});
const priceList = (items: object[], next: string | null = null) => JSON.stringify({ Items: items, NextPageLink: next });
const read = (bodies: Record<string, string>) =>
  readBody(azure, 'docs', { [models]: documented('| `gpt-4.1` (2025-04-14) | | | | |'), ...bodies });
const priced = async (...items: object[]) => modelOf(await read({ [meters]: priceList(items) }), 'gpt-4.1');

describe('azure', () => {
  it('joins the recorded documents and prices', async () => {
    const catalog = await readRecorded(azure, 'docs');
    expect([catalog.rows, catalog.items.length, catalog.skipped, catalog.letters.length]).toEqual([130, 120, 10, 0]);
    expect(modelOf(catalog, 'gpt-5.5')).toMatchObject({
      ownedBy: 'OpenAI',
      mode: 'chat',
      limit: { context: 1_050_000, output: 128_000 },
      knowledge: '2025-12',
      releaseDate: '2026-04-24',
      lastUpdated: null,
      status: 'active',
      retiresAt: '2027-04-23',
      capabilities: { toolCall: true, structuredOutput: true, reasoning: true, attachment: true, streaming: null },
      modalities: { input: ['text', 'image'] },
      cost: { input: 0.005, output: 0.03, cacheRead: 0.0005 },
    });
    expect(modelOf(catalog, 'gpt-4.1')).toMatchObject({
      limit: { context: 1_047_576, output: 32_768 },
      status: 'deprecated',
      cost: { input: 0.002, output: 0.008, cacheRead: 0.0005 },
      tiers: [
        { when: { region: 'data zone' }, cost: { input: 0.0022, output: 0.0088, cacheRead: 0.00055 } },
        { when: { region: 'regional' }, cost: { input: 0.0022 } },
        { when: { serviceTier: 'batch' }, cost: { input: 0.001, output: 0.004 } },
      ],
    });
    expect(modelOf(catalog, 'DeepSeek-V4-Flash')).toMatchObject({
      cost: { input: 0.00019, output: 0.00051, cacheRead: 0.000028 },
      ownedBy: 'DeepSeek',
    });
    expect(modelOf(catalog, 'gpt-5.1').tiers).toContainEqual({
      when: { serviceTier: 'priority' },
      cost: { input: 0.0025, output: 0.02 },
    });
  });

  it('gives a model the price of its newest version and the others apart', async () => {
    const model = modelOf(await readRecorded(azure, 'docs'), 'gpt-4o');
    expect(model).toMatchObject({ releaseDate: '2024-05-13', lastUpdated: '2024-11-20', cost: { input: 0.0025 } });
    expect(model.tiers).toContainEqual({ when: { variant: '2024-05-13' }, cost: { input: 0.005, output: 0.015 } });
  });

  it('has an offer of each version that is priced, with its own days', async () => {
    const catalog = await readRecorded(azure, 'docs');
    expect(modelOf(catalog, 'gpt-4o-2024-05-13')).toMatchObject({
      ...{ mode: 'chat', releaseDate: '2024-05-13', lastUpdated: null, retiresAt: '2026-10-01' },
      limit: { context: 128_000, output: 4096 },
      cost: { input: 0.005, output: 0.015 },
      tiers: [{ when: { serviceTier: 'batch' }, cost: { input: 0.0025 } }],
    });
    expect(modelOf(catalog, 'gpt-4o-2024-08-06')).toMatchObject({ cost: { input: 0.0025, output: 0.01 }, tiers: [] });
    expect(modelOf(catalog, 'gpt-5.5-2026-04-24').cost).toMatchObject({ input: 0.005, output: 0.03 });
    const ids = catalog.items.map(({ id }) => id);
    expect(ids.filter((id) => /^(text-embedding-3-large-|Kimi-K2.6-|gpt-5.4-pro-2)/.test(id))).toEqual([]);
    const turbo = await read({
      [models]: documented('| `gpt-4`<sup>1</sup> (turbo-2024-04-09) <br>GPT-4 Turbo | | | | |'),
      [meters]: priceList([item('gpt 4 Inp glbl', 0.01)]),
    });
    expect(turbo.items.map(({ id }) => id)).toEqual(['gpt-4', 'gpt-4-turbo-2024-04-09']);
  });

  it('reads the cells of the tables, footnotes, previews and several models in one', async () => {
    const catalog = await readRecorded(azure, 'docs');
    expect(modelOf(catalog, 'gpt-oss-120b')).toMatchObject({ openWeights: true, releaseDate: null });
    expect(modelOf(catalog, 'gpt-4')).toMatchObject({ releaseDate: '2024-04-09', limit: { context: 128_000 } });
    expect(modelOf(catalog, 'gpt-realtime-mini')).toMatchObject({
      releaseDate: '2025-10-06',
      lastUpdated: '2025-12-15',
    });
    expect(modelOf(catalog, 'gpt-audio-mini').limit).toEqual({ context: null, input: null, output: 16_384 });
    expect(modelOf(catalog, 'o3').limit).toEqual({ context: 200_000, input: null, output: 100_000 });
    expect(modelOf(catalog, 'sora').mode).toBe('video');
    expect(modelOf(catalog, 'whisper')).toMatchObject({ mode: 'transcription', limit: { context: null } });
    expect(modelOf(catalog, 'text-embedding-3-large')).toMatchObject({
      mode: 'embedding',
      limit: { context: 8192 },
      cost: { input: 0.00013, output: null },
    });
    expect(modelOf(catalog, 'gpt-chat-latest')).toMatchObject({ status: 'preview', lastUpdated: '2026-05-28' });
  });

  it('finds the columns by name, in any order and case', async () => {
    const table = [
      '## GPT',
      '|TRAINING DATA (up to) |context   window| Model ID',
      '|---|:---:|---|---|',
      '| Sep 2021 | 8,000 | `a` (2024-01-02)<br>**Preview**<sup>1</sup> |',
    ].join('\n');
    expect((await readBody(azure, 'docs', { [models]: table })).items).toMatchObject([
      { id: 'a', knowledge: '2021-09', limit: { context: 8000 }, status: 'preview', pricing: { status: 'unknown' } },
    ]);
  });

  it('reads the lifecycle of all models, and not that of older versions and fine-tuned ones', async () => {
    const catalog = await read({
      [models]: documented('| `grok-x` (2026-02-02) | | | | |'),
      [schedule]: `${scheduled(
        '| grok-x | 2026-01-01 | Retired | 2026-03-01 | — |',
        '| grok-y (gated) | 1 | Retired | 2026-01-01 | — |',
        '| grok-y | 2 | Legacy | — | grok-z |',
      )}\n#### Fine-tuned models\n\n| Model | Version | Training retirement date | Deployment retirement date |\n|--|--|--|--|\n| z | 1 | 2027-01-01 | 2027-01-01 |\n`,
    });
    expect(catalog.items).toMatchObject([
      { id: 'grok-x', status: null, retiresAt: null, releaseDate: '2026-01-01', lastUpdated: '2026-02-02' },
      { id: 'grok-y', status: 'deprecated', retiresAt: null, ownedBy: 'xAI', releaseDate: null },
    ]);
  });

  it('reads the documents of the other labs', async () => {
    const catalog = await read({
      [others]: [
        '## Cohere models sold by Azure',
        '| Model  | Type | Capabilities |',
        '| --- | --- | --- |',
        '| `Cohere-command-b` <br> **Preview** | chat-completion <br> (with reasoning content) | - **Input:** text and image (128,000 tokens) <br /> - **Output:** text (64,000 tokens) <br /> - **Tool calling:** No |',
        '| `claude-x` | Messages | - **Input:** text <br /> - **Output:** text (64,000 max tokens) <br /> - **Context window:** 200,000 <br /> - **Tool calling:** Yes (search) |',
      ].join('\n'),
    });
    expect(modelOf(catalog, 'Cohere-command-b')).toMatchObject({
      ownedBy: 'Cohere',
      mode: 'chat',
      status: 'preview',
      limit: { context: 128_000, output: 64_000 },
      capabilities: { toolCall: false, reasoning: true },
      modalities: { input: ['text', 'image'] },
    });
    expect(modelOf(catalog, 'claude-x')).toMatchObject({
      limit: { context: 200_000, output: 64_000 },
      capabilities: { toolCall: true },
    });
  });

  it.each([
    ['gpt 4.1 Inp glbl Tokens', { input: 0.002 }],
    ['gpt-4.1-ccchd-inp-glbl Tokens', { cacheRead: 0.002 }],
    ['4.1 opt Gl 1M Tokens', { output: 0.002 }],
    ['gpt 4.1 outpt Tokens', { output: 0.002 }],
    ['4.1 Input global', { input: 0.002 }],
    ['glbl Outp gpt 4.1', { output: 0.002 }],
    ['gpt 4.1 Inp Std Gl 1M Tokens', { input: 0.002 }],
    ['gpt 4.1 Global Standard Inp Tokens', { input: 0.002 }],
    ['gpt 4.1 ShortCo Cd Wr Std Gl 1M Tokens', { input: null, cacheRead: null, cacheWrite: 0.002 }],
    ['gpt 4.1 Wr Inp Gl Tokens', { input: null, cacheWrite: 0.002 }],
    ['gpt 4.1 Audio Inp glbl Tokens', { input: null, inputAudio: 0.002 }],
    ['gpt 4.1 Image Outp glbl Tokens', { output: null, outputImage: 0.002 }],
    ['gpt 4.1 Text Inp glbl Tokens', { input: 0.002 }],
    ['gpt 4.1 cached Audio Inp glbl Tokens', { cacheRead: null, inputAudio: null }],
    ['gpt 4.1 Express Inp glbl Tokens', { input: null }],
    ['gpt 4.1 mini Inp glbl Tokens', { input: null }],
    ['gpt 4.1 ft Inp glbl Tokens', { input: null }],
    ['gpt 4.1 grader Inp glbl Tokens', { input: null }],
  ])('reads the meter %j', async (name, cost) => {
    expect((await priced(item(name, 0.002))).cost).toMatchObject(cost);
  });

  it.each([
    ['gpt 4.1 Inp dz Tokens', { region: 'data zone' }],
    ['gpt 4.1 Inp DataZone Tokens', { region: 'data zone' }],
    ['gpt 4.1 Inp regnl Tokens', { region: 'regional' }],
    ['gpt 4.1 pp Inp Gl Tokens', { serviceTier: 'priority' }],
    ['gpt 4.1 Inp Glbl L Tokens', { variant: 'long context' }],
    ['gpt 4.1 LongCo Inp Glbl Tokens', { variant: 'long context' }],
    ['gpt 4.1 0101 Inp Glbl Tokens', { variant: '0101' }],
    ['gpt 4.1 Flex Inp Std Gl Tokens', { serviceTier: 'flex' }],
    ['gpt 4.1 LongCo Inp Std DZ Tokens', { region: 'data zone', variant: 'long context' }],
  ])('keeps %j apart from the base', async (name, when) => {
    const model = await priced(item(name, 0.002));
    expect([model.cost.input, model.tiers]).toEqual([null, [{ when, cost: { input: 0.002 } }]]);
  });

  it('reads the unit of each meter and takes neither zeros, other currencies, regions nor reservations', async () => {
    const name = 'gpt 4.1 Inp glbl';
    expect((await priced(item(name, '2', { unitOfMeasure: '1M' }))).cost.input).toBe(0.002);
    for (const more of [
      { unitOfMeasure: '1 Hour' },
      { unitOfMeasure: null },
      { retailPrice: 0 },
      { currencyCode: 'EUR' },
      { armRegionName: 'swedencentral' },
      { type: 'Reservation' },
      { type: 'DevTestConsumption' },
      { tierMinimumUnits: 1000 },
    ])
      expect([more, (await priced(item(name, 0.002, more))).cost.input]).toEqual([more, null]);
  });

  it('keeps prices of quantities and of days to come apart', async () => {
    const name = 'gpt 4.1 Inp glbl';
    const model = await priced(
      item(name, 0.002),
      item(name, 0.001, { tierMinimumUnits: 1000 }),
      item(name, 0.003, { effectiveStartDate: '2099-01-01T00:00:00Z' }),
    );
    expect([model.cost.input, model.tiers]).toEqual([
      0.002,
      [
        { when: { quantityAbove: 1000 }, cost: { input: 0.001 } },
        { when: { from: '2099-01-01' }, cost: { input: 0.003 } },
      ],
    ]);
  });

  it.each([
    ['whisper', 'Whisper glbl', '1 Hour', 0.36, { perSecond: 0.0001 }],
    ['sora-2', 'Sora 2 glbl Second', '1 Second', 0.1, { perSecond: 0.1 }],
    ['tts', 'TTS Characters', '1M', 15, { perCharacter: 0.000015 }],
    ['mistral-ocr', 'Mistral OCR Pages', '1K', 1, { perPage: 0.001 }],
    ['gpt-image-1', 'gpt-image-1 glbl Images', '100', 4, { perImage: 0.04 }],
    ['gpt-image-1', 'gpt-image-1 Outp glbl', '1', 4, {}],
    ['gpt-4.1', 'gpt 4.1 Inp glbl', '1 Hour', 4, {}],
  ])('reads a price of %s per what its meter counts: %j', async (id, name, unitOfMeasure, price, cost) => {
    const catalog = await read({
      [models]: documented(`| \`${id}\` | | | | |`),
      [meters]: priceList([item(name, price, { unitOfMeasure })]),
    });
    const stated = Object.entries(modelOf(catalog, id).cost).filter(([, value]) => value !== null);
    expect(Object.fromEntries(stated)).toEqual(cost);
  });

  it('takes the primary meter of two, and neither of two that contradict each other', async () => {
    const name = 'gpt 4.1 Inp glbl';
    expect((await priced(item(name, 0.009, { isPrimaryMeterRegion: false }), item(name, 0.002))).cost.input).toBe(
      0.002,
    );
    const disputed = await priced(item(name, 0.009), item(name, 0.002));
    expect([disputed.cost.input, disputed.pricing.issues]).toMatchObject([null, [{ code: 'unread-price' }]]);
  });

  it('takes the price that is in force', async () => {
    const name = 'gpt 4.1 Inp glbl';
    const old = item(name, 0.003, {
      effectiveStartDate: '2024-01-01T00:00:00Z',
      effectiveEndDate: '2025-06-30T23:59:59Z',
    });
    const now = item(name, 0.002, { effectiveStartDate: '2025-07-01T00:00:00Z' });
    const next = item(name, 0.001, { effectiveStartDate: '2099-01-01T00:00:00Z' });
    expect((await priced(next, old, now)).cost.input).toBe(0.002);
    // One that is over is none, even where no other one is listed.
    expect((await priced(old)).cost.input).toBeNull();
  });

  it('follows a link that names the port, and does without a page that fails', async () => {
    const pages = (more: object) =>
      read({
        [meters]: priceList(
          [item('gpt 4.1 Inp glbl', 0.001)],
          'https://prices.azure.com:443/api/retail/prices?$skip=1000',
        ),
        ...more,
      });
    const second = {
      'https://prices.azure.com/api/retail/prices?$skip=1000': priceList([item('gpt 4.1 Outp glbl', 0.002)]),
    };
    expect(modelOf(await pages(second), 'gpt-4.1').cost).toMatchObject({ input: 0.001, output: 0.002 });
    const first = await pages({});
    expect(modelOf(first, 'gpt-4.1').cost).toMatchObject({ input: 0.001, output: null });
    expect(first.faults).toContainEqual(
      expect.objectContaining({ request: 'meters', url: Object.keys(second)[0], kind: 'http' }),
    );
  });

  it('follows the pages of the price list, and skips meters of no known model', async () => {
    const second = 'https://prices.azure.com/api/retail/prices?$skip=1000';
    const catalog = await read({
      [meters]: priceList([item('gpt 4.1 Inp glbl', 0.001)], second),
      [second]: priceList([item('gpt 4.1 Outp glbl', 0.002), item('Titan Inp glbl', 2), { meterName: 7 }]),
    });
    expect(modelOf(catalog, 'gpt-4.1').cost).toMatchObject({ input: 0.001, output: 0.002 });
    expect(catalog.skipped).toBe(1);
  });

  it('does without the companions', async () => {
    for (const body of ['<html></html>', '{"error":{"code":"429"}}', '{}', '']) {
      const catalog = await read({ [meters]: body, [schedule]: body, [others]: body, [partners]: body });
      expect(catalog.items).toHaveLength(1);
      expect(catalog.faults).toMatchObject([
        { endpoint: 'docs', request: 'schedule', url: schedule, kind: 'shape' },
        { endpoint: 'docs', request: 'others', url: others, kind: 'shape' },
        { endpoint: 'docs', request: 'others', url: partners, kind: 'shape' },
        { endpoint: 'docs', request: 'meters', url: meters, kind: 'shape' },
      ]);
    }
  });

  it.each([
    '<html></html>',
    '',
    '{}',
    '[]',
    '{"error":"x"}',
    '404: Not Found',
    '| Models | Description |\n|--|--|\n| a | b |',
  ])('fails every endpoint on %j', async (body) => {
    for (const endpoint of ['docs', 'catalog'])
      await expect(readBody(azure, endpoint, body)).rejects.toMatchObject({ name: 'ShapeError' });
  });
});
