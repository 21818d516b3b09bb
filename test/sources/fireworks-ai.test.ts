import { describe, expect, it } from 'vitest';
import { fireworksAi } from '../../src/sources/fireworks-ai.js';
import { modelOf, pricesOf, readBody, readRecorded } from './harness.js';

const urls = {
  page: 'https://app.fireworks.ai/models?filter=All',
  docs: 'https://docs.fireworks.ai/serverless/pricing.md',
  api: 'https://api.fireworks.ai/v1/accounts/fireworks/models?pageSize=200',
};
const name = (slug: string) => `accounts/fireworks/models/${slug}`;
const price = (units: unknown, nanos?: unknown) => ({ units, ...(nanos !== undefined && { nanos }) });
const sku = (kind: string, amount: unknown) => ({ sku: kind, amount });
const flight = (models: unknown[], cut?: number) => {
  const text = `1a:["$","$L1b",null,${JSON.stringify({ other: { models: ['x'] }, models })}]\n`;
  const chunks = cut === undefined ? [text] : [text.slice(0, cut), text.slice(cut)];
  return `<html><script>(self.__next_f=self.__next_f||[]).push([0])</script>${chunks
    .map((chunk) => `<script>self.__next_f.push([1,${JSON.stringify(chunk)}])</script>`)
    .join('')}</html>`;
};
const page = (...models: unknown[]) => readBody(fireworksAi, 'page', flight(models));
const one = async (fields: object) => (await page({ name: name('m'), ...fields })).items[0]!;

