import { describe, expect, it } from 'vitest';
import { alibaba as source } from '../../src/sources/alibaba.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const row = (...cells: string[]) =>
  `<tr>${cells.map((cell) => (cell.startsWith('<td') ? cell : `<td>${cell}</td>`)).join('')}</tr>`;
const table = (...rows: string[]) => `<table class="qwen table"><tbody class="tbody">${rows.join('')}</tbody></table>`;

const perMillion = '(per 1 million tokens)';
/** One header row: the mode is a column. */
const withMode = (...rows: string[]) =>
  table(
    row(
      '<p><b>Model ID</b></p>',
      'Deployment scope',
      'Mode',
      'Input tokens per request',
      `Input price ${perMillion}`,
      `Output price ${perMillion}<blockquote>Chain of thought + answer</blockquote>`,
    ),
    ...rows,
  );
/** Two header rows: the modes are columns under the output price. */
const withModes = (...rows: string[]) =>
  table(
    row(
      '<td rowspan="2">Model ID</td>',
      '<td rowspan="2">Deployment scope</td>',
      '<td rowspan="2">Input tokens per request</td>',
      '<td rowspan="2">Input price</td>',
      '<td colspan="2">Output price</td>',
      '<td rowspan="2">Free quota<sup>(Note)</sup><p>Valid for 90 days</p></td>',
    ),
    row('Non-Thinking mode', 'Thinking mode (chain of thought + answer)'),
    ...rows,
  );
const read = (body: string) => readBody(source, 'docs', body);
const one = async (body: string) => (await read(body)).items[0]!;
const range = async (text: string) => {
  const { tiers, limit } = await one(
    withMode(row('a', 'X', '', '0&lt;Token≤1K', '$1', '$1'), row('a', 'X', '', text.replace('<', '&lt;'), '$9', '$9')),
  );
  return [tiers[0]?.when.contextAbove ?? 0, limit.context];
};

