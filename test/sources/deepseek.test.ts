import { describe, expect, it } from 'vitest';
import { deepseek } from '../../src/sources/deepseek.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const page = (rows: string[], after = '') =>
  `<h1>Pricing</h1><table><tbody>${rows.map((r) => `<tr>${r}</tr>`).join('')}</tbody></table>${after}`;
const docs = (rows: string[], after?: string) => readBody(deepseek, 'docs', page(rows, after));

/** The layout of December 2025: two label columns, no bands. */
const older = [
  '<td colspan="2">MODEL</td><td>deepseek-chat</td><td>deepseek-reasoner(1)</td>',
  '<td colspan="2">MODEL VERSION</td><td>DeepSeek-V3.2 (Non-thinking Mode)</td><td>DeepSeek-V3.2 (Thinking Mode)</td>',
  '<td colspan="2">CONTEXT LENGTH</td><td colspan="2">128K</td>',
  '<td colspan="2">MAX OUTPUT</td><td>DEFAULT: 4K<br>MAXIMUM: 8K</td><td>DEFAULT: 32K<br>MAXIMUM: 64K</td>',
  '<td rowspan="2">FEATURES</td><td>Json Output</td><td>✓</td><td>✓</td>',
  '<td>Tool Calls</td><td>✓</td><td>✗</td>',
  '<td rowspan="3">PRICING</td><td>1M INPUT TOKENS（CACHE HIT）</td><td colspan="2">$0.028</td>',
  '<td>1M INPUT TOKENS<br>(CACHE MISS)</td><td colspan="2"><del>$0.56</del> $0.28</td>',
  '<td>1M OUTPUT TOKENS</td><td colspan="2">¥3</td>',
];

