import { describe, expect, it } from 'vitest';
import { upstage } from '../../src/sources/upstage.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const base = 'https://console.upstage.ai/docs/models/';
const urls = { history: `${base}history.md`, index: 'https://console.upstage.ai/llms.txt' };
const pairs = (...rows: [string, string][]) =>
  `<table><tbody>${rows.map(([name, value]) => `<tr><td align="left" width="200px">${name}</td><td>${value}</td></tr>`).join('')}</tbody></table>`;
const history = (...parts: string[]) => ['# Models', '## Solar LLM', ...parts].join('\n\n');
const read = (body: string, pages: Record<string, string> = {}) =>
  readBody(upstage, 'docs', { [urls.history]: body, ...pages });
const page = (...lines: string[]) => ['# M', '', ...lines].join('\n');
const price = (amount: string, kind: string) => `- **Price**: ${amount}/1M tokens (${kind})`;

describe('upstage', () => {
  it('reads every version of the recorded history, and the aliases', async () => {
    const catalog = await readRecorded(upstage, 'docs');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([17, 17, 0]);
    expect(modelOf(catalog, 'solar-pro4-260806')).toMatchObject({
      mode: 'chat',
      modalities: { input: ['text'], output: ['text'] },
      limit: { context: 524_288 },
      capabilities: { reasoning: true, structuredOutput: true, toolCall: true },
      knowledge: '2026-02',
      releaseDate: '2026-08-06',
      status: null,
      pricing: { status: 'unknown' },
    });
    expect(modelOf(catalog, 'solar-open2')).toMatchObject({ status: 'deprecated', limit: { context: null } });
    expect(modelOf(catalog, 'solar-pro-241126')).toMatchObject({
      releaseDate: '2024-11-26',
      capabilities: { reasoning: null },
    });
  });

  it('gives the prices of the recorded page to the alias and its versions, and to no other family', async () => {
    const catalog = await readRecorded(upstage, 'docs');
    for (const id of ['solar-pro2', 'solar-pro2-251215', 'solar-pro2-250710'])
      expect(modelOf(catalog, id)).toMatchObject({
        cost: { input: 0.00015, output: 0.0006, cacheRead: 0.000015 },
        status: 'deprecated',
        retiresAt: '2026-10-30',
        knowledge: '2025-03',
        limit: { context: 65_536 },
      });
    expect(modelOf(catalog, 'solar-pro-250422').pricing.status).toBe('unknown');
    expect(modelOf(catalog, 'solar-mini-ja-250123').pricing.status).toBe('unknown');
  });

  it('reads tables with lists, links and blank lines, and pipe tables', async () => {
    const catalog = await read(
      history(
        '### solar-a-260101\n\n<table><tbody>\n<tr><td>Release date</td><td>2026-01-01</td></tr>\n\n<tr><td>Capabilities</td><td><ul><li>Chat</li>\n\n<li><a href="/x">function calling</a></li></ul></td></tr></tbody></table>',
        '### `solar-b` (Preview)\n\n| Release date | Mar, 2025 |\n|---|---|\n| Context length | 131,072 |',
        '### About versions\n\nProse.',
        '### solar-c-240101\n\nNo table.',
        '## Document models\n\n### document-parse-250305\n\n| Release date | 2025-03-05 |\n|---|---|',
      ),
    );
    expect(catalog.items).toMatchObject([
      { id: 'solar-a-260101', capabilities: { toolCall: true, reasoning: null } },
      { id: 'solar-b', releaseDate: '2025-03', limit: { context: 131_072 } },
      { id: 'solar-c-240101', mode: 'chat' },
      { id: 'document-parse-250305', mode: 'ocr', modalities: { input: [] } },
    ]);
  });

  it('finds pages in the index and by name, and does without', async () => {
    const body = history(
      `### solar-x2-260101\n\n${pairs(['Release date', '2026-01-01'], ['Context length', 'Undisclosed'])}`,
      `### solar-vision3\n\n${pairs(['Release date', '2026'])}`,
    );
    const index =
      '- [Solar Vision](https://console.upstage.ai/docs/models/solar-vision-3.md)\n- [x](/docs/models/history.md)';
    const catalog = await read(body, {
      [urls.index]: index,
      [`${base}solar-x-2.md`]: '<html>shell</html>',
      [`${base}solar-x2.md`]: page(
        price('~~$1~~ $0.5', 'Input Tokens'),
        price('$2', 'Output Token'),
        price('Free', 'Cached Token'),
        '- 32,768 context length',
        '- Reasoning mode available',
      ),
      [`${base}solar-vision-3.md`]: page(price('$0.4', 'Input Token'), price('$9', 'Input Audio Token')),
    });
    expect(modelOf(catalog, 'solar-x2-260101')).toMatchObject({
      cost: { input: 0.0005, output: 0.002, cacheRead: null },
      limit: { context: 32_768 },
      capabilities: { reasoning: true },
    });
    expect(modelOf(catalog, 'solar-vision3')).toMatchObject({
      modalities: { input: ['text', 'image'] },
      cost: { input: 0.0004, output: null },
    });
    const alone = await read(body);
    expect(alone.items).toHaveLength(2);
    expect(alone.faults.map(({ request, kind, url }) => [request, kind, url])).toEqual([
      ['index', 'http', urls.index],
      ...['solar-x-2', 'solar-x2', 'solar-vision-3', 'solar-vision3'].map((page) => [
        'pages',
        'http',
        `${base}${page}.md`,
      ]),
    ]);
  });

  it('takes a deprecation from a heading or a quote, and from no prose', async () => {
    const table = pairs(['Release date', '2026-01-01']);
    const catalog = await read(
      history(
        `### a-1 (Deprecated)\n\n${table}`,
        `### b-1\n\n> This version will be deprecated on May 1.\n\n${table}`,
        `### c-1\n\nReplaces the deprecated b-1.\n\n${table}`,
      ),
    );
    expect(catalog.items.map(({ status }) => status)).toEqual(['deprecated', 'deprecated', null]);
  });

  it('reads the day in a quote of the history, and gives an alias the page of its version', async () => {
    const catalog = await readBody(upstage, 'docs', {
      [urls.history]: history(
        `### solar-x-260101\n\n> It will be fully deprecated on **October 30, 2026**.\n\n${pairs(['Alias', 'solar-x-latest'])}`,
      ),
      [`${base}solar-x.md`]: page(price('$0.5', 'Input Token'), price('$2', 'Output Token')),
    });
    expect(catalog.items.map(({ id, retiresAt, cost }) => [id, retiresAt, cost.input])).toEqual([
      ['solar-x-260101', '2026-10-30', 0.0005],
      ['solar-x-latest', '2026-10-30', 0.0005],
    ]);
  });

  it('reads prices of other units in words, and says which it can not read', async () => {
    const body = history('### solar-x1-260101\n\n' + pairs(['Release date', '2026-01-01']));
    const facts = page(price('$0.15', 'Input Token'), '- **Price**: $0.01/page', '- **Price**: $3/step');
    const { items } = await read(body, { [`${base}solar-x-1.md`]: facts });
    expect(modelOf({ items } as Parameters<typeof modelOf>[0], 'solar-x1-260101')).toMatchObject({
      cost: { input: 0.00015, perPage: 0.01 },
      pricing: { issues: [{ code: 'unread-price', detail: '$3/step' }] },
    });
  });

  it('rejects a table whose model has no id', async () => {
    expect(
      await read(
        history(
          `### Solar New\n\n${pairs(['Release date', '2026-01-01'])}`,
          `### a-1\n\n${pairs(['Release date', '2026-01-01'])}`,
        ),
      ),
    ).toMatchObject({
      items: [{ id: 'a-1' }],
      letters: [{ path: 'id' }],
    });
  });

  it('reads every row of the keyed list', async () => {
    const catalog = await readRecorded(upstage, 'api');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([12, 12, 0]);
    expect(modelOf(catalog, 'solar-mini-240612')).toMatchObject({ ownedBy: 'upstage', releaseDate: null });
  });

  it.each([
    ['Solar LLM', 'solar-x-260101', 'chat'],
    ['Embeddings', 'embedding-passage-260101', 'embedding'],
    ['Document Digitization', 'ocr-260101', 'ocr'],
    ['Information Extraction', 'information-extract-260101', 'other'],
    ['Anything else', 'm-260101', null],
  ])('tells what a model is for by the section %s and the id %s', async (section, id, mode) => {
    const body = `# Models\n\n## ${section}\n\n### ${id}\n\n${pairs(['Release date', '2026-01-01'])}`;
    expect((await read(body)).items).toMatchObject([{ id, mode }]);
  });

  it.each(['<html><body>Not found</body></html>', '', '{}', '# Models\n\nsoon'])(
    'fails on a page without models: %j',
    (body) => expect(readBody(upstage, 'docs', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
