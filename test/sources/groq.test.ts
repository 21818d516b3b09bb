import { describe, expect, it } from 'vitest';
import { groq } from '../../src/sources/groq.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const table = (...rows: string[]) =>
  [
    '## [Production Models](#p)',
    '',
    '| MODEL ID | PRICE PER 1M TOKENS | CONTEXT WINDOW (TOKENS) |',
    '| --- | --- | --- |',
    ...rows,
  ].join('\n');

describe('groq', () => {
  it('converts the prices of the recorded document', async () => {
    const catalog = await readRecorded(groq, 'docs');
    expect(catalog.items).toHaveLength(16);
    expect(modelOf(catalog, 'openai/gpt-oss-120b')).toMatchObject({
      name: 'GPT OSS 120B',
      cost: { input: 0.00015, output: 0.0006 },
      limit: { context: 131_072, output: 65_536 },
      status: 'active',
    });
    expect(modelOf(catalog, 'qwen/qwen3.8-27b')).toMatchObject({
      cost: { input: 0.0008, output: 0.004 },
      status: 'preview',
    });
    expect(modelOf(catalog, 'canopylabs/orpheus-v1-english').cost).toMatchObject({
      input: null,
      perCharacter: 0.000022,
    });
  });

  it('reads ids behind badges, with and without vendor, and of systems', async () => {
    const { items: models } = await readRecorded(groq, 'docs');
    expect(models.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['llama-3.1-8b-instant', 'meta-llama/llama-prompt-guard-2-22m', 'groq/compound']),
    );
  });

  it('has no token price for hours, characters and sales contacts', async () => {
    const catalog = await readRecorded(groq, 'docs');
    expect(modelOf(catalog, 'whisper-large-v3').cost).toMatchObject({
      input: null,
      output: null,
      perSecond: 0.0000308333333333333,
    });
    expect(modelOf(catalog, 'llama-3.3-70b-versatile').pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'no-list-price', detail: 'the page says to contact sales' }],
    });
    expect(modelOf(catalog, 'groq/compound').pricing.issues).toMatchObject([{ code: 'no-list-price' }]);
  });

  it('finds the columns by name, whatever their order', async () => {
    const body = table(
      '| [![x](https://a/b.png)GPT](/docs/model/a/gpt)a/gpt | $1.00 input$2.50 output | 1,000 |',
    ).replace('| MODEL ID | PRICE PER 1M TOKENS |', '| Model ID | Price per 1M tokens |');
    expect(modelOf(await readBody(groq, 'docs', body), 'a/gpt').cost).toMatchObject({ input: 0.001, output: 0.0025 });
  });

  it('reads units in words, says which it can not read, and opens a tier for a section that it does not know', async () => {
    const body = [
      table(
        '| [A](/docs/model/a)a | $1.00 input$0.50 cached input$2.50 output | 1,000 |',
        '| [B](/docs/model/b)b | $0.006 per minute | 1,000 |',
        '| [C](/docs/model/c)c | $3 per step | 1,000 |',
      ),
      table('| [A](/docs/model/a)a | $9 input$9 output | 1,000 |').replace('Production', 'Turbo'),
    ].join('\n\n');
    const catalog = await readBody(groq, 'docs', body);
    expect(catalog.items).toMatchObject([
      {
        id: 'a',
        cost: { input: 0.001, output: 0.0025, cacheRead: 0.0005 },
        tiers: [{ when: { serviceTier: 'turbo models' }, cost: { input: 0.009, output: 0.009 } }],
      },
      { id: 'b', cost: { input: null, perSecond: 0.0001 } },
      { id: 'c', pricing: { status: 'unknown', issues: [{ code: 'unread-price', detail: '$3 per step' }] } },
    ]);
  });

  it('reads the keyed list and leaves retired models out', async () => {
    expect((await readRecorded(groq, 'api')).items.length).toBe(13);
    const body = { data: [{ id: 'a', active: true, context_window: '8192' }, { id: 'b', active: false }, { id: 7 }] };
    const catalog = await readBody(groq, 'api', JSON.stringify(body));
    expect(catalog).toMatchObject({ skipped: 1, letters: [{ path: 'id', stage: 'validate' }] });
    expect(catalog.items.map(({ id, limit }) => [id, limit.context])).toEqual([['a', 8192]]);
  });

  it('tells the id from a name that repeats it, from badges and from other links', async () => {
    const cells = [
      '[llama-3.1-8b](/docs/model/llama-3.1-8b)llama-3.1-8b',
      '[![Meta](https://a/b.png)Llama](/docs/model/meta/llama)[New](https://a/news)Enterprise meta/llama',
      '[![Groq](https://a/b.png)Compound](/docs/compound/systems/compound)Enterprisegroq/compound',
    ];
    const { items: models } = await readBody(
      groq,
      'docs',
      table(...cells.map((cell) => `| ${cell} | \\- | 131,042 |`)),
    );
    expect(models.map(({ id }) => id)).toEqual(['llama-3.1-8b', 'meta/llama', 'groq/compound']);
    expect(models[0]).toMatchObject({ limit: { context: 131_042 }, pricing: { status: 'unknown' } });
  });

  it('tells the state by the heading of the section', async () => {
    const sections = ['Production Models', 'Preview Models', 'Deprecated Models'];
    const body = sections
      .map((title, i) =>
        table(`| [M](/docs/model/m${i})m${i} | $1 input | 1,000 |`).replace('Production Models', title),
      )
      .join('\n\n');
    const { items } = await readBody(groq, 'docs', body);
    expect(items.map(({ status, cost, tiers }) => [status, cost.input, tiers])).toEqual([
      ['active', 0.001, []],
      ['preview', 0.001, []],
      ['deprecated', 0.001, []],
    ]);
  });

  it.each(['<html><body>Not found</body></html>', '', '# Supported Models\n\nsoon'])(
    'fails on a page without the table: %j',
    (body) => expect(readBody(groq, 'docs', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