describe('deepseek', () => {
  it('reads both recorded endpoints', async () => {
    for (const endpoint of ['docs', 'api']) {
      const catalog = await readRecorded(deepseek, endpoint);
      expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([3, 3, 0]);
    }
  });

  it('takes the off-peak price and keeps the peak hours as tiers', async () => {
    const catalog = await readRecorded(deepseek, 'docs');
    expect(modelOf(catalog, 'deepseek-v4-flash')).toMatchObject({
      name: 'DeepSeek-V4-Flash-0731',
      cost: { input: 0.00022, output: 0.00066, cacheRead: 0.000007 },
      tiers: [
        { when: { timeUtc: '01:00-04:00' }, cost: { input: 0.00044, output: 0.00132, cacheRead: 0.000014 } },
        { when: { timeUtc: '06:00-10:00' }, cost: { input: 0.00044, output: 0.00132, cacheRead: 0.000014 } },
      ],
      limit: { context: 1_000_000, output: 384_000 },
      capabilities: { toolCall: true, reasoning: true },
    });
    // $1.32, $3.96 and $0.044 in the peak hours, half of it in the others
    const peak = { input: 0.00132, output: 0.00396, cacheRead: 0.000044 };
    expect(modelOf(catalog, 'deepseek-v4-pro')).toMatchObject({
      cost: { input: 0.00066, output: 0.00198, cacheRead: 0.000022 },
      tiers: [
        { when: { timeUtc: '01:00-04:00' }, cost: peak },
        { when: { timeUtc: '06:00-10:00' }, cost: peak },
      ],
    });
    expect(modelOf(catalog, 'deepseek-v4-flash-vision-exp')).toMatchObject({
      cost: { input: 0.00022, output: 0.00066, cacheRead: 0.000007 },
      tiers: [
        { when: { timeUtc: '01:00-04:00' }, cost: { input: 0.00044, output: 0.00132, cacheRead: 0.000014 } },
        { when: { timeUtc: '06:00-10:00' }, cost: { input: 0.00044, output: 0.00132, cacheRead: 0.000014 } },
      ],
      modalities: { input: ['text', 'image'] },
    });
  });

  it('reads the older layout: merged cells, one band, struck-out prices, full-width brackets', async () => {
    const catalog = await docs(older);
    expect(catalog.items).toMatchObject([
      {
        id: 'deepseek-chat',
        cost: { input: 0.00028, cacheRead: 0.000028, output: null },
        tiers: [],
        limit: { context: 128_000, output: 8000 },
        capabilities: { toolCall: true, reasoning: false },
      },
      {
        id: 'deepseek-reasoner',
        cost: { input: 0.00028 },
        limit: { output: 64_000 },
        capabilities: { toolCall: false, reasoning: true },
      },
    ]);
  });

  it('reads bands in any order, and peak prices without hours as a variant', async () => {
    const rows = [
      '<td colspan="3">MODEL</td><td>a</td>',
      '<td rowspan="2">PRICING</td><td rowspan="2">1M INPUT TOKENS (CACHE MISS)</td><td>PEAK</td><td>$2</td>',
      '<td>OFF-PEAK</td><td>$1</td>',
    ];
    expect((await docs(rows, '<p>Off-peak hours are 10:00 - 01:00 UTC.</p>')).items).toMatchObject([
      { cost: { input: 0.001 }, tiers: [{ when: { variant: 'peak' }, cost: { input: 0.002 } }] },
    ]);
  });

  it('keeps the days of the peak hours, and takes no hours of another zone', async () => {
    const rows = [
      '<td colspan="3">MODEL</td><td>a</td>',
      '<td rowspan="2">PRICING</td><td rowspan="2">1M INPUT TOKENS (CACHE MISS)</td><td>OFF-PEAK</td><td>$1</td>',
      '<td>PEAK</td><td>$2</td>',
    ];
    const tiers = async (sentence: string) => (await docs(rows, `<p>${sentence}</p>`)).items[0]?.tiers;
    expect(
      await tiers('Peak hours are 1:00 - 04:00 UTC, Monday through Friday (all other hours are off-peak).'),
    ).toEqual([{ when: { timeUtc: '01:00-04:00', days: 'mon-fri' }, cost: { input: 0.002 } }]);
    expect(await tiers('Peak hours are 09:00 - 12:00 UTC+8.')).toEqual([
      { when: { variant: 'peak' }, cost: { input: 0.002 } },
    ]);
  });

  it('opens a tier of its own for a band that it does not know', async () => {
    const rows = [
      '<td colspan="3">MODEL</td><td>a</td>',
      '<td rowspan="4">PRICING</td><td rowspan="3">1M INPUT TOKENS (CACHE MISS)</td><td>HOLIDAY</td><td>$3</td>',
      '<td>STANDARD</td><td>$2</td>',
      '<td>DISCOUNT (UTC 16:30-00:30)</td><td>$1</td>',
      '<td colspan="2">1M OUTPUT TOKENS</td><td>$4</td>',
    ];
    const [model] = (await docs(rows)).items;
    expect(model?.tiers).toEqual([
      { when: { variant: 'holiday' }, cost: { input: 0.003 } },
      { when: { timeUtc: '16:30-00:30' }, cost: { input: 0.001 } },
    ]);
    expect(model?.cost).toMatchObject({ input: 0.002, output: 0.004 });
  });

  it('says that a page is in yuan, and lets no other list stand in', async () => {
    const rows = ['<td>MODEL</td><td>a</td>', '<td>1M INPUT TOKENS (CACHE MISS)</td><td>¥0.15</td>'];
    expect((await docs(rows)).items).toMatchObject([
      { cost: { input: null }, pricing: { status: 'unknown', issues: [{ code: 'no-list-price' }] } },
    ]);
  });

  it('finds the model row wherever it stands and survives missing rows', async () => {
    const rows = [
      '<td>Concurrency Limit</td><td>1</td><td>2</td>',
      '<td>PRICING 1M INPUT TOKENS</td><td>$1</td><td>—</td>',
      '<td>Model</td><td>a</td><td>b</td>',
    ];
    expect((await docs(rows)).items).toMatchObject([
      { id: 'a', cost: { input: 0.001 }, limit: { context: null }, capabilities: { toolCall: null, reasoning: null } },
      { id: 'b', pricing: { status: 'unknown' } },
    ]);
  });

  it('tells vision by the id, and a model that does not think', async () => {
    const rows = [
      '<td>MODEL</td><td>deepseek-x-vision-exp</td><td>deepseek-x</td>',
      '<td>MODEL VERSION</td><td>DeepSeek-X-Vision-Exp</td><td>-</td>',
      '<td>THINKING MODE</td><td>Supports both non-thinking and thinking (default) modes</td><td>Not supported</td>',
      '<td>1M INPUT TOKENS (CACHE MISS)</td><td>$1</td><td>$2</td>',
    ];
    expect((await docs(rows)).items).toMatchObject([
      { name: 'DeepSeek-X-Vision-Exp', capabilities: { reasoning: true, attachment: true } },
      { name: null, modalities: { input: ['text'] }, capabilities: { reasoning: false, attachment: false } },
    ]);
  });

  it('reads the list, which has no dates', async () => {
    const body = JSON.stringify({ object: 'list', data: [{ id: 'deepseek-x', owned_by: 'deepseek' }, { id: 1 }] });
    expect(await readBody(deepseek, 'api', body)).toMatchObject({
      items: [{ id: 'deepseek-x', ownedBy: 'deepseek', releaseDate: null }],
      letters: [{ path: 'id' }],
    });
  });

  it('takes no cell of another unit for a price of tokens, and tells it', async () => {
    const rows = [
      '<td>MODEL</td><td>a</td>',
      '<td>1M INPUT TOKENS (CACHE MISS)</td><td>$3 / image</td>',
      '<td>1M OUTPUT TOKENS</td><td>$4</td>',
    ];
    expect((await docs(rows)).items).toMatchObject([
      {
        cost: { input: null, output: 0.004 },
        pricing: { issues: [{ code: 'unread-price', detail: 'input: $3 / image' }] },
      },
    ]);
  });

  it.each(['<html><body>Not found</body></html>', '', page(['<td>MODEL</td><td>a</td>'])])(
    'fails on a page without prices: %j',
    (body) => expect(readBody(deepseek, 'docs', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
