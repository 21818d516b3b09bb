import { describe, expect, it } from 'vitest';
import { anthropic } from '../../src/sources/anthropic.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const pricingUrl = 'https://platform.claude.com/docs/en/about-claude/pricing.md';
const overviewUrl = 'https://platform.claude.com/docs/en/about-claude/models/overview.md';
const stagesUrl = 'https://platform.claude.com/docs/en/about-claude/model-deprecations.md';
const listUrl = 'https://api.anthropic.com/v1/models?limit=1000';

const header =
  '| Model | Base Input Tokens | 5m Cache Writes | 1h Cache Writes | Cache Hits & Refreshes | Output Tokens |';
const pricing = (...rows: string[]) =>
  ['## Model pricing', '', header, '|---|---|---|---|---|---|', ...rows].join('\n');
const docs = (body: string, overview?: string) =>
  readBody(anthropic, 'docs', { [pricingUrl]: body, ...(overview && { [overviewUrl]: overview }) });
const overview = (cells: Record<string, string>) =>
  ['| Feature | Claude Opus 5 |', '|---|---|', ...Object.entries(cells).map(([k, v]) => `| **${k}** | ${v} |`)].join(
    '\n',
  );

describe('anthropic', () => {
  it.each([
    ['docs', 21],
    ['overview', 13],
    ['api', 10],
  ])('reads every recorded row of %s', async (endpoint, rows) => {
    const catalog = await readRecorded(anthropic, endpoint);
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([rows, rows, 0]);
  });

  it('converts USD per 1M tokens and joins ids by name', async () => {
    const catalog = await readRecorded(anthropic, 'docs');
    expect(modelOf(catalog, 'claude-opus-4-8')).toMatchObject({
      cost: { input: 0.005, output: 0.025, cacheRead: 0.0005, cacheWrite: 0.00625, cacheWrite1h: 0.01 },
      tiers: [
        { when: { serviceTier: 'fast' }, cost: { input: 0.01, output: 0.05 } },
        { when: { serviceTier: 'batch' }, cost: { input: 0.0025, output: 0.0125 } },
      ],
      limit: { context: 1_000_000, output: 128_000 },
      status: 'active',
    });
    expect(modelOf(catalog, 'claude-haiku-4-5-20251001')).toMatchObject({
      name: 'Claude Haiku 4.5',
      cost: { input: 0.001, output: 0.005, cacheRead: 0.0001 },
      limit: { context: 200_000, output: 64_000 },
      knowledge: '2025-02',
      capabilities: { reasoning: true, toolCall: true },
    });
    expect(modelOf(catalog, 'claude-3-5-haiku-20241022')).toMatchObject({
      status: 'retired',
      deprecatedAt: '2025-12-19',
      retiresAt: '2026-02-19',
      cost: { input: 0.0008, cacheRead: 0.00008, cacheWrite1h: 0.0016, output: 0.004 },
    });
    expect(modelOf(catalog, 'claude-mythos-5')).toMatchObject({ name: 'Claude Mythos 5', status: 'active' });
  });

  it('finds the columns by name, in any case and order, and keeps empty cells', async () => {
    const body = [
      '## Model pricing',
      '| Output tokens | Cache hits and refreshes | 1h cache writes | 5m cache writes | Base input tokens | Model |',
      '|---|---|---|---|---|---|',
      '| $25 / MTok |  | $10 / MTok |  | $5 / MTok | [Claude Opus 9](/x) ([deprecated](/y)) |',
      '## Batch processing',
      '| Model | Batch input | Batch output |',
      '|---|---|---|',
      '| Claude Opus 9 | $2.50 / MTok | $12.50 / MTok |',
      '### Fast mode pricing',
      '| Model | Input | Output |',
      '|---|---|---|',
      '| Claude Opus 9 | $30 / MTok | $150 / MTok |',
    ].join('\n');
    expect((await docs(body)).items).toMatchObject([
      {
        id: 'claude-opus-9',
        status: 'deprecated',
        cost: { input: 0.005, output: 0.025, cacheRead: null, cacheWrite: null, cacheWrite1h: 0.01 },
        tiers: [
          { when: { serviceTier: 'batch' }, cost: { input: 0.0025, output: 0.0125 } },
          { when: { serviceTier: 'fast' }, cost: { input: 0.03, output: 0.15 } },
        ],
      },
    ]);
  });

  it('takes the row in force on the day of the page and keeps dated and long-prompt rows as tiers', async () => {
    const { items: models } = await docs(
      pricing(
        '| Claude Sonnet 9 (for prompts over 200,000 tokens) | $9 / MTok | - | - | - | - |',
        '| Claude Sonnet 9 through August 31, 2026 | $2 / MTok | - | - | - | $10 / MTok |',
        '| Claude Sonnet 9 starting September 1, 2026 | $3 / MTok | - | - | - | $15 / MTok |',
        '| Claude Sonnet 9 (for prompts over 100,000 tokens) | $6 / MTok | - | - | - | $22.50 / MTok |',
      ),
    );
    expect(models).toMatchObject([{ id: 'claude-sonnet-9', cost: { input: 0.002, output: 0.01 } }]);
    expect(models[0]!.tiers).toEqual([
      { when: { contextAbove: 200_000 }, cost: { input: 0.009 } },
      { when: { until: '2026-08-31' }, cost: { input: 0.002, output: 0.01 } },
      { when: { from: '2026-09-01' }, cost: { input: 0.003, output: 0.015 } },
      { when: { contextAbove: 100_000 }, cost: { input: 0.006, output: 0.0225 } },
    ]);
  });

  it.each([
    '\\$5 / input MTok<br/>\\$25 / output MTok',
    '$5 / input MTok $25 / output MTok',
    '$5 / input MTok$25 / output MTok',
    '$5 / input MTok, $25 / output MTok',
    '$5 / $25 per MTok (input / output)',
  ])('reads the overview price %j', async (price) => {
    const body = overview({ 'Claude API ID': 'claude-opus-5', Pricing: price });
    expect((await readBody(anthropic, 'overview', body)).items).toMatchObject([
      { id: 'claude-opus-5', cost: { input: 0.005, output: 0.025 } },
    ]);
  });

  it('survives glued footnotes, retirement rows and thinking in links', async () => {
    const body = overview({
      'Claude API ID<sup>1</sup>': 'claude-opus-53',
      '[Extended thinking](/x)': 'No',
      '[Adaptive thinking](/y)': 'No',
      'Context window': '<Tooltip tooltipContent="~555k words">1M tokens</Tooltip>',
      'Max output': '128K tokens',
      'Reliable knowledge cutoff': 'Jan 20262',
      Retirement: 'March 1, 2027',
    });
    expect((await readBody(anthropic, 'overview', body)).items).toMatchObject([
      {
        id: 'claude-opus-5',
        limit: { context: 1_000_000, output: 128_000 },
        capabilities: { reasoning: false },
        knowledge: '2026-01',
        retiresAt: '2027-03-01',
      },
    ]);
    const open = overview({ 'Claude API ID': '`claude-opus-5`', Retirement: 'Not sooner than March 1, 2027' });
    expect((await readBody(anthropic, 'overview', open)).items[0]!.retiresAt).toBeNull();
  });

  it('reads prices without the overview, in whatever form that is, and what only the overview has', async () => {
    const row = '| Claude Opus 5 | $5 / MTok | - | - | $0.50 / MTok | $25 / MTok |';
    for (const [body, kind] of [
      ['<html>gone</html>', 'shape'],
      [undefined, 'http'],
    ] as const) {
      const catalog = await docs(pricing(row), body);
      expect(catalog.items).toMatchObject([{ id: 'claude-opus-5', cost: { input: 0.005 } }]);
      expect(catalog.faults).toMatchObject([
        { endpoint: 'docs', request: 'shown', url: overviewUrl, kind },
        { endpoint: 'docs', request: 'stages', url: stagesUrl, kind: 'http' },
      ]);
    }
    const other = pricing(row.replace('Opus 5', 'Opus 6'));
    const both = await docs(other, overview({ 'Claude API ID': '`claude-opus-5`', Pricing: '$5 / input MTok' }));
    expect(both.items.map(({ id, cost }) => [id, cost.input])).toEqual([
      ['claude-opus-6', 0.005],
      ['claude-opus-5', 0.005],
    ]);
  });

  it('reads the list page by page, in the old shape and the new', async () => {
    const old = { id: 'claude-3-haiku', display_name: 'Claude Haiku 3', created_at: '1970-01-01T00:00:00Z' };
    const fresh = {
      id: 'claude-x',
      max_input_tokens: '200000',
      max_tokens: 64000,
      capabilities: {
        image_input: { supported: true },
        pdf_input: { supported: false },
        structured_outputs: { supported: true },
        thinking: { supported: false, types: {} },
        new_thing: 7,
      },
    };
    const catalog = await readBody(anthropic, 'api', {
      [listUrl]: JSON.stringify({ data: [old, { id: 7 }], has_more: true, last_id: 'claude-3-haiku' }),
      [`${listUrl}&after_id=claude-3-haiku`]: JSON.stringify({ data: [fresh], has_more: false, last_id: 'claude-x' }),
    });
    expect(catalog.letters).toMatchObject([{ path: 'id', stage: 'validate' }]);
    expect(catalog.items).toMatchObject([
      { name: 'Claude Haiku 3', releaseDate: null, limit: { context: null }, modalities: { input: [] } },
      {
        limit: { context: 200_000, output: 64_000 },
        modalities: { input: ['text', 'image'], output: ['text'] },
        capabilities: { reasoning: false, structuredOutput: true, attachment: true, toolCall: true },
      },
    ]);
  });

  it('has an offer for an alias and for the id with a day, and none for a name that is no id', async () => {
    const catalog = await readRecorded(anthropic, 'docs');
    const of = (family: RegExp) => catalog.items.flatMap(({ id }) => (family.test(id) ? [id] : []));
    expect(of(/sonnet-4-5|4-5-sonnet/)).toEqual(['claude-sonnet-4-5-20250929', 'claude-sonnet-4-5']);
    expect(modelOf(catalog, 'claude-sonnet-4-5').cost).toMatchObject({ input: 0.003, output: 0.015 });
    expect(of(/opus-4-1/)).toEqual(['claude-opus-4-1', 'claude-opus-4-1-20250805']);
    expect(of(/opus-4(-2|$)/)).toEqual(['claude-opus-4-20250514']);
    expect(of(/haiku-3|3-5/)).toEqual(['claude-3-5-haiku-20241022']);
    const [nameOnly] = (await docs(pricing('| Claude Haiku 3.5 | $1 / MTok | - | - | - | $4 / MTok |'))).items;
    expect(nameOnly!.pricing.issues).toMatchObject([{ code: 'name-only' }]);
  });

  it('tells state and days of the page of deprecations, and no day that is only the earliest', async () => {
    const catalog = await readRecorded(anthropic, 'docs');
    expect(modelOf(catalog, 'claude-opus-4-1')).toMatchObject({
      ...{ status: 'retired', deprecatedAt: '2026-06-05', retiresAt: '2026-08-05', cost: { input: 0.015 } },
    });
    expect(modelOf(catalog, 'claude-3-haiku-20240307')).toMatchObject({
      ...{ status: 'retired', retiresAt: '2026-04-20', pricing: { status: 'unknown' } },
    });
    expect(modelOf(catalog, 'claude-opus-5')).toMatchObject({ status: 'active', deprecatedAt: null, retiresAt: null });
  });

  it('leaves a level or a condition that nobody knows its own name', async () => {
    const { items: models } = await docs(
      [
        pricing(
          '| Claude Opus 9 | $5 / MTok | - | - | $0.50 / MTok | $25 / MTok |',
          '| Claude Opus 9 (US-only inference) | $5.50 / MTok | - | - | - | $27.50 / MTok |',
          '| Claude Opus 8 ([limited availability](/x)) | $4 / MTok | - | - | - | $20 / MTok |',
        ),
        '### Express pricing',
        ...[
          header,
          '|---|---|---|---|---|---|',
          '| Claude Opus 9 / Claude Opus 8 | $9 / MTok | - | - | - | $45 / MTok |',
        ],
      ].join('\n'),
    );
    const express = { when: { serviceTier: 'express' }, cost: { input: 0.009, output: 0.045 } };
    expect(models).toMatchObject([
      {
        cost: { input: 0.005, cacheRead: 0.0005, output: 0.025 },
        tiers: [{ when: { variant: 'US-only inference' }, cost: { input: 0.0055, output: 0.0275 } }, express],
      },
      { cost: { input: 0.004, output: 0.02 }, tiers: [express] },
    ]);
  });

  it('goes on behind the last row of a page that names no cursor, and fails where it has no row', async () => {
    const page = (data: object[], more: boolean) => JSON.stringify({ data, has_more: more, last_id: null });
    const catalog = await readBody(anthropic, 'api', {
      [listUrl]: page([{ id: 'claude-a' }], true),
      [`${listUrl}&after_id=claude-a`]: page([{ id: 'claude-b' }], false),
    });
    expect(catalog.items.map(({ id }) => id)).toEqual(['claude-a', 'claude-b']);
    const lost = readBody(anthropic, 'api', page([{ name: 'claude-a' }], true));
    await expect(lost).rejects.toMatchObject({ name: 'ShapeError' });
    const again = page([{ id: 'claude-a' }], true);
    const stuck = readBody(anthropic, 'api', { [listUrl]: again, [`${listUrl}&after_id=claude-a`]: again });
    await expect(stuck).rejects.toMatchObject({ name: 'ShapeError' });
  });

  it.each([
    [{ types: { adaptive: { supported: false }, enabled: { supported: true } } }, true],
    [{ types: { adaptive: { supported: true }, enabled: { supported: false } } }, true],
    [{ types: { adaptive: { supported: false }, enabled: { supported: false } } }, false],
    [{ supported: true, types: { adaptive: { supported: false } } }, true],
    [{ types: {} }, null],
  ])('takes either way of thinking for reasoning: %j', async (thinking, reasoning) => {
    const { items: models } = await readBody(
      anthropic,
      'api',
      JSON.stringify({ data: [{ id: 'claude-x', capabilities: { thinking } }] }),
    );
    expect(models[0]!.capabilities.reasoning).toBe(reasoning);
  });

  it('keeps the price of short prompts as the price', async () => {
    const { items: models } = await docs(
      pricing(
        '| Claude Haiku 9 (for prompts up to 100,000 tokens) | $1 / MTok | - | - | - | $5 / MTok |',
        '| Claude Haiku 9 (for prompts over 100,000 tokens) | $2 / MTok | - | - | - | $10 / MTok |',
      ),
    );
    expect(models).toMatchObject([{ cost: { input: 0.001, output: 0.005 } }]);
    expect(models[0]!.tiers).toEqual([{ when: { contextAbove: 100_000 }, cost: { input: 0.002, output: 0.01 } }]);
  });

  it('tells the id from the name where the overview has a dash for it', async () => {
    const { items: models } = await docs(
      pricing('| Claude Opus 5 | $5 / MTok | - | - | - | $25 / MTok |'),
      overview({ 'Claude API ID': '—', 'Context window': '1M tokens' }),
    );
    expect(models.map(({ id }) => id)).toEqual(['claude-opus-5']);
  });

  it('takes no cell of another unit for a price of tokens, and tells it', async () => {
    const { items } = await docs(pricing('| Claude Opus 9 | $5 / image | - | - | $0.50 / MTok | $25 / MTok |'));
    expect(items).toMatchObject([
      {
        cost: { input: null, cacheRead: 0.0005, output: 0.025 },
        pricing: { issues: [{ code: 'unread-price', detail: 'input: $5 / image' }] },
      },
    ]);
  });

  it.each(['<html><body>Not found</body></html>', '', '# Pricing\n\nsoon', '{}'])('fails on %j', async (body) => {
    const shape = { name: 'ShapeError' };
    await expect(docs(body || ' ')).rejects.toMatchObject(shape);
    await expect(readBody(anthropic, 'overview', body)).rejects.toMatchObject(shape);
    await expect(readBody(anthropic, 'api', body)).rejects.toMatchObject(shape);
  });
});