describe('alibaba', () => {
  it('reads every model of the recorded page', async () => {
    const catalog = await readRecorded(source, 'docs');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([64, 64, 0]);
    expect(modelOf(catalog, 'qwen-plus')).toMatchObject({
      cost: { input: 0.0004, output: 0.0012, reasoning: 0.004 },
      tiers: [{ when: { contextAbove: 256_000 }, cost: { input: 0.0012, output: 0.0036, reasoning: 0.012 } }],
      limit: { context: 1_000_000 },
      capabilities: { reasoning: true },
    });
    expect(modelOf(catalog, 'qwen3-max')).toMatchObject({
      cost: { input: 0.0012, output: 0.006, reasoning: null },
      tiers: [
        { when: { contextAbove: 32_000 }, cost: { input: 0.0024, output: 0.012 } },
        { when: { contextAbove: 128_000 }, cost: { input: 0.003, output: 0.015 } },
      ],
      limit: { context: 256_000 },
      capabilities: { reasoning: false },
    });
    expect(modelOf(catalog, 'qwen3.7-flash').cost).toMatchObject({ input: 0.00003, output: 0.00013 });
  });

  it('prefers the international price and keeps the others by region', async () => {
    const catalog = await readRecorded(source, 'docs');
    expect(modelOf(catalog, 'qwen3.7-max')).toMatchObject({
      cost: { input: 0.0025, output: 0.0075 },
      tiers: [{ when: { region: 'Global' }, cost: { input: 0.00165, output: 0.004951 } }],
    });
    expect(modelOf(catalog, 'kimi-k2.7-code')).toMatchObject({
      cost: { input: 0.000894, output: 0.003713 },
      capabilities: { reasoning: true },
      tiers: [],
    });
  });

  it('reads the recorded list of ids, snapshots with their day', async () => {
    const catalog = await readRecorded(source, 'api');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([80, 80, 0]);
    expect(modelOf(catalog, 'qwen3.7-max-2026-06-08')).toMatchObject({ releaseDate: '2026-06-08', ownedBy: null });
    expect(modelOf(catalog, 'glm-5.2').releaseDate).toBeNull();
  });

  it('takes the list price and the first paragraph, whatever notes say', async () => {
    const price = '<span>List price</span> $0.4 <span class="ph">Limited-time night 80% off, daytime $0.2</span>';
    const id = 'qwen-x<blockquote>Currently equivalent to qwen-x-2026-05-20</blockquote>';
    expect(await one(withMode(row(id, 'International', '', '0&lt;Token≤1M', price, '$1,000')))).toMatchObject({
      id: 'qwen-x',
      cost: { input: 0.0004, output: 1 },
    });
  });

  it('spreads merged cells over the rows of a model', async () => {
    const body = withModes(
      row(
        '<td rowspan="2">a</td>',
        '<td rowspan="2">International</td>',
        '0&lt;Token≤256K',
        '$1',
        '$2',
        '-',
        '<td rowspan="2">1 million tokens</td>',
      ),
      row('256K&lt;Token≤1M', '$3', '$4', ''),
      row('b', 'International', '0&lt;Token≤8K', '$1', '-', '$5', 'No free quota'),
      row('c', 'International', '0&lt;Token≤8K', '$1', '$2', '', ''),
    );
    const catalog = await read(body);
    expect(modelOf(catalog, 'a')).toMatchObject({
      cost: { input: 0.001, output: 0.002, reasoning: null },
      tiers: [{ when: { contextAbove: 256_000 }, cost: { input: 0.003, output: 0.004 } }],
      capabilities: { reasoning: false },
    });
    expect(modelOf(catalog, 'b')).toMatchObject({
      cost: { output: 0.005, reasoning: null },
      capabilities: { reasoning: true },
    });
    expect(modelOf(catalog, 'c').capabilities.reasoning).toBeNull();
  });

  it('puts the rows of the modes together', async () => {
    const body = withMode(
      row('a', 'International', 'Thinking mode', '0&lt;Token≤1M', '$1', '$5'),
      row('a', 'International', 'Non-Thinking mode', '0&lt;Token≤1M', '$1', '$2'),
      row('b', 'International', 'Non-Thinking mode', '0&lt;Token≤1M', '$1', '$2'),
    );
    const catalog = await read(body);
    expect(modelOf(catalog, 'a')).toMatchObject({
      cost: { input: 0.001, output: 0.002, reasoning: 0.005 },
      capabilities: { reasoning: true },
    });
    expect(modelOf(catalog, 'b')).toMatchObject({ cost: { reasoning: null }, capabilities: { reasoning: false } });
  });

  it.each([
    ['32K<Token≤128K', 32_000, 128_000],
    ['32K < Token <= 128K', 32_000, 128_000],
    ['256K<Token', 256_000, 1000],
    ['Token>256K', 256_000, 1000],
    ['128K<Input tokens≤1M', 128_000, 1_000_000],
    ['32K-128K', 32_000, 128_000],
    ['Token≤128K', 0, 128_000],
    ['No tiered pricing', 0, 1000],
  ])('reads the range %s', async (text, from, upTo) => expect(await range(text)).toEqual([from, upTo]));

  it('finds columns by their labels in any order, also in tables of older units', async () => {
    const body = table(
      row('Output price (per 1,000 tokens)', 'Notes', 'Model ID', 'Input price (per 1,000 tokens)'),
      row('$0.002', 'new', 'a', '$0.001'),
      row('Output price', 'Notes', 'Model ID', 'Input price'),
    );
    expect((await read(body)).items).toMatchObject([{ id: 'a', cost: { input: 0.001, output: 0.002 } }]);
  });

  it('reads no other unit as tokens, no table of several inputs, and no amount in yuan', async () => {
    const other = (header: string) => table(row('Model ID', header), row('no', '$1'));
    const audio = table(
      row('Model ID', `Input price: text ${perMillion}`, `Input price: audio ${perMillion}`),
      row('no', '$1', '$2'),
    );
    const others = ['Input price (per second)', 'Input price (per 10,000 characters)', 'Unit price (per image)'].map(
      other,
    );
    const { items: models } = await read([...others, audio, withMode(row('yes', 'X', '', '', '¥2', '¥8'))].join(''));
    expect(models).toMatchObject([
      { id: 'yes', pricing: { status: 'unknown' } },
      { id: 'no', cost: { input: null, perSecond: 1, perCharacter: 0.0001, perImage: 1 } },
    ]);
    await expect(read(others.join(''))).rejects.toMatchObject({ name: 'ShapeError' });
  });

  it('takes weights for open only in a section that is about nothing else', async () => {
    const line = withMode(row('a', 'X', '', '', '$1', '$1'));
    expect((await one(`<h2>Text generation - Qwen (open source)</h2>${line}`)).openWeights).toBe(true);
    expect((await one(`<h2>Qwen (open source) and other families</h2>${line}`)).openWeights).toBeNull();
    expect((await one(`<h2>Qwen</h2>${line}`)).openWeights).toBeNull();
  });

  it('rejects a row without an id alone and drops notes', async () => {
    const catalog = await read(
      withMode(
        row('', 'X', '', '', '$1', '$1'),
        '<tr><td colspan="6">Prices exclude tax</td></tr>',
        row('a', 'X', '', '', '$1', '$1'),
      ),
    );
    expect([catalog.items.length, catalog.letters.length, catalog.rows]).toEqual([1, 1, 2]);
  });

  it.each(['<html><body>Not found</body></html>', '{}', '[]', '', '{"error":"x"}'])('fails on %j', async (body) => {
    for (const endpoint of ['api', 'docs'])
      await expect(readBody(source, endpoint, body)).rejects.toMatchObject({ name: 'ShapeError' });
  });

  const nativeUrl = (page: number) =>
    `https://dashscope-intl.aliyuncs.com/api/v1/models?service_site=international&language=en-US&page_no=${page}&page_size=100`;
  const price = (type: string, amount: string, unit = 'Per 1M tokens', more = {}) => ({
    type,
    price: amount,
    price_unit: unit,
    ...more,
  });
  const nativeList = (total: number, ...models: object[]) =>
    JSON.stringify({ success: true, output: { total, page_no: 1, page_size: 100, models } });

  it('reads the newer list: prompt lengths, caches, units, times of the day, unknown kinds', async () => {
    const models = [
      {
        model: 'a-2026-07-15',
        name: 'A',
        model_info: { context_window: 1_000_000, max_output_tokens: 65_536 },
        prices: [
          {
            range_name: '0<Token<=32k',
            prices: [
              price('input_token', '0.03'),
              price('output_token', '0.13'),
              price('input_token_cache', '0.006'),
              price('input_token_cache_creation_5m', '0.0375'),
              price('input_token', '0.06', 'per million tokens', { time_band: 'busy' }),
              price('mystery_token', '7'),
            ],
          },
          { range_name: '32k<Input<=256k', prices: [price('input_token', '0.1'), price('output_token', '0.4')] },
        ],
      },
      { model: 'b', prices: [{ range_name: 'Default', prices: [price('image_number', '0.075', 'per image')] }] },
      { model: 'c', prices: [{ range_name: 'Default', prices: [price('video_step', '3', 'per step')] }] },
    ];
    const catalog = await readBody(source, 'native', nativeList(3, ...models));
    expect(modelOf(catalog, 'a-2026-07-15')).toMatchObject({
      cost: { input: 0.00003, output: 0.00013, cacheRead: 0.000006, cacheWrite: 0.0000375 },
      tiers: [
        { when: { variant: 'busy' }, cost: { input: 0.00006 } },
        { when: { contextAbove: 32_000 }, cost: { input: 0.0001, output: 0.0004 } },
      ],
      limit: { context: 1_000_000, output: 65_536 },
      releaseDate: '2026-07-15',
      pricing: { issues: [{ code: 'unread-price', detail: 'mystery_token 7 Per 1M tokens' }] },
    });
    expect(modelOf(catalog, 'b')).toMatchObject({ cost: { input: null, perImage: 0.075 } });
    expect(modelOf(catalog, 'c').pricing).toMatchObject({ status: 'unknown', issues: [{ code: 'unread-price' }] });
  });

  it('pages the newer list to its total, and fails where it is no success', async () => {
    const bodies = { [nativeUrl(1)]: nativeList(101, { model: 'a' }), [nativeUrl(2)]: nativeList(101, { model: 'b' }) };
    expect((await readBody(source, 'native', bodies)).items.map(({ id }) => id)).toEqual(['a', 'b']);
    for (const body of ['{"output":{"models":[]}}', '{"success":false,"message":"no"}', nativeList(0)])
      await expect(readBody(source, 'native', body)).rejects.toMatchObject({ name: 'ShapeError' });
  });

  it('reads prices per image and the like, and prices a snapshot that an id stands for', async () => {
    const catalog = await read(
      withMode(row('<p>a</p><blockquote>Currently equivalent to a-2026-01-02</blockquote>', 'X', '', '', '$1', '$2')) +
        table(
          row('Model ID', 'Deployment scope', 'Resolution', 'Price (per image)'),
          row('b', 'International', '1K', '$0.03'),
          row('b', 'International', '4K', '$0.06'),
          row('b', 'Mainland', '1K', '$0.02'),
          row('c', 'International', '1K', '$0.05'),
        ) +
        table(row('Model', 'Price (per 10,000 characters)'), row('d', '$0.1')),
    );
    expect(modelOf(catalog, 'a-2026-01-02').cost).toMatchObject({ input: 0.001, output: 0.002 });
    expect(modelOf(catalog, 'b')).toMatchObject({
      pricing: { status: 'variable' },
      tiers: [
        { when: { variant: '1K' }, cost: { perImage: 0.03 } },
        { when: { variant: '4K' }, cost: { perImage: 0.06 } },
        { when: { region: 'Mainland', variant: '1K' }, cost: { perImage: 0.02 } },
      ],
    });
    expect(modelOf(catalog, 'c').cost.perImage).toBe(0.05);
    expect(modelOf(catalog, 'd').cost.perCharacter).toBe(0.00001);
  });

  it('takes a 0 beside a price for none, in a tier as well, and tells other currencies and kinds', async () => {
    const [input, output] = [price('input_token', '0.5'), price('output_token', '0')];
    const models = [
      {
        model: 'a',
        prices: [
          { range_name: '0<Token<=32k', prices: [input, output] },
          { range_name: '32k<Token<=64k', prices: [price('input_token', '1'), output] },
        ],
      },
      {
        model: 'b',
        prices: [{ range_name: 'Default', prices: [price('input_token', '4', undefined, { currency: 'CNY' })] }],
      },
      { model: 'c', prices: [{ range_name: 'Default', prices: [input, price('input_audio_token', '3')] }] },
    ];
    const catalog = await readBody(source, 'native', nativeList(3, ...models));
    expect(modelOf(catalog, 'a')).toMatchObject({ cost: { input: 0.0005, output: null } });
    expect(modelOf(catalog, 'a').tiers).toEqual([{ when: { contextAbove: 32_000 }, cost: { input: 0.001 } }]);
    expect(modelOf(catalog, 'b').pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'unread-price', detail: 'input_token 4 CNY Per 1M tokens' }],
    });
    expect(modelOf(catalog, 'c')).toMatchObject({
      cost: { input: 0.0005, inputAudio: null },
      pricing: { issues: [{ code: 'unread-price', detail: 'input_audio_token 3 Per 1M tokens' }] },
    });
  });

  it('takes no cell of another unit for a price of tokens, and tells it', async () => {
    expect(await one(withMode(row('a', 'X', '', '', '$3 / image', '$4')))).toMatchObject({
      cost: { input: null, output: 0.004 },
      pricing: { issues: [{ code: 'unread-price', detail: '$3 / image' }] },
    });
  });

  it('says that prices are in yuan', async () => {
    const model = await one(withMode(row('a', 'X', '', '', '¥4', '¥12')));
    expect(model.pricing).toMatchObject({ status: 'unknown', issues: [{ code: 'no-list-price' }] });
  });
});
