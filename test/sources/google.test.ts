import { describe, expect, it } from 'vitest';
import { google } from '../../src/sources/google.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const pricing = 'https://ai.google.dev/gemini-api/docs/pricing.md.txt';
const list = 'https://generativelanguage.googleapis.com/v1beta/models?pageSize=1000';

const section = (name: string, ids: string[], ...tables: string[]) =>
  [`## ${name}`, '', `*${ids.map((id) => `[\`${id}\`](https://a/${id})`).join(', ')}*`, ...tables].join('\n\n');
const table = (rows: Record<string, string>, tier = 'Standard', unit = 'per 1M tokens in USD') =>
  [
    `### ${tier}\n`,
    `|   | Free Tier | Paid Tier, ${unit} |`,
    '|---|---|---|',
    ...Object.entries(rows).map(([title, paid]) => `| ${title} | Free of charge | ${paid} |`),
  ].join('\n');
const docs = (...body: string[]) => readBody(google, 'docs', { [pricing]: body.join('\n\n') });
const one = async (...tables: string[]) => (await docs(section('Gemini X', ['gemini-x'], ...tables))).items[0]!;

describe('google', () => {
  it.each([
    ['docs', 37],
    ['api', 50],
  ])('reads every recorded row of %s', async (endpoint, rows) => {
    const catalog = await readRecorded(google, endpoint);
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([rows, rows, 0]);
  });

  it('converts the paid tier and keeps long prompts and batches as tiers', async () => {
    const catalog = await readRecorded(google, 'docs');
    expect(modelOf(catalog, 'gemini-2.5-pro')).toMatchObject({
      name: 'Gemini 2.5 Pro',
      cost: { input: 0.00125, output: 0.01, cacheRead: 0.000125 },
    });
    expect(modelOf(catalog, 'gemini-2.5-pro').tiers).toEqual([
      { when: { contextAbove: 200_000 }, cost: { input: 0.0025, output: 0.015, cacheRead: 0.00025 } },
      ...[
        { serviceTier: 'batch', short: [0.000625, 0.005, 0.000125], long: [0.00125, 0.0075, 0.00025] },
        { serviceTier: 'flex', short: [0.000625, 0.005, 0.000125], long: [0.00125, 0.0075, 0.00025] },
        { serviceTier: 'priority', short: [0.00225, 0.018, 0.000225], long: [0.0045, 0.027, 0.00045] },
      ].flatMap(({ serviceTier, short, long }) => [
        { when: { serviceTier }, cost: { input: short[0], output: short[1], cacheRead: short[2] } },
        { when: { contextAbove: 200_000, serviceTier }, cost: { input: long[0], output: long[1], cacheRead: long[2] } },
      ]),
    ]);
    expect(modelOf(catalog, 'gemini-2.5-flash').cost).toMatchObject({
      input: 0.0003,
      inputAudio: 0.001,
      cacheRead: 0.00003,
      output: 0.0025,
    });
    expect(modelOf(catalog, 'gemini-3.1-flash-live-preview')).toMatchObject({
      cost: { input: 0.00075, inputAudio: 0.003, inputImage: 0.001, output: 0.0045, outputAudio: 0.012 },
      status: 'preview',
    });
    expect(modelOf(catalog, 'imagen-4.0-generate-001').cost).toMatchObject({ input: null, perImage: 0.04 });
  });

  it('prices all ids of a section and names the one that bears its name', async () => {
    const { items } = await readRecorded(google, 'docs');
    const pro = items.filter(({ id }) => id.startsWith('gemini-3.1-pro'));
    expect(pro.map(({ id, name, cost }) => [id, name, cost.input])).toEqual([
      ['gemini-3.1-pro-preview', 'Gemini 3.1 Pro Preview', 0.002],
      ['gemini-3.1-pro-preview-customtools', null, 0.002],
    ]);
  });

  it('takes the price in force on the day of the page', async () => {
    const dated = (before: string, after: string) =>
      `$${before} through June 30, 2025. $${after} starting July 1, 2025.`;
    const model = await one(
      table({
        'Input price': dated('0.75', '1.50'),
        'Context caching price': `${dated('0.075', '0.15')} $0.50 / 1,000,000 tokens per hour (storage price) through June 30, 2025.`,
      }),
    );
    expect(model).toMatchObject({
      cost: { input: 0.0015, cacheRead: 0.00015 },
      tiers: [
        { when: { until: '2025-06-30' }, cost: { input: 0.00075, cacheRead: 0.000075 } },
        { when: { from: '2025-07-01' }, cost: { input: 0.0015, cacheRead: 0.00015 } },
      ],
    });
  });

  it.each([
    ['$0.15<br>$1.00 / 1,000,000 tokens per hour (storage price)', 0.00015],
    ['$4.50 / 1,000,000 tokens per hour (storage price)', null],
    ['$1.00 per 1M tokens per hour', null],
    ['$14 per 1,000 requests', null],
    ['$0.005/min', null],
    ['Same as Gemini 2.5 Flash', null],
    ['Not available', null],
    ['$1,000.00 (text)', 1],
    ['$0.175 / 1,000,000 tokens (audio)', null],
    ['$3.00 (audio)', null],
  ])('reads the caching price %j as %d', async (cell, cacheRead) => {
    expect((await one(table({ 'Context caching price': cell, 'Input price': '$9' }))).cost.cacheRead).toBe(cacheRead);
  });

  it('has the free price only where nothing can be paid for', async () => {
    const free = table({ 'Input price': 'Not available', 'Output price': 'Not available' });
    expect(await one(free)).toMatchObject({ cost: { input: 0, output: 0 }, pricing: { status: 'free' } });
    expect((await one(table({ 'Input price': '$1', 'Output price': 'Not available' }))).pricing.status).toBe('priced');
    const unsaid = table({ 'Input price': 'Not available' });
    expect((await one(unsaid)).pricing.status).toBe('unknown');
  });

  it('gives each model of a section the row that is its own', async () => {
    const { items } = await readRecorded(google, 'docs');
    const of = (word: string) => items.filter(({ id }) => id.startsWith(word)).map(({ id, cost }) => [id, cost]);
    expect(of('imagen')).toMatchObject([
      ['imagen-4.0-generate-001', { perImage: 0.04 }],
      ['imagen-4.0-ultra-generate-001', { perImage: 0.06 }],
      ['imagen-4.0-fast-generate-001', { perImage: 0.02 }],
    ]);
    expect(of('lyria')).toMatchObject([
      ['lyria-3-clip-preview', { input: null, perRequest: 0.04 }],
      ['lyria-3-pro-preview', { input: null, perRequest: 0.08 }],
    ]);
    const veo = items.find(({ id }) => id === 'veo-3.1-fast-generate-preview');
    expect(veo).toMatchObject({
      cost: { input: null, perSecond: 0.1 },
      tiers: [
        { when: { variant: '1080p' }, cost: { perSecond: 0.12 } },
        { when: { variant: '4k' }, cost: { perSecond: 0.3 } },
      ],
    });
  });

  it('leaves images and seconds alone where it is not said which price is whose', async () => {
    const rows = { 'Imagen 4 image price': '$0.02', 'Imagen 4 Ultra image price': '$0.06' };
    const imagen = await docs(
      section('Imagen 4', ['imagen-4-fast', 'imagen-4'], table(rows, 'Standard', 'per Image in USD')),
    );
    expect(imagen.items.map(({ pricing: { status } }) => status)).toEqual(['unknown', 'unknown']);
    const veo = table({ 'Veo 3 video price': '$0.40' }, 'Standard', 'per second in USD');
    expect((await one(veo)).cost).toMatchObject({ input: null, perSecond: 0.4 });
    const minutes = table({ 'Video price': '$6' }, 'Standard', 'per minute in USD');
    expect((await one(minutes)).cost).toMatchObject({ perSecond: 0.1 });
  });

  it('reads image tokens, and what they come to per image only where there is no other price', async () => {
    const { items } = await readRecorded(google, 'docs');
    const pro = items.find(({ id }) => id === 'gemini-3-pro-image');
    expect(pro?.cost).toMatchObject({ input: 0.002, output: 0.012, outputImage: 0.12, inputImage: null });
    expect(pro?.cost.perImage).toBeUndefined();
    // "$1.00 (text), $0.0006 (image)*": no million tokens cost that little.
    expect(pro?.tiers).toContainEqual({
      when: { serviceTier: 'batch' },
      cost: { input: 0.001, output: 0.006, perInputImage: 0.0006 },
    });
    expect(pro?.tiers).toContainEqual({
      when: { serviceTier: 'batch', variant: '1K/2K' },
      cost: { perImage: 0.067 },
    });
    const nano = items.find(({ id }) => id === 'gemini-2.5-flash-image');
    expect(nano?.cost).toMatchObject({ input: 0.0003, output: null, perImage: 0.039 });
  });

  it('prices an embedding by what goes in, video as a kind of its own', async () => {
    const { items } = await readRecorded(google, 'docs');
    expect(items.find(({ id }) => id === 'gemini-embedding-2')).toMatchObject({
      cost: { input: 0.0002, inputImage: 0.00045, inputAudio: 0.0065, output: null },
      tiers: [
        { when: { variant: 'video' }, cost: { input: 0.012 } },
        { when: { serviceTier: 'batch' }, cost: { input: 0.0001, inputImage: 0.000225, inputAudio: 0.00325 } },
        { when: { serviceTier: 'batch', variant: 'video' }, cost: { input: 0.006 } },
      ],
    });
  });

  it.each([
    ['Turbo', { serviceTier: 'turbo' }],
    ['Batch API', { serviceTier: 'batch' }],
  ])('keeps a level of service under its own name: %s', async (heading, when) => {
    const model = await one(table({ 'Input price': '$1' }), table({ 'Input price': '$3' }, heading));
    expect(model).toMatchObject({ cost: { input: 0.001 }, tiers: [{ when, cost: { input: 0.003 } }] });
  });

  it.each(['Standard', 'Default pricing'])('takes "%s" for the price itself', async (heading) => {
    expect(await one(table({ 'Input price': '$1' }, heading))).toMatchObject({ cost: { input: 0.001 }, tiers: [] });
  });

  it('never gives an unknown kind or unit the meaning of its neighbour', async () => {
    const model = await one(
      table({
        'Input price': '$1 (text) $7 (smell)',
        'Output price': '$0.60 (non-thinking) $3.50 (thinking) $0.002 per frame',
        'Hologram price': '$5',
        'Grounding with Google Search': '$14 / 1,000 search queries',
      }),
    );
    expect(model).toMatchObject({
      cost: { input: 0.001, output: 0.0006, reasoning: 0.0035 },
      tiers: [{ when: { variant: 'smell' }, cost: { input: 0.007 } }],
    });
    expect(model.pricing.issues).toEqual([
      { code: 'unread-price', detail: 'output price: $0.002 per frame' },
      { code: 'unread-price', detail: 'hologram price: $5 ' },
    ]);
  });

  it.each([
    ['$1 (prompts <= 128k) $2 (prompts > 128k, up to 200k) $4 (prompts > 200k)', 0.001, [128_000, 200_000]],
    ['$1, prompts up to 128k tokens', null, [undefined]],
  ])('keeps both bounds of a prompt: %s', async (cell, input, above) => {
    const model = await one(table({ 'Input price': cell }));
    expect(model.cost.input).toBe(input);
    expect(model.tiers.map(({ when }) => when.contextAbove)).toEqual(above);
    expect(model.tiers[0]?.when.contextUpTo).toBe(input ? 200_000 : 128_000);
  });

  it('finds the paid column wherever it stands, in tables without a tier heading too', async () => {
    const body =
      '| | Paid Tier, per 1M tokens in USD | Free Tier |\n|---|---|---|\n| Output price | $2 | Free of charge |';
    expect((await one(body)).cost.output).toBe(0.002);
  });

  it('tells from the id what a priced model makes', async () => {
    const table = ['|   | Paid Tier, per 1M tokens in USD |', '|---|---|', '| Input price | $1.00 |'].join('\n');
    const { items } = await docs(section('Gemini X', ['gemini-x-preview-tts', 'gemini-x-image', 'gemini-x'], table));
    expect(items).toMatchObject([
      { mode: 'speech', modalities: { output: ['audio'] } },
      { mode: 'image', modalities: { output: ['text', 'image'] } },
      { mode: null, modalities: { output: [] } },
    ]);
  });

  it('takes a last page without a list for an empty one, but not an error', async () => {
    const pages = (last: string) => ({
      [list]: JSON.stringify({ models: [{ name: 'models/a' }], nextPageToken: 't' }),
      [`${list}&pageToken=t`]: last,
    });
    expect((await readBody(google, 'api', pages('{}'))).items).toHaveLength(1);
    await expect(readBody(google, 'api', pages('{"error":{"message":"no"}}'))).rejects.toThrow('no');
    await expect(readBody(google, 'api', pages('{"tunedModels":[]}'))).rejects.toThrow('no list');
  });

  it('reads the page of a model where there is one', async () => {
    const catalog = await readBody(google, 'docs', {
      [pricing]: section('Gemini X', ['gemini-x'], table({ 'Input price': '$1' })),
      'https://ai.google.dev/gemini-api/docs/models/gemini-x.md.txt': [
        '| Property | Description |',
        '|---|---|',
        '| Model code | `gemini-x` |',
        '| Supported data types | **Inputs** Text, images, video, audio, and PDF **Output** Text |',
        '| Token limits^[\\[\\*\\]](x)^ | **Input token limit** 1,048,576 **Output token limit** 65,536 |',
        '| Capabilities | **Audio generation** Not supported **Function calling** Supported **Structured outputs** Supported **Thinking** Not supported |',
        '| Latest update | June 2025 |',
        '| Knowledge cutoff | January 2025 |',
      ].join('\n'),
    });
    expect(catalog.items).toMatchObject([
      {
        modalities: { input: ['text', 'image', 'audio', 'video', 'pdf'], output: ['text'] },
        limit: { context: 1_048_576, output: 65_536 },
        capabilities: { toolCall: true, structuredOutput: true, reasoning: false, attachment: true },
        knowledge: '2025-01',
        lastUpdated: '2025-06',
      },
    ]);
  });

  it.each([
    ['http', {}],
    ['shape', { 'https://ai.google.dev/gemini-api/docs/models/gemini-x.md.txt': '# Models' }],
  ])('does without the page of a model, with a fault: %s', async (kind, page) => {
    const body = section('Gemini X', ['gemini-x'], table({ 'Input price': '$1' }));
    const catalog = await readBody(google, 'docs', { [pricing]: body, ...page });
    expect(catalog.items).toMatchObject([{ id: 'gemini-x', limit: { context: null }, cost: { input: 0.001 } }]);
    expect(catalog.faults).toMatchObject([{ endpoint: 'docs', request: 'details', kind }]);
  });

  it('reads the list page by page and tells modes by method and id', async () => {
    const catalog = await readBody(google, 'api', {
      [list]: JSON.stringify({
        models: [
          { name: 'models/a', displayName: 'A', inputTokenLimit: '1000', thinking: true, temperature: 1 },
          { name: 'models/b-tts', supportedGenerationMethods: ['generateContent'] },
          { name: 'models/c', supportedGenerationMethods: ['predictLongRunning'] },
          { name: 7 },
        ],
        nextPageToken: 'x=',
      }),
      [`${list}&pageToken=x%3D`]: JSON.stringify({
        models: [{ name: 'models/e', outputTokenLimit: 1, supportedGenerationMethods: ['embedContent'] }],
      }),
    });
    expect(catalog.letters).toMatchObject([{ path: 'name', stage: 'validate' }]);
    expect(catalog.items).toMatchObject([
      {
        id: 'a',
        name: 'A',
        limit: { context: 1000 },
        capabilities: { reasoning: true, temperature: true },
        mode: null,
      },
      { id: 'b-tts', mode: 'speech', modalities: { output: ['audio'] }, capabilities: { reasoning: null } },
      { id: 'c', mode: 'video' },
      { id: 'e', mode: 'embedding', limit: { output: null } },
    ]);
  });

  it.each(['<html><body>Not found</body></html>', '', '## Gemini X\n\nsoon', table({ 'Input price': '$1' })])(
    'fails on a page without a section of prices: %j',
    (body) => expect(docs(body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
