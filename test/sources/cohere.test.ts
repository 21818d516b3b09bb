import { describe, expect, it } from 'vitest';
import { cohere } from '../../src/sources/cohere.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const listUrl = 'https://api.cohere.com/v1/models?page_size=1000';
const docsUrl = 'https://docs.cohere.com/docs/models.md';
const pricingUrl = 'https://cohere.com/pricing';

const table = (header: string, ...rows: string[]) =>
  ['', header, header.replaceAll(/[^|]+/g, ' --- '), ...rows, ''].join('\n');
const models = table(
  '| Model Name | Status | Modality | Context Length | Maximum Output Tokens | Endpoints |',
  '| `command-a-plus-05-2026` | Live | Text, Images | 128k | 64k | [Chat](/chat) |',
  '| `command-r-08-2024` | Live | Text | 128k | 4k | [Chat](/chat) |',
  '| `command-r` | Deprecated Sept 15, 2025 | Text | 128k | 4k | [Chat](/chat) |',
);
const record = (name: string, per: string, input: number, output: number) =>
  JSON.stringify(
    `{"_type":"model","modelName":"${name}","per":"${per}","pricings":[{"inputPrice":${input},"x":null,"outputPrice":${output}}]}`,
  );
const docs = (body: string, pricing?: string) =>
  readBody(cohere, 'docs', { [docsUrl]: body, ...(pricing && { [pricingUrl]: pricing }) });
const list = (...rows: unknown[]) => JSON.stringify({ models: rows });

