import { describe, expect, it } from 'vitest';
import { openai } from '../../src/sources/openai.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const pricing = 'https://developers.openai.com/api/docs/pricing.md';
const table = (header: string, ...rows: string[]) =>
  ['', header, header.replaceAll(/[^|]+/g, ' --- '), ...rows, ''].join('\n');
const grouped = '### Grouped Pricing Table data';
const simple = '| Model | Input | Cached input | Output |';
const docs = (...body: string[]) => readBody(openai, 'docs', { [pricing]: body.join('\n') });

describe('openai', () => {
  it.each([
    ['docs', 38],
    ['api', 151],
  ])('reads every recorded row of %s', async (endpoint, rows) => {
    const catalog = await readRecorded(openai, endpoint);
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([rows, rows, 0]);
  });

  it('takes the standard prices and keeps long prompts, batch and fast as tiers', async () => {
    const catalog = await readRecorded(openai, 'docs');
    expect(modelOf(catalog, 'gpt-5.6-sol')).toMatchObject({
      cost: { input: 0.005, output: 0.03, cacheRead: 0.0005, cacheWrite: 0.00625 },
      tiers: [
        { when: { contextAbove: 272_000 }, cost: { input: 0.01, output: 0.045, cacheRead: 0.001, cacheWrite: 0.0125 } },
        { when: { serviceTier: 'batch' }, cost: { input: 0.0025, output: 0.015 } },
        { when: { serviceTier: 'batch', contextAbove: 272_000 }, cost: { input: 0.005, output: 0.0225 } },
        { when: { serviceTier: 'fast' }, cost: { input: 0.01, output: 0.06 } },
      ],
    });
    expect(modelOf(catalog, 'gpt-5.5').cost).toMatchObject({ input: 0.005, cacheRead: 0.0005, cacheWrite: null });
    expect(modelOf(catalog, 'gpt-4o-mini')).toMatchObject({
      cost: { input: 0.00015, cacheRead: 0.000075, output: 0.0006 },
      tiers: [],
    });
    expect(modelOf(catalog, 'text-embedding-3-small').cost).toMatchObject({ input: 0.00002, output: null });
  });

  it('keeps modalities apart and other units out of the token prices', async () => {
    const catalog = await readRecorded(openai, 'docs');
    expect(modelOf(catalog, 'gpt-realtime-2').cost).toMatchObject({
      input: 0.004,
      output: 0.024,
      cacheRead: 0.0004,
      inputAudio: 0.032,
      outputAudio: 0.064,
    });
    expect(modelOf(catalog, 'gpt-realtime-translate').cost).toMatchObject({
      output: null,
      outputAudio: null,
      perSecond: 0.000566666666666667,
    });
    expect(modelOf(catalog, 'sora-2').cost).toMatchObject({ input: null, perSecond: 0.1 });
  });

  it('tells the tier of a grouped table by the paragraph before it; without one the first table counts', async () => {
    const catalog = await docs(
      ...['## Specialized models', 'Batch', grouped, table(simple, '| a | $1.00 | - | $2.00 |')],
      ...['Standard', grouped, table(simple, '| a | $2.00 | - | $4.00 |')],
      ...['### Embeddings', table('| Model | Cost | Input |', '| e | x | $0.02 |')],
      ...['## Others', grouped, table(simple, '| b | $3.00 | - | $6.00 |')],
      ...[grouped, table(simple, '| b | $1.50 | $0.10 | $3.00 |')],
    );
    expect(modelOf(catalog, 'a')).toMatchObject({
      cost: { input: 0.002, output: 0.004 },
      tiers: [{ when: { serviceTier: 'batch' }, cost: { input: 0.001, output: 0.002 } }],
    });
    expect(modelOf(catalog, 'e').cost.input).toBe(0.00002);
    expect(modelOf(catalog, 'b').cost).toMatchObject({ input: 0.003, output: 0.006, cacheRead: null });
  });

  it('finds columns by name, reads sizes of long prompts, and leaves training, tools and words alone', async () => {
    const catalog = await docs(
      '### Standard pricing data',
      table(
        '| Short context output | Long context input | New | Model | Short context input |',
        '| $1,000.50 | $9.00 | x | gpt-x (<200K context length) | $4.00 |',
        '| - | - | x | gpt-y | Contact sales |',
      ),
      '## Fine-tuning',
      table('| Model | Training | Input | Output |', '| gpt-x | $25.00 | $99.00 | $99.00 |'),
      table('| Tool | Cost |', '| Web search | $10.00 / 1k calls |'),
    );
    expect(modelOf(catalog, 'gpt-x')).toMatchObject({
      cost: { input: 0.004, output: 1.0005 },
      tiers: [{ when: { contextAbove: 200_000 }, cost: { input: 0.009 } }],
    });
    expect(modelOf(catalog, 'gpt-y').pricing.status).toBe('unknown');
    expect(catalog.items).toHaveLength(2);
  });

  it('reads a price with a footnote mark', async () => {
    const catalog = await docs(
      '### Standard pricing data',
      table('| Model | Input | Output |', '| a | $2.00* | $4.00† |'),
    );
    expect(modelOf(catalog, 'a').cost).toMatchObject({ input: 0.002, output: 0.004 });
  });

  it('gives sizes of a video their own prices', async () => {
    const catalog = await docs(
      table('| Model | Size | Price per second |', '| sora-2-pro | 720p | $0.30 |', '| sora-2-pro | 1080p | $0.50 |'),
    );
    expect(catalog.items).toMatchObject([
      {
        pricing: { status: 'unknown' },
        tiers: [
          { when: { variant: '720p' }, cost: { perSecond: 0.3 } },
          { when: { variant: '1080p' }, cost: { perSecond: 0.5 } },
        ],
      },
    ]);
  });

  it('reads the page of a model where there is one', async () => {
    const catalog = await readBody(openai, 'docs', {
      [pricing]: table(simple, '| gpt-x | $1.00 | - | $2.00 |', '| gpt-y | $1.00 | - | $2.00 |'),
      'https://developers.openai.com/api/docs/models/gpt-x.md': [
        '1,050,000 context window\n128,000 max output tokens\nDec 1, 2025 knowledge cutoff\nReasoning token support',
        '## Modalities\n- Text: Input and output\n- Image: Input only\n- Audio: Not supported',
        '## Features\n- Streaming: Supported\n- Function calling: Supported\n- Structured outputs: Not supported',
      ].join('\n'),
    });
    expect(modelOf(catalog, 'gpt-x')).toMatchObject({
      limit: { context: 1_050_000, output: 128_000 },
      knowledge: '2025-12-01',
      modalities: { input: ['text', 'image'], output: ['text'] },
      capabilities: { reasoning: true, toolCall: true, structuredOutput: false, streaming: true, attachment: true },
    });
    expect(modelOf(catalog, 'gpt-y')).toMatchObject({ limit: { context: null }, cost: { input: 0.001 } });
    expect(catalog.faults).toMatchObject([
      {
        ...{ endpoint: 'docs', request: 'models', kind: 'http', httpStatus: 404 },
        url: 'https://developers.openai.com/api/docs/models/gpt-y.md',
      },
    ]);
  });

  it('reads the list without own fine-tunes', async () => {
    const data = [{ id: 'gpt-4', created: 1687882411, owned_by: 'system' }, { id: 'ft:gpt-4o:me::x' }, { id: null }];
    const catalog = await readBody(openai, 'api', JSON.stringify({ object: 'list', data }));
    expect(catalog).toMatchObject({ skipped: 1, rejected: 1, letters: [{ path: 'id' }] });
    expect(catalog.items).toMatchObject([{ id: 'gpt-4', ownedBy: 'openai', releaseDate: '2023-06-27' }]);
  });

  it.each(['<html><body>Not found</body></html>', '', '# Pricing\n\n| Tool | Cost |\n|---|---|\n| a | $1 |'])(
    'fails on a page without the table: %j',
    (body) => expect(docs(body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