const link = (label: string, slug: string) => `[${label}](https://app.fireworks.ai/models/fireworks/${slug})`;
const table = (header: string[], ...rows: string[][]) =>
  [
    '## Text and vision models',
    '',
    ...[header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`),
  ].join('\n');
const tiers = (...rows: string[][]) => table(['Model', 'Standard', 'Priority', 'Reserved Throughput'], ...rows);
const docs = (body: string) => readBody(fireworksAi, 'docs', body);

describe('fireworks-ai: the models page', () => {
  it('reads every recorded row', async () => {
    const catalog = await readRecorded(fireworksAi, 'page');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([283, 283, 0]);
    // $n1 + 400000000 nanos = 1.40 USD per 1M
    expect(modelOf(catalog, name('glm-5p1'))).toMatchObject({
      name: expect.stringContaining('GLM') as string,
      mode: 'chat',
      openWeights: true,
      cost: { input: 0.0014, cacheRead: 0.00026, output: 0.0044 },
      tiers: [{ when: { serviceTier: 'priority' }, cost: { input: 0.0021, cacheRead: 0.00039, output: 0.0066 } }],
    });
    expect(modelOf(catalog, name('deepseek-v4-pro')).cost).toMatchObject({
      input: 0.00174,
      cacheRead: 0.000145,
      output: 0.00348,
    });
    expect(modelOf(catalog, name('kimi-k2p6')).cost).toMatchObject({
      input: 0.00095,
      cacheRead: 0.00016,
      output: 0.004,
    });
    expect(modelOf(catalog, name('voyage-rerank-2-5'))).toMatchObject({
      mode: 'rerank',
      cost: { input: 0.000016, output: null },
    });
    expect(modelOf(catalog, 'accounts/cogito/models/cogito-671b-v2-p1')).toMatchObject({ ownedBy: 'cogito' });
  });

  it('marks the price of what is not serverless', async () => {
    const skuInfos = [sku('Input Tokens (uncached)', price('$n0', 200000000))];
    expect(await one({ skuInfos, supportsServerless: false })).toMatchObject({
      tiers: [{ when: { serviceTier: 'on-demand' }, cost: { input: 0.0002 } }],
      pricing: { status: 'priced', issues: [{ code: 'not-serverless' }] },
    });
    for (const supportsServerless of [true, null])
      expect(await one({ skuInfos, supportsServerless })).toMatchObject({ tiers: [], pricing: { issues: [] } });
    const zeros = [sku('Input Tokens (uncached)', price('$n0', 0))];
    expect(await one({ skuInfos: zeros, supportsServerless: false })).toMatchObject({
      tiers: [],
      pricing: { status: 'unknown', issues: [{ code: 'zero-price' }] },
    });
  });

  it.each([
    [price('$n4'), 0.004],
    [price(undefined, 16000000), 0.000016],
    [price('1', '500000000'), 0.0015],
    [price(2, 5), 0.002000000005],
    [price('$n-1', 0), null],
    [price('$undefined', '$undefined'), null],
    [price('$n0', -5), null],
    [price('x', 1), null],
    ['$1c', null],
    [null, null],
  ])('reads the amount %j as %j', async (amount, input) => {
    expect((await one({ skuInfos: [sku('Input Tokens (uncached)', amount)] })).cost.input).toBe(input);
  });

  it('knows the SKUs whose unit is a token and no others', async () => {
    const all = ['Embedding Input Tokens', 'Image Generation Steps', 'Output Tokens (batch)', 'GPU hours'].map((kind) =>
      sku(kind, price('$n1')),
    );
    expect(await one({ skuInfos: all })).toMatchObject({
      cost: { input: 0.001, output: null, cacheRead: null },
      pricing: {
        issues: [
          { code: 'unread-price', detail: 'Image Generation Steps: 1' },
          { code: 'unread-price', detail: 'Output Tokens (batch): 1' },
          { code: 'unread-price', detail: 'GPU hours: 1' },
        ],
      },
    });
    expect(await one({ kind: 1, skuInfos: [sku('Tokens', price('$n0', 60000000))] })).toMatchObject({
      mode: null,
      cost: { input: 0.00006 },
    });
    expect((await one({ skuInfos: [] })).pricing.status).toBe('unknown');
  });

  it('reads 0, "" and references as not known, and skips what is not public', async () => {
    expect(
      await one({ contextLength: 0, displayName: '', supportsTools: '$undefined', closedSourceModel: '$2a' }),
    ).toMatchObject({
      name: null,
      limit: { context: null },
      capabilities: { toolCall: null },
      openWeights: null,
    });
    expect(await one({ kind: 5, closedSourceModel: true })).toMatchObject({ mode: 'image', openWeights: false });
    expect(await page({ name: name('a') }, { name: name('b'), public: false })).toMatchObject({
      items: [{ id: name('a') }],
      skipped: 1,
    });
  });

  it('survives a chunk boundary anywhere and a bad row', async () => {
    const models = [{ name: name('a'), displayName: 'A "quoted" \\ ] name' }, { displayName: 'no name' }, 7];
    for (const cut of [20, 61, 83, 100]) {
      const catalog = await readBody(fireworksAi, 'page', flight(models, cut));
      expect(catalog).toMatchObject({ items: [{ name: 'A "quoted" \\ ] name' }], letters: [{ path: 'id' }, {}] });
    }
  });

  it('takes priority prices only from a document that agrees about the standard ones', async () => {
    const skuInfos = [sku('Input Tokens (uncached)', price('$n1')), sku('Output Tokens', price('$n2'))];
    const both = (standard: string) =>
      readBody(fireworksAi, 'page', {
        [urls.page]: flight([{ name: name('m'), skuInfos }]),
        [urls.docs]: tiers([link('M', 'm'), standard, '\\$2.00 / — / \\$4.00', '']),
      });
    expect((await both('\\$1.00 / \\$0.1 / \\$2.00')).items[0]?.tiers).toEqual([
      { when: { serviceTier: 'priority' }, cost: { input: 0.002, output: 0.004 } },
    ]);
    expect((await both('\\$1.50 / \\$0.1 / \\$2.00')).items[0]?.tiers).toEqual([]);
  });

  it.each([
    ['http', {}],
    ['shape', { [urls.docs]: '# Pricing' }],
  ])('does without the pricing document, with a fault: %s', async (kind, document) => {
    const catalog = await readBody(fireworksAi, 'page', { [urls.page]: flight([{ name: name('m') }]), ...document });
    expect(catalog.items).toMatchObject([{ id: name('m'), tiers: [] }]);
    expect(catalog.faults).toMatchObject([{ endpoint: 'page', request: 'documented', kind }]);
  });

  it.each(['<html><body>Not found</body></html>', '', '{}', '{"error":"x"}', flight([]), flight([{ name: 'x' }])])(
    'fails on a page without models: %#',
    (body) => expect(readBody(fireworksAi, 'page', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});

describe('fireworks-ai: the API', () => {
  it('follows the page token', async () => {
    const catalog = await readBody(fireworksAi, 'api', {
      [urls.api]: JSON.stringify({
        models: [{ name: name('a'), kind: 'HF_BASE_MODEL', contextLength: 8192, supportsImageInput: true }],
        nextPageToken: 'a b',
      }),
      [`${urls.api}&pageToken=a%20b`]: JSON.stringify({
        models: [{ name: name('b'), deprecationDate: { year: 2026, month: 9, day: 3 } }],
        nextPageToken: '',
      }),
    });
    expect(catalog.items).toMatchObject([
      { id: name('a'), mode: null, limit: { context: 8192 }, capabilities: { attachment: true }, retiresAt: null },
      { id: name('b'), status: 'deprecated', retiresAt: '2026-09-03' },
    ]);
  });
});

describe('fireworks-ai: the list of serverless models', () => {
  const tokens = (input: string, cached: string, output: string) => [
    { sku: 'LLM input tokens (uncached)', amount: input, unit: '1M tokens' },
    { sku: 'LLM input tokens (cached)', amount: cached, unit: '1M tokens' },
    { sku: 'LLM output tokens', amount: output, unit: '1M tokens' },
  ];
  const kimi = { id: name('kimi-k2p6'), object: 'model', input_modalities: ['text', 'image'], created: 1776643200 };
  const list = (...data: object[]) => readBody(fireworksAi, 'serverless', JSON.stringify({ object: 'list', data }));

  it('reads modes as tiers of the model, or as offers under the id to call', async () => {
    const catalog = await list(
      { ...kimi, serverless_mode: 'priority', service_tier: 'priority', pricing: tokens('1.50', '0.22', '6.00') },
      {
        ...kimi,
        serverless_mode: 'standard',
        aliases: ['accounts/fireworks/routers/kimi-latest'],
        context_length: 262144,
        pricing: tokens('0.95', '0.16', '4.00'),
      },
      {
        ...kimi,
        serverless_mode: 'fast',
        usage_identifier: 'accounts/fireworks/routers/kimi-k2p6-fast',
        pricing: tokens('2.00', '0.30', '8.00'),
      },
      { id: name('only-priority'), service_tier: 'priority', pricing: tokens('1', '0.1', '2') },
    );
    expect(modelOf(catalog, name('kimi-k2p6'))).toMatchObject({
      modalities: { input: ['text', 'image'] },
      releaseDate: null,
      cost: { input: 0.00095, cacheRead: 0.00016, output: 0.004 },
      tiers: [{ when: { serviceTier: 'priority' }, cost: { input: 0.0015, cacheRead: 0.00022, output: 0.006 } }],
    });
    expect(modelOf(catalog, 'accounts/fireworks/routers/kimi-latest').cost.input).toBe(0.00095);
    expect(modelOf(catalog, 'accounts/fireworks/routers/kimi-k2p6-fast')).toMatchObject({
      cost: { input: 0.002, output: 0.008 },
      tiers: [],
    });
    expect(modelOf(catalog, name('only-priority'))).toMatchObject({
      cost: { input: null },
      pricing: { status: 'variable' },
    });
  });

  it('takes no other unit for tokens, and no unknown mode for the standard one', async () => {
    const image = [{ sku: 'Image generation', amount: '0.04', unit: 'image' }];
    const catalog = await list(
      { id: name('flux'), serverless_mode: 'standard', pricing: image },
      { id: name('m'), serverless_mode: 'overnight', pricing: tokens('1', '0.1', '2') },
    );
    expect(modelOf(catalog, name('flux')).pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'unread-price', detail: 'Image generation: 0.04 per image' }],
    });
    expect(modelOf(catalog, name('m'))).toMatchObject({
      cost: { input: null },
      tiers: [{ when: { serviceTier: 'overnight' }, cost: { input: 0.001 } }],
    });
  });

  it('takes a 0 beside a price for none, in a tier as well', async () => {
    const catalog = await list(
      { id: name('m'), serverless_mode: 'standard', pricing: tokens('1', '0', '0') },
      { id: name('m'), serverless_mode: 'priority', pricing: tokens('2', '0', '0') },
    );
    expect(pricesOf(catalog, name('m'))).toEqual({ input: 0.001 });
    expect(modelOf(catalog, name('m')).tiers).toEqual([{ when: { serviceTier: 'priority' }, cost: { input: 0.002 } }]);
  });

  it.each(['<html></html>', '{}', '{"data":[]}', '{"error":"no key"}'])('fails on %j', (body) =>
    expect(readBody(fireworksAi, 'serverless', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});

describe('fireworks-ai: the pricing document', () => {
  it('reads every recorded row, the fast variants as routers of their own', async () => {
    const catalog = await readRecorded(fireworksAi, 'docs');
    expect([catalog.rows, catalog.items.length, catalog.skipped, catalog.letters.length]).toEqual([13, 13, 0, 0]);
    expect(modelOf(catalog, name('kimi-k2p7-code'))).toMatchObject({
      name: 'Kimi K2.7 Code',
      cost: { input: 0.00095, cacheRead: 0.00019, output: 0.004 },
      tiers: [{ when: { serviceTier: 'priority' }, cost: { input: 0.001425, cacheRead: 0.000285, output: 0.006 } }],
    });
    expect(modelOf(catalog, name('gpt-oss-20b'))).toMatchObject({
      cost: { input: 0.00007, cacheRead: 0.000035, output: 0.0003 },
      tiers: [],
    });
    expect(modelOf(catalog, name('kimi-k2p6')).cost.input).toBe(0.00095);
    expect(modelOf(catalog, 'accounts/fireworks/routers/kimi-k2p6-fast')).toMatchObject({
      name: 'Kimi K2.6 Fast',
      cost: { input: 0.002, cacheRead: 0.0003, output: 0.008 },
    });
  });

  it('never takes a variant for the model, wherever it stands', async () => {
    const cell = (input: string) => [`\\$${input} / \\$0.1 / \\$9`, '—', ''];
    const catalog = await docs(
      tiers(
        [link('Kimi K3 Fast', 'kimi-k3'), ...cell('4')],
        [link('Kimi K3 (US)', 'kimi-k3'), ...cell('5')],
        [link('Kimi K3 Turbo', 'kimi-k3'), ...cell('7')],
        [link('Kimi K3 (Preview)', 'kimi-k3'), ...cell('6')],
        [link('Kimi K3', 'kimi-k3'), ...cell('3')],
        [link('DeepSeek V4 Flash (0731)', 'deepseek-v4-flash'), ...cell('1')],
        [link('Qwen3.7 Plus US', 'qwen3p7-plus'), ...cell('1')],
      ),
    );
    expect(Object.fromEntries(catalog.items.map(({ id, cost }) => [id, cost.input]))).toEqual({
      [name('kimi-k3')]: 0.003,
      'accounts/fireworks/routers/kimi-k3-fast': 0.004,
      'accounts/fireworks/routers/kimi-k3-us': 0.005,
      [name('deepseek-v4-flash')]: 0.001,
      'accounts/fireworks/routers/qwen3p7-plus-us': 0.001,
    });
    expect(catalog.skipped).toBe(2);
  });

  it('gives a service level that it does not know a tier of its name, in a column or above the table', async () => {
    const header = ['Model', 'Standard', 'Priority', 'Flex'];
    const cells = ['\\$1 / \\$0.1 / \\$2', '—', '\\$0.5 / \\$0.05 / \\$1'];
    const known = await docs(table(header, [link('M1', 'm1'), ...cells]));
    expect(known.items[0]?.tiers).toEqual([
      { when: { serviceTier: 'flex' }, cost: { input: 0.0005, cacheRead: 0.00005, output: 0.001 } },
    ]);
    const batch = table(['Model', 'Standard'], [link('M1', 'm1'), cells[0] ?? '']);
    const other = await docs(batch.replace('Text and vision models', 'Batch pricing'));
    expect(other.items[0]).toMatchObject({ cost: { input: null }, tiers: [{ when: { serviceTier: 'batch' } }] });
  });

  it('takes the row of another name than the slug for the model, where that is the only one', async () => {
    const cell = (input: string) => [`\\$${input} / \\$0.1 / \\$9`, '—', ''];
    const catalog = await docs(
      tiers(
        [link('Gemma 3 27B Instruct', 'gemma-3-27b-it'), ...cell('1')],
        [link('Llama 3.3 70B Instruct Turbo', 'llama-v3p3-70b-instruct'), ...cell('2')],
        [link('Qwen3 Coder', 'qwen3-coder-480b'), ...cell('3')],
        [link('GLM-4.5-Air', 'glm-4p5-air'), ...cell('4')],
      ),
    );
    expect(catalog.items.map(({ id, cost }) => [id, cost.input])).toEqual([
      [name('qwen3-coder-480b'), 0.003],
      [name('glm-4p5-air'), 0.004],
      [name('gemma-3-27b-it'), 0.001],
    ]);
  });

  it('reads the older columns, in any order', async () => {
    const catalog = await docs(
      table(['Output', 'Model', 'Input', 'Cached input'], ['\\$4.00', link('GLM 5.1', 'glm-5p1'), '\\$1.40', '—']),
    );
    expect(modelOf(catalog, name('glm-5p1')).cost).toMatchObject({ input: 0.0014, cacheRead: null, output: 0.004 });
  });

  it('leaves a cell that is not three prices alone, and rejects a row that does not say its id', async () => {
    const catalog = await docs(
      tiers([link('A1', 'a1'), '\\$1.00 / \\$2.00', '—', ''], ['B', '\\$1 / \\$1 / \\$1', '—', '']),
    );
    expect(catalog).toMatchObject({
      items: [{ pricing: { status: 'unknown', issues: [{ code: 'unread-price' }] } }],
      letters: [{ path: 'id' }],
    });
  });

  it.each(['', '# Pricing', '{}', table(['Model', '\\$ / 1M tokens'], ['Less than 4B parameters', '\\$0.10'])])(
    'fails on a document without the table: %#',
    (body) => expect(docs(body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