describe('cohere', () => {
  it.each([
    ['api', 31],
    ['docs', 33],
  ])('reads every recorded row of %s', async (endpoint, rows) => {
    const catalog = await readRecorded(cohere, endpoint);
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([rows, rows, 0]);
  });

  it('reads limits, status and use from the page', async () => {
    const catalog = await readRecorded(cohere, 'docs');
    expect(modelOf(catalog, 'command-a-03-2025')).toMatchObject({
      limit: { context: 256_000, output: 8000 },
      mode: 'chat',
      status: 'active',
    });
    expect(modelOf(catalog, 'command')).toMatchObject({ status: 'deprecated', deprecatedAt: '2025-09-15' });
    expect(modelOf(catalog, 'c4ai-aya-vision-8b')).toMatchObject({ status: 'retired', retiresAt: '2026-04-04' });
    expect(modelOf(catalog, 'embed-v4.0')).toMatchObject({
      mode: 'embedding',
      modalities: { input: ['text', 'image', 'pdf'] },
    });
    expect(modelOf(catalog, 'cohere-transcribe-03-2026')).toMatchObject({
      mode: 'transcription',
      limit: { context: null },
    });
  });

  it('prefers the context of the page, unless that is the one of the list, rounded', async () => {
    const catalog = await readRecorded(cohere, 'api');
    expect(modelOf(catalog, 'command-a-plus-05-2026').limit.context).toBe(128_000);
    expect(modelOf(catalog, 'rerank-v4.0-pro').limit.context).toBe(32_768);
    expect(modelOf(catalog, 'north-mini-code-1-0').limit.context).toBe(256_000);
    expect(modelOf(catalog, 'embed-english-v3.0-image').limit.context).toBeNull();
  });

  it('converts prices by display name; a name of two live models and a free one have none', async () => {
    const pricing = [
      record('Command A+', '1M tokens', 2.5, 10),
      record('Command R', '1M tokens', 0.15, 0.6),
      record('Command Free', 'Free', 0, 0),
    ].join('');
    const one = await docs(models, pricing);
    expect(one.items.map(({ id, cost }) => [id, cost.input, cost.output])).toEqual([
      ['command-a-plus-05-2026', 0.0025, 0.01],
      ['command-r-08-2024', 0.00015, 0.0006],
      ['command-r', null, null],
    ]);
    const two = `${models.trimEnd()}\n| \`command-r-03-2026\` | Live | Text | 128k | 4k | Chat |`;
    expect(modelOf(await docs(two, pricing), 'command-r-08-2024').pricing.status).toBe('unknown');
    const searches = record('Command A+', '1K searches', 2, 0);
    expect(modelOf(await docs(models, searches), 'command-a-plus-05-2026').pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'unread-price', detail: '2 per 1K searches' }],
    });
  });

  it('prices a rerank model by the search, and says that "Free" is no price', async () => {
    const reranks = '| Model Name | Context Length | Endpoints |\n|---|---|---|\n| `rerank-v4.0-pro` | 32k | Rerank |';
    const priced = await docs(reranks, record('Rerank 4 Pro', '1K searches', 2.5, 0));
    expect(modelOf(priced, 'rerank-v4.0-pro').cost).toMatchObject({ input: null, perSearch: 0.0025 });
    const free = await docs(models, record('Command A+', 'Free', 0, 0));
    expect(modelOf(free, 'command-a-plus-05-2026').pricing.issues).toMatchObject([{ code: 'no-list-price' }]);
  });

  it.each([undefined, '<html></html>'])('does without the pricing page: %j', async (body) => {
    const catalog = await docs(models, body);
    expect(catalog.items).toHaveLength(3);
    expect(catalog.faults).toMatchObject([
      { endpoint: 'docs', request: 'prices', url: pricingUrl, kind: body ? 'shape' : 'http' },
    ]);
  });

  it('skips the tables of platforms, comments and repeated ids, and finds columns by name', async () => {
    const body = [
      '{/* | Model Name | Context Length | */}',
      models,
      table(
        '| Endpoints | Context Length | Model Name |',
        '| Rerank | 4k | `rerank-x` <br/> (new) |',
        '| Chat | 1k | `command-r` |',
      ),
      '### Using Command Models on Different Platforms',
      table('| Model Name | Amazon Bedrock Model ID |', '| `command-nightly` | N/A |'),
    ].join('\n');
    const catalog = await docs(body);
    expect(catalog.items.map(({ id }) => id)).toEqual([
      'command-a-plus-05-2026',
      'command-r-08-2024',
      'command-r',
      'rerank-x',
    ]);
    expect(catalog.skipped).toBe(1);
    expect(modelOf(catalog, 'rerank-x')).toMatchObject({ mode: 'rerank', limit: { context: 4000 } });
  });

  it('reads the list page by page, with or without the page of models', async () => {
    const rows = [
      { name: 'a', endpoints: ['chat'], features: ['tools', 'json_mode'], context_length: '1000', is_deprecated: true },
      { name: 'b', endpoints: ['embed_image'], features: null, context_length: 0 },
      { name: '1b2c-ft', finetuned: true },
      { id: 'no-name' },
    ];
    const first = JSON.stringify({ models: rows, next_page_token: 't/1' });
    for (const page of [undefined, '<html>']) {
      const catalog = await readBody(cohere, 'api', {
        [listUrl]: first,
        [`${listUrl}&page_token=t%2F1`]: list({ name: 'c', features: 'x' }),
        ...(page && { [docsUrl]: page }),
      });
      expect(catalog.faults).toMatchObject([
        { endpoint: 'api', request: 'contexts', url: docsUrl, kind: page ? 'shape' : 'http' },
      ]);
      expect(catalog).toMatchObject({ skipped: 1, letters: [{ path: 'name' }] });
      expect(catalog.items).toMatchObject([
        {
          id: 'a',
          limit: { context: 1000 },
          capabilities: { toolCall: true, reasoning: false, structuredOutput: false },
          status: 'deprecated',
        },
        {
          id: 'b',
          mode: 'embedding',
          modalities: { input: ['image'] },
          capabilities: { toolCall: null },
          limit: { context: null },
        },
        { id: 'c', mode: null, capabilities: { toolCall: null } },
      ]);
    }
  });

  it('tells a price that it does not read', async () => {
    const embeds = '| Model Name | Context Length | Endpoints |\n|---|---|---|\n| `embed-v4.0` | 128k | Embed |';
    const priced = record('Embed 4', '1M tokens', 0.12, 0).replace(
      String.raw`\"x\":null`,
      String.raw`\"imagePrice\":0.47`,
    );
    expect(modelOf(await docs(embeds, priced), 'embed-v4.0')).toMatchObject({
      cost: { input: 0.00012, output: null },
      pricing: { issues: [{ code: 'unread-price', detail: 'others.imagePrice: 0.47 is not read' }] },
    });
  });

  it.each(['<html><body>Not found</body></html>', '', '# Models\n\n| Model Name | Bedrock |\n|---|---|\n| a | b |'])(
    'fails on a page without the table: %j',
    (body) => expect(readBody(cohere, 'docs', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
