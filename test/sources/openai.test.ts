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
    ['docs', 74],
    ['api', 132],
    ['snapshots', 112],
  ])('reads every recorded row of %s', async (endpoint, rows) => {
    const catalog = await readRecorded(openai, endpoint);
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([rows, rows, 0]);
  });

  it('takes the standard prices and keeps long prompts, batch and fast as tiers', async () => {
    const catalog = await readRecorded(openai, 'docs');
    expect(modelOf(catalog, 'gpt-5.6-sol')).toMatchObject({
      cost: { input: 0.004, output: 0.02, cacheRead: 0.0004, cacheWrite: 0.005 },
      tiers: [
        { when: { contextAbove: 272_000 }, cost: { input: 0.008, output: 0.03, cacheRead: 0.0008, cacheWrite: 0.01 } },
        { when: { serviceTier: 'batch' }, cost: { input: 0.002, output: 0.01 } },
        { when: { serviceTier: 'batch', contextAbove: 272_000 }, cost: { input: 0.004, output: 0.015 } },
        { when: { serviceTier: 'flex' }, cost: { input: 0.002, output: 0.01 } },
        { when: { serviceTier: 'flex', contextAbove: 272_000 }, cost: { input: 0.004, output: 0.015 } },
        { when: { serviceTier: 'fast' }, cost: { input: 0.008, output: 0.04 } },
        { when: { serviceTier: 'fast', contextAbove: 272_000 }, cost: { input: 0.016, output: 0.06 } },
      ],
    });
    expect(modelOf(catalog, 'gpt-5.5').cost).toMatchObject({ input: 0.005, cacheRead: 0.0005, cacheWrite: null });
    expect(modelOf(catalog, 'gpt-4o-mini')).toMatchObject({
      cost: { input: 0.00015, cacheRead: 0.000075, output: 0.0006 },
      tiers: [
        { when: { serviceTier: 'batch' }, cost: { input: 0.000075, output: 0.0003 } },
        { when: { serviceTier: 'fast' }, cost: { input: 0.00025, cacheRead: 0.000125, output: 0.001 } },
      ],
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
    expect(modelOf(catalog, 'gpt-image-1.5')).toMatchObject({
      mode: 'image',
      modalities: { input: ['image', 'text'], output: ['image', 'text'] },
      cost: { input: 0.005, output: 0.01, cacheRead: 0.00125, inputImage: 0.008, outputImage: 0.032 },
    });
    expect(modelOf(catalog, 'gpt-4o-mini-tts').cost).toMatchObject({ input: 0.0006, output: null, outputAudio: 0.012 });
    expect(modelOf(catalog, 'tts-1').cost).toMatchObject({ input: null, perCharacter: 0.000015 });
    expect(modelOf(catalog, 'whisper-1')).toMatchObject({ mode: 'transcription', cost: { perSecond: 0.0001 } });
    expect(modelOf(catalog, 'omni-moderation-latest')).toMatchObject({
      cost: { input: 0 },
      pricing: { status: 'free' },
    });
  });

  it('takes the price of a minute for an estimate where there are prices per token', async () => {
    const header = '| Model | Use case | Input | Output | Estimated cost |';
    const catalog = await docs(
      'Transcription models',
      grouped,
      table(
        header,
        '| a-transcribe | Transcription | $2.50 | $10.00 | $0.006 / minute |',
        '| b-transcribe | Transcription | - | - | $0.006 / minute |',
      ),
    );
    expect(modelOf(catalog, 'a-transcribe').cost).toMatchObject({ input: 0.0025, output: 0.01 });
    expect(modelOf(catalog, 'a-transcribe').cost.perSecond).toBeUndefined();
    expect(modelOf(catalog, 'b-transcribe')).toMatchObject({ mode: 'transcription', cost: { perSecond: 0.0001 } });
  });

  it('leaves a level that nobody knows its own name, however it is titled', async () => {
    const standard = ['Flagship models', 'Prices per 1M tokens.', 'Standard', grouped];
    const list = table(simple, '| a | $2.00 | - | $10.00 |');
    const other = table(simple, '| a | $12.00 | - | $60.00 |');
    for (const [title, serviceTier] of [
      [['Ultrafast', '### Ultrafast pricing data'], 'ultrafast'],
      [['Ultrafast', grouped], 'ultrafast'],
      [['### Warp mode', grouped], 'warp'],
      [['### Priority processing pricing data'], 'priority'],
    ] as const)
      expect((await docs(...standard, list, ...title, other)).items).toMatchObject([
        { cost: { input: 0.002 }, tiers: [{ when: { serviceTier }, cost: { input: 0.012, output: 0.06 } }] },
      ]);
    const sessions = await docs(
      ...standard,
      list,
      ...['GPT-Live sessions', grouped, table('| Model | Price per minute |', '| gpt-live | $0.06 |')],
    );
    expect(modelOf(sessions, 'gpt-live')).toMatchObject({ cost: { perSecond: 0.001 }, tiers: [] });
  });

  it('tells a price of a unit or a column that nobody knows, and calls no such model free', async () => {
    const catalog = await docs(
      '### Standard pricing data',
      table(
        '| Model | Input | Output | Keep-alive |',
        '| a | $2.00 / fortnight | $3.00 | - |',
        '| b | Free | - | $1.00 |',
        '| c (data sharing) | $1.00 | $2.00 | - |',
        '| d | - | - | - |',
      ),
    );
    expect(modelOf(catalog, 'a')).toMatchObject({
      cost: { input: null, output: 0.003 },
      pricing: { issues: [{ code: 'unread-price', detail: 'standard, input: $2.00 / fortnight is not read' }] },
    });
    expect(modelOf(catalog, 'b').pricing).toMatchObject({ status: 'unknown' });
    expect(modelOf(catalog, 'c')).toMatchObject({
      cost: { input: null },
      tiers: [{ when: { variant: 'data sharing' }, cost: { input: 0.001, output: 0.002 } }],
    });
    expect(modelOf(catalog, 'd').pricing.issues).toMatchObject([{ code: 'no-list-price' }]);
  });

  it('prices snapshots and aliases that only the list names by the page', async () => {
    const catalog = await readRecorded(openai, 'snapshots');
    expect(modelOf(catalog, 'gpt-5.4-2026-03-05').cost).toMatchObject({ input: 0.0025, output: 0.015 });
    expect(modelOf(catalog, 'gpt-4o-2024-05-13').cost).toMatchObject({ input: 0.005, output: 0.015 });
    expect(modelOf(catalog, 'gpt-4').cost).toMatchObject({ input: 0.03, output: 0.06 });
    expect(modelOf(catalog, 'omni-moderation-2024-09-26').pricing.status).toBe('free');
    const ids = catalog.items.map(({ id }) => id);
    expect(ids.filter((id) => /^(gpt-3.5-turbo-16k|gpt-5-codex|gpt-5-chat-latest)$/.test(id))).toEqual([]);
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
        '| $ 950.50 | $9.00 | x | gpt-x (<200K context length) | $4.00 |',
        '| - | - | x | gpt-y | Contact sales |',
      ),
      '## Fine-tuning',
      table('| Model | Training | Input | Output |', '| gpt-x | $25.00 | $99.00 | $99.00 |'),
      table('| Tool | Cost |', '| Web search | $10.00 / 1k calls |'),
    );
    expect(modelOf(catalog, 'gpt-x')).toMatchObject({
      cost: { input: 0.004, output: 0.9505 },
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
        pricing: { status: 'variable' },
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
        '## Snapshots\n- gpt-x\n- gpt-x-2026-03-05\n- gpt-x-mini-2026-03-05',
        '## Features\n- Streaming: Supported\n- Function calling: Supported\n- Structured outputs: Not supported',
      ].join('\n'),
    });
    expect(modelOf(catalog, 'gpt-x')).toMatchObject({
      limit: { context: 1_050_000, output: 128_000 },
      knowledge: '2025-12-01',
      modalities: { input: ['text', 'image'], output: ['text'] },
      capabilities: { reasoning: true, toolCall: true, structuredOutput: false, streaming: true, attachment: true },
    });
    expect(modelOf(catalog, 'gpt-x-2026-03-05')).toMatchObject({ cost: { input: 0.001 }, limit: { output: 128_000 } });
    expect(catalog.items).toHaveLength(3);
    expect(modelOf(catalog, 'gpt-y')).toMatchObject({ limit: { context: null }, cost: { input: 0.001 } });
    expect(catalog.faults).toMatchObject([
      {
        ...{ endpoint: 'docs', request: 'models', kind: 'http', httpStatus: 404 },
        url: 'https://developers.openai.com/api/docs/models/gpt-y.md',
      },
    ]);
  });

  it('tells the day of a shutdown, and no release', async () => {
    const catalog = await readRecorded(openai, 'api');
    expect(modelOf(catalog, 'gpt-4')).toMatchObject({
      retiresAt: '2026-10-23',
      status: 'deprecated',
      releaseDate: null,
    });
    expect(modelOf(catalog, 'gpt-5-codex')).toMatchObject({ retiresAt: '2026-07-23', status: 'retired' });
    expect(modelOf(catalog, 'gpt-5.6-luna')).toMatchObject({ retiresAt: null, status: null });
  });

  it('reads the list without own fine-tunes', async () => {
    const data = [{ id: 'gpt-4', created: 1687882411, owned_by: 'system' }, { id: 'ft:gpt-4o:me::x' }, { id: null }];
    const catalog = await readBody(openai, 'api', JSON.stringify({ object: 'list', data }));
    expect(catalog).toMatchObject({ skipped: 1, rejected: 1, letters: [{ path: 'id' }] });
    expect(catalog.items).toMatchObject([{ id: 'gpt-4', ownedBy: 'openai', releaseDate: null }]);
  });

  it.each(['<html><body>Not found</body></html>', '', '# Pricing\n\n| Tool | Cost |\n|---|---|\n| a | $1 |'])(
    'fails on a page without the table: %j',
    (body) => expect(docs(body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
