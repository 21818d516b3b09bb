import { describe, expect, it } from 'vitest';
import { minimax } from '../../src/sources/minimax.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const header = '| Model | Input | Output | Prompt caching Read |';
const table = (title: string, ...rows: string[]) => [title, title.replaceAll(/[^|]+/g, ' --- '), ...rows].join('\n');
const docs = (...body: string[]) => readBody(minimax, 'docs', body.join('\n\n'));

describe('minimax', () => {
  it.each(['docs', 'api'])('reads every recorded row of %s', async (endpoint) => {
    const catalog = await readRecorded(minimax, endpoint);
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([8, 8, 0]);
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

  it('finds columns by name, and takes no other unit, currency or table', async () => {
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
    ]);
  });

  it('reads the list', async () => {
    const data = [{ id: 'MiniMax-M3', created: 1780272000, owned_by: 'minimax' }, { id: null }];
    expect(await readBody(minimax, 'api', JSON.stringify({ object: 'list', data }))).toMatchObject({
      items: [{ id: 'MiniMax-M3', releaseDate: '2026-06-01' }],
      letters: [{ path: 'id' }],
    });
  });

  it.each(['<html><body>Not found</body></html>', '', table('| Model | Price |', '| image-01 | $1 |')])(
    'fails on a page without the table: %j',
    (body) => expect(docs(body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
