import { describe, expect, it } from 'vitest';
import { minimax } from '../../src/sources/minimax.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const header = '| Model | Input | Output | Prompt caching Read |';
const table = (title: string, ...rows: string[]) => [title, title.replaceAll(/[^|]+/g, ' --- '), ...rows].join('\n');
const docs = (...body: string[]) => readBody(minimax, 'docs', body.join('\n\n'));

describe('minimax', () => {
  it.each([
    ['docs', 11],
    ['api', 8],
  ])('reads every recorded row of %s', async (endpoint, rows) => {
    const catalog = await readRecorded(minimax, endpoint);
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([rows, rows, 0]);
  });

  it('reads what speech, images and video cost by their own units', async () => {
    const catalog = await readRecorded(minimax, 'docs');
    expect(modelOf(catalog, 'speech-2.8-hd')).toMatchObject({ mode: 'speech', cost: { perCharacter: 0.0001 } });
    expect(modelOf(catalog, 'image-01')).toMatchObject({ mode: 'image', cost: { input: null, perImage: 0.0035 } });
    expect(modelOf(catalog, 'MiniMax-H3-Context-IR')).toMatchObject({
      mode: 'video',
      cost: { input: 0.0009, output: 0.0036 },
    });
  });

  it('opens a tier of its own for a tab or a condition that it does not know', async () => {
    const row = (name: string, input: number) => `| **${name}** | $${input} / M tokens | $9 / M tokens | - |`;
    const catalog = await docs(
      `<Tabs>\n<Tab title="Standard">\n${table(header, row('M9<br />New', 1), row('M9<br />EU only', 2))}\n</Tab>`,
      `<Tab title="Turbo">\n${table(header, row('M9', 3))}\n</Tab>\n</Tabs>`,
    );
    expect(catalog.items).toMatchObject([{ id: 'M9', cost: { input: 0.001, output: 0.009 } }]);
    expect(catalog.items[0]?.tiers).toEqual([
      { when: { variant: 'EU only' }, cost: { input: 0.002, output: 0.009 } },
      { when: { serviceTier: 'turbo' }, cost: { input: 0.003, output: 0.009 } },
    ]);
  });

  it('takes what is charged in the standard tab and keeps long prompts and priority as tiers', async () => {
    const catalog = await readRecorded(minimax, 'docs');
    expect(modelOf(catalog, 'MiniMax-M3')).toMatchObject({
      cost: { input: 0.0003, output: 0.0012, cacheRead: 0.00006, cacheWrite: null },
      tiers: [
        { when: { contextAbove: 512_000 }, cost: { input: 0.0006, output: 0.0024, cacheRead: 0.00012 } },
        { when: { serviceTier: 'priority' }, cost: { input: 0.00045, output: 0.0018, cacheRead: 0.00009 } },
        { when: { contextAbove: 512_000, serviceTier: 'priority' }, cost: { input: 0.0009 } },
      ],
    });
    expect(modelOf(catalog, 'MiniMax-M2.7-highspeed').cost).toMatchObject({
      input: 0.0006,
      output: 0.0024,
      cacheRead: 0.00006,
      cacheWrite: 0.000375,
    });
    expect(modelOf(catalog, 'MiniMax-M2')).toMatchObject({ cost: { input: 0.0003, cacheRead: 0.00003 }, tiers: [] });
  });

  it('takes the first table where the tabs are lost', async () => {
    const rows = [
      '| **M9**<br />&gt; 200k input tokens | \\$2 / M tokens | \\$4 / M tokens | - |',
      '| **M9** ≤ 200k | $3 $1 / M tokens | ~~$5~~ $2 | - |',
    ];
    const priority = '| **M9** ≤ 200k | $1.50 / M tokens | $3 / M tokens | - |';
    const catalog = await docs(table(header, ...rows), table(header, priority));
    expect(catalog.items).toMatchObject([{ id: 'M9', cost: { input: 0.001, output: 0.002, cacheRead: null } }]);
    expect(catalog.items[0]!.tiers).toEqual([
      { when: { contextAbove: 200_000 }, cost: { input: 0.002, output: 0.004 } },
    ]);
  });

  it('finds columns by name, and takes no other unit as tokens and no other currency', async () => {
    const catalog = await docs(
      table(
        '| Prompt caching Write | Output | New | Model | Input |',
        '| \\$0.4 / M tokens | $3 / M tokens | x | a | $1,000 / M tokens |',
        '| - | ¥8.4 / M tokens | x | b | $1 / M characters |',
      ),
      table(
        '| **Model / API** | **Input Price** | **Output Price** |',
        '| video | $0.90 / M tokens | $3.60 / M tokens |',
      ),
      table('| **API** | **Model** | **Price** |', '| T2A | speech-2.8-hd | \\$100 / M characters |'),
      table('| Model | Price |', '| image-01 | \\$0.0035 per image |'),
    );
    expect(catalog.items).toMatchObject([
      { id: 'a', cost: { input: 1, output: 0.003, cacheWrite: 0.0004 } },
      { id: 'b', pricing: { status: 'unknown' } },
      { id: 'speech-2.8-hd', cost: { input: null, perCharacter: 0.0001 } },
      { id: 'image-01', cost: { input: null, perImage: 0.0035 } },
    ]);
  });

  it('reads the list', async () => {
    const data = [{ id: 'MiniMax-M2', created: 1761530400, owned_by: 'minimax' }, { id: null }];
    expect(await readBody(minimax, 'api', JSON.stringify({ object: 'list', data }))).toMatchObject({
      items: [{ id: 'MiniMax-M2', releaseDate: '2025-10-27' }],
      letters: [{ path: 'id' }],
    });
  });

  it('says that prices are in yuan, and tells those of another unit', async () => {
    const { items } = await docs(
      table(
        '| Model | Input | Output |',
        '| a | ¥2.1 / M tokens | ¥8.4 / M tokens |',
        '| b | $1 / M characters | $3 / M tokens |',
      ),
      table('| Model | Price |', '| music-2.6 | $0.15 per song |'),
    );
    expect(items.map(({ id, cost, pricing }) => [id, cost.output, pricing.issues])).toEqual([
      ['a', null, [{ code: 'no-list-price', detail: 'the page shows its prices in yuan' }]],
      ['b', 0.003, [{ code: 'unread-price', detail: 'input: $1 / M characters' }]],
      ['music-2.6', null, [{ code: 'unread-price', detail: '$0.15 per song' }]],
    ]);
  });

  it.each(['<html><body>Not found</body></html>', '', table('| Model | Price |', '| image-01 | $1 |')])(
    'fails on a page without the table: %j',
    (body) => expect(docs(body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
