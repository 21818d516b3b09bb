import { describe, expect, it } from 'vitest';
import { moonshotaiCn } from '../../src/sources/moonshotai-cn.js';
import { moonshotai } from '../../src/sources/moonshotai.js';
import { modelOf, pricesOf, readBody, readRecorded } from './harness.js';

const definition =
  'export const DocTable = ({columns = [], rows = []}) => {\n  return <table>{columns.map((c) => <th>{c.title}</th>)}</table>;\n};\n';
const table = (titles: string[], ...rows: string[]) =>
  `<DocTable\n  columns={[\n${titles.map((title) => `{ title: "${title}", width: "10%" },`).join('\n')}\n]}\n  rows={[\n${rows.map((row) => `[${row}],`).join('\n')}\n]}\n/>\n`;
const docs = (...body: string[]) => readBody(moonshotai, 'docs', [definition, ...body].join('\n'));

describe('moonshotai', () => {
  it.each([
    ['docs', 5],
    ['api', 16],
  ])('reads every recorded row of %s', async (endpoint, rows) => {
    const catalog = await readRecorded(moonshotai, endpoint);
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([rows, rows, 0]);
  });

  it('maps prices by the titles of the columns, whatever each table calls them', async () => {
    const catalog = await readRecorded(moonshotai, 'docs');
    expect(modelOf(catalog, 'kimi-k3')).toMatchObject({
      cost: { input: 0.003, output: 0.015, cacheRead: 0.0003, cacheWrite: 0.003, cacheWrite1h: 0.006 },
      limit: { context: 1_048_576 },
    });
    expect(modelOf(catalog, 'kimi-k2.6')).toMatchObject({
      cost: { input: 0.00095, output: 0.004, cacheRead: 0.00016, cacheWrite: null },
      tiers: [{ when: { serviceTier: 'batch' }, cost: { input: 0.00057, output: 0.0024, cacheRead: 0.0001 } }],
    });
    expect(modelOf(catalog, 'kimi-k2.5').cost).toMatchObject({ input: 0.0006, output: 0.003, cacheRead: 0.0001 });
  });

  it('reads plain and wrapped prices, other orders, missing cells and comments', async () => {
    const catalog = await docs(
      '## Batch\n',
      table(['Model', 'Input Price', 'Output Price'], `"a", "$0.50", "$1.00"`),
      '## Models\n',
      table(
        ['Output Price', 'Note, [x]', 'Input Price (Cache Miss)', 'Model', 'Unit'],
        `<>{"$"}4.00</>, "a, b]", "$1.00", 'a', "1M tokens"`,
        `<b>{'$'}1,000</b>, null, "-", "c", "1M tokens"`,
        '{/* retired */} "$1", 5',
      ),
    );
    expect(catalog.items.map(({ id, cost }) => [id, cost.input, cost.output])).toEqual([
      ['a', 0.001, 0.004],
      ['c', null, 1],
    ]);
    expect(modelOf(catalog, 'a').tiers).toEqual([
      { when: { serviceTier: 'batch' }, cost: { input: 0.0005, output: 0.001 } },
    ]);
    expect(catalog.letters).toHaveLength(1);
  });

  it('opens a tier of its own name for tables and notes that it does not know', async () => {
    const titles = ['Model', 'Input Price', 'Output Price'];
    const { items } = await docs(
      '## Off-Peak\n',
      table(titles, '"a", "$0.50", "$1.00"'),
      '## K3 Series Models\n',
      table(titles, '"a", "$1", "$2"', '"a (> 256k)", "$2", "$4"', '"a (EU)", "$3", "$6"'),
    );
    expect(items).toMatchObject([{ id: 'a', cost: { input: 0.001, output: 0.002 } }]);
    expect(items[0]?.tiers).toEqual([
      { when: { serviceTier: 'off peak' }, cost: { input: 0.0005, output: 0.001 } },
      { when: { contextAbove: 256_000 }, cost: { input: 0.002, output: 0.004 } },
      { when: { variant: 'EU' }, cost: { input: 0.003, output: 0.006 } },
    ]);
  });

  it('reads one column for both times that a cache write lasts', async () => {
    const titles = ['Model', 'Input Price', 'Output Price', 'Cache Write Price (TTL 5min/1h)'];
    const { items } = await docs(table(titles, '"a", "$1", "$2", "$1.25"', '"b", "$1", "$2", "$1.25 / $2.00"'));
    expect(items.map(({ cost }) => [cost.cacheWrite, cost.cacheWrite1h])).toEqual([
      [0.00125, 0.00125],
      [0.00125, 0.002],
    ]);
  });

  it('takes no price of another unit or currency', async () => {
    const titles = ['Model', 'Unit', 'Input Price', 'Output Price'];
    const { items } = await docs(table(titles, '"a", "1K tokens", "$1", "$2"', '"b", "1M tokens", "¥4.00", "¥16.00"'));
    expect(items.map(({ pricing }) => pricing.status)).toEqual(['unknown', 'unknown']);
    expect(items.map(({ pricing }) => pricing.issues[0]?.code)).toEqual(['unknown-unit', 'no-list-price']);
  });

  it('reads the list with and without the newer fields', async () => {
    const data = [
      { id: 'kimi-x', owned_by: 'moonshot', created: 1786418420 },
      {
        id: 'kimi-y',
        display_name: 'Kimi Y',
        context_length: '1000',
        supports_image_in: true,
        think_efforts: { support: true },
      },
      { id: 'moonshot-z', supports_image_in: false, supports_video_in: 'no', supports_tool_use: false },
      { id: {} },
    ];
    const catalog = await readBody(moonshotai, 'api', JSON.stringify({ object: 'list', data }));
    expect(catalog.letters).toMatchObject([{ path: 'id' }]);
    expect(catalog.items).toMatchObject([
      { id: 'kimi-x', releaseDate: null, modalities: { input: [] }, capabilities: { toolCall: true, reasoning: null } },
      {
        name: 'Kimi Y',
        limit: { context: 1000 },
        modalities: { input: ['text', 'image'] },
        capabilities: { reasoning: true },
      },
      { modalities: { input: ['text'] }, capabilities: { toolCall: false, attachment: false } },
    ]);
  });

  it('takes no cell of another unit for a price of tokens, and tells it', async () => {
    const { items } = await docs(
      table(['Model', 'Input Price', 'Output Price'], '"a", "$3 / image", "$9 / 1M tokens"'),
    );
    expect(items).toMatchObject([
      {
        cost: { input: null, output: 0.009 },
        pricing: { issues: [{ code: 'unread-price', detail: 'input: $3 / image' }] },
      },
    ]);
  });

  it.each(['<html><body>Not found</body></html>', '', definition, table(['Model', 'Cost'], '"a", "$1"')])(
    'fails on a page without the table: %j',
    (body) => expect(readBody(moonshotai, 'docs', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});

describe('moonshotai-cn', () => {
  it('reads the same list, and prices from the catalog only', async () => {
    const body = JSON.stringify({ data: [{ id: 'kimi-x', context_length: 262144 }] });
    expect((await readBody(moonshotaiCn, 'api', body)).items).toMatchObject([
      { id: 'kimi-x', provider: 'moonshotai-cn' },
    ]);
    const catalog = await readRecorded(moonshotaiCn, 'catalog');
    expect(modelOf(catalog, 'kimi-k2.5').pricing.source).toBe('catalog:models.dev');
    // USD per 1M: 3, 15 and 0.3; 0.95, 4 and 0.16; 0.6, 3 and 0.1
    expect(pricesOf(catalog, 'kimi-k3')).toEqual({ input: 0.003, output: 0.015, cacheRead: 0.0003 });
    expect(pricesOf(catalog, 'kimi-k2.6')).toEqual({ input: 0.00095, output: 0.004, cacheRead: 0.00016 });
    expect(pricesOf(catalog, 'kimi-k2.5')).toEqual({ input: 0.0006, output: 0.003, cacheRead: 0.0001 });
  });
});
