import { describe, expect, it } from 'vitest';
import { mistral } from '../../src/sources/mistral.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const listUrl = 'https://api.mistral.ai/v1/models';
const docsUrl = 'https://docs.mistral.ai/inference/pricing';

const list = (...data: object[]) => JSON.stringify({ object: 'list', data });
const table = (...rows: string[][]) =>
  `<table><tr><th>Model</th><th>Input</th><th>Cached input</th><th>Output</th></tr>${rows
    .map(
      ([slug, ...cells]) =>
        `<tr><td><a href="/models/${slug}">Some Model ↗</a></td>${cells.map((c) => `<td>${c}</td>`).join('')}</tr>`,
    )
    .join('')}</table>`;
const one = async (...cells: string[]) => (await readBody(mistral, 'docs', table(['a-25-01', ...cells]))).items[0]!;

describe('mistral', () => {
  it.each([
    ['docs', 19],
    ['api', 55],
    ['pricing', 25],
  ])('reads every recorded row of %s', async (endpoint, rows) => {
    const catalog = await readRecorded(mistral, endpoint);
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([rows, rows, 0]);
    expect(catalog.items.filter(({ id }) => /[↗\s]/.test(id))).toEqual([]);
  });

  it('converts each denominator and tells ids from slugs', async () => {
    const catalog = await readRecorded(mistral, 'docs');
    expect(modelOf(catalog, 'mistral-medium-2604')).toMatchObject({
      name: 'Mistral Medium 3.5',
      cost: { input: 0.0015, output: 0.0075, cacheRead: 0.00015 },
    });
    expect(modelOf(catalog, 'ministral-14b-2512').cost).toMatchObject({ input: 0.0002, cacheRead: 0.00002 });
    expect(modelOf(catalog, 'mistral-ocr-2512').cost).toMatchObject({ input: null, cacheRead: null, perPage: 0.002 });
    expect(modelOf(catalog, 'voxtral-mini-tts-2603').cost).toMatchObject({ output: null, perCharacter: 0.000016 });
    expect(modelOf(catalog, 'voxtral-mini-2602').cost).toMatchObject({ input: null, perSecond: 0.00005 });
    expect(modelOf(catalog, 'voxtral-small-2507').cost).toMatchObject({ input: null, output: 0.0004 });
    expect(modelOf(catalog, 'mistral-moderation-2603')).toMatchObject({
      cost: { input: 0, output: 0 },
      pricing: { status: 'free' },
    });
  });

  it.each([
    ['https://docs.mistral.ai/models/model-cards/mistral-large-3-25-12', 'mistral-large-2512'],
    ['/models/codestral-25-08/?tab=api#x', 'codestral-2508'],
  ])('takes the last part of a link: %s', async (url, id) => {
    const body = table(['slug', '$1 /M Tokens', '—', '$2 /M Tokens']).replace('/models/slug', url);
    expect((await readBody(mistral, 'docs', body)).items).toMatchObject([{ id, cost: { input: 0.001 } }]);
  });

  it('takes no price in euros, of no known unit, or of a plain zero', async () => {
    expect((await one('€1.3 /M Tokens', '—', '$3 /Step')).pricing.status).toBe('unknown');
    expect((await one('€1.3 /M Tokens', '—', '€3 /M Tokens')).pricing.issues).toMatchObject([
      { code: 'no-list-price' },
    ]);
    expect((await one('$1 /M Tokens', '—', '$3 /Step')).pricing.issues).toMatchObject([
      { code: 'unread-price', detail: 'output: $3 /Step' },
    ]);
    expect(await one('$1 /M Tokens', '—', '€2 /M Tokens')).toMatchObject({
      cost: { input: 0.001, output: null },
      pricing: { issues: [{ code: 'unread-price', detail: 'output: €2 /M Tokens' }] },
    });
    expect((await one('$0 /M Tokens', '$0 /M Tokens', '$0 /M Tokens')).pricing.status).toBe('unknown');
    expect((await one('$1,000 /M Tokens', '', '$0.4/M tokens')).cost).toMatchObject({
      input: 1,
      output: 0.0004,
    });
  });

  it('joins prices with every alias of a dated model, not with other dates', async () => {
    const row = { capabilities: { completion_chat: true }, name: 'mistral-medium-2604' };
    const catalog = await readBody(mistral, 'api', {
      [listUrl]: list(
        { ...row, id: 'mistral-medium-latest', aliases: ['mistral-medium-2604', 'mistral-medium-3'] },
        { ...row, id: 'mistral-medium-2505', name: 'mistral-medium-2505', aliases: [] },
        { id: 'mistral-x', name: null, aliases: null },
      ),
      [docsUrl]: table(
        ['mistral-medium-3-5-26-04', '$1.5 /M Tokens', '—', '$7.5 /M Tokens'],
        ['mistral-medium-3-25-07', '$0.4 /M Tokens', '—', '$2 /M Tokens'],
      ),
    });
    expect(catalog.items.map(({ id, cost }) => [id, cost.input])).toEqual([
      ['mistral-medium-latest', 0.0015],
      ['mistral-medium-2505', null],
      ['mistral-x', null],
    ]);
  });

  it('reads the list without the pricing page, or with one in another form', async () => {
    const body = list({ id: 'a', max_context_length: 131072 });
    const pricingUrl = 'https://mistral.ai/pricing';
    const faults = {
      http: { [listUrl]: body },
      shape: { [listUrl]: body, [docsUrl]: '<html>', [pricingUrl]: '<html>' },
    };
    for (const [kind, bodies] of Object.entries(faults)) {
      const catalog = await readBody(mistral, 'api', bodies);
      expect(catalog.items).toMatchObject([{ id: 'a', limit: { context: 131_072 } }]);
      const fault = { endpoint: 'api', request: 'priced', kind };
      expect(catalog.faults).toMatchObject([fault, fault]);
    }
  });

  it('merges ids that are listed twice, rejects rows alone and skips own models', async () => {
    const body = list(
      { id: 'voxtral-mini-latest', capabilities: { audio: true, completion_chat: true, function_calling: false } },
      { id: 'voxtral-mini-latest', capabilities: { audio: false, audio_transcription: true }, name: null },
      { id: 7 },
      { id: 'ft:mine', type: 'fine-tuned' },
      { id: 'b', deprecation: '2026-02-28T12:00:00Z', default_model_temperature: 0, created: 1_770_716_737 },
    );
    const catalog = await readBody(mistral, 'api', { [listUrl]: body });
    expect(catalog).toMatchObject({ skipped: 1, letters: [{ path: 'id', stage: 'validate' }] });
    expect(catalog.items).toMatchObject([
      { mode: 'chat', modalities: { input: ['text', 'audio'] }, capabilities: { toolCall: false, reasoning: null } },
      { status: 'deprecated', retiresAt: '2026-02-28', releaseDate: null, capabilities: { temperature: true } },
    ]);
  });

  it('hears by any of its audio abilities, where another one is denied', async () => {
    const body = list(
      { id: 'a', capabilities: { audio: false, audio_transcription: true } },
      { id: 'b', capabilities: { audio: false, audio_transcription: false, audio_transcription_realtime: true } },
      { id: 'c', capabilities: { audio: false, audio_transcription: false, completion_chat: true } },
    );
    expect((await readBody(mistral, 'api', { [listUrl]: body })).items).toMatchObject([
      { mode: 'transcription', modalities: { input: ['audio'] }, capabilities: { attachment: true } },
      { mode: 'transcription', modalities: { input: ['audio'] } },
      { mode: 'chat', modalities: { input: ['text'] }, capabilities: { attachment: false } },
    ]);
  });

  it('reads the data of the older page', async () => {
    const rows = [
      {
        name: 'Mistral Medium 3',
        icon: { src: 'x' },
        api_endpoint: 'mistral-medium-latest',
        price: [
          { value: 'Input (/M tokens)', price_dollar: '<p>$0.4</p>', price_euro: '<p>0.4€</p>' },
          { value: 'Output (/M tokens)', price_dollar: '<p>$2</p>' },
        ],
      },
      {
        name: 'OCR',
        api_endpoint: 'mistral-ocr-latest',
        price: [{ value: 'Input (/1000 pages)', price_dollar: '$1' }],
      },
    ];
    const body = `<script>self.__next_f.push([1,${JSON.stringify(`4:["$","div",{"models":${JSON.stringify(rows).replace('"$1"', () => '"$$1"')}}]`)}])</script>`;
    const catalog = await readBody(mistral, 'pricing', body);
    expect(modelOf(catalog, 'mistral-medium-latest').cost).toMatchObject({ input: 0.0004, output: 0.002 });
    expect(modelOf(catalog, 'mistral-ocr-latest').cost).toMatchObject({ input: null, perPage: 0.001 });
  });

  it('reads the units of the whole page of May 2026, and no price where one id names several models', async () => {
    const catalog = await readRecorded(mistral, 'pricing');
    expect(modelOf(catalog, 'mistral-medium-latest').cost).toMatchObject({ input: 0.0015, output: 0.0075 });
    expect(modelOf(catalog, 'mistral-ocr-latest').cost).toMatchObject({ input: null, perPage: 0.002 });
    expect(modelOf(catalog, 'voxtral-mini-tts-2603').cost).toMatchObject({ output: null, perCharacter: 0.000016 });
    expect(modelOf(catalog, 'voxtral-small-latest').cost).toMatchObject({
      input: 0.0001,
      output: 0.0003,
      perSecond: 0.0000666666666666667,
    });
    expect(modelOf(catalog, 'labs-leanstral-2603').pricing.status).toBe('free');
    for (const id of ['mistral-small-latest', 'voxtral-mini-latest'])
      expect(modelOf(catalog, id).pricing).toMatchObject({ status: 'unknown', issues: [{ code: 'no-list-price' }] });
  });

  it('prices an alias that moves by what the list says it stands for, else not at all', async () => {
    const row = { capabilities: { completion_chat: true } };
    const catalog = await readBody(mistral, 'api', {
      [listUrl]: list(
        { ...row, id: 'mistral-small-latest', name: 'mistral-small-2603', aliases: ['mistral-small-2603'] },
        { ...row, id: 'x-latest', name: 'x-2507', aliases: ['x-2507'] },
        { ...row, id: 'x-2507', name: 'x-2507', aliases: ['x-latest'] },
      ),
      [docsUrl]: table(['mistral-small-4-0-26-03', '$0.15 /M Tokens', '—', '$0.6 /M Tokens']),
    });
    expect(modelOf(catalog, 'mistral-small-latest').cost).toMatchObject({ input: 0.00015, output: 0.0006 });
    expect(modelOf(catalog, 'x-latest').pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'no-list-price' }],
    });
    expect(modelOf(catalog, 'x-2507').pricing.issues).toEqual([]);
  });

  it.each(['<html><body>Not found</body></html>', '', '<table><tr><td>Model</td></tr></table>'])(
    'fails on %j',
    (body) => expect(readBody(mistral, 'docs', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
