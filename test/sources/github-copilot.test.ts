import { describe, expect, it } from 'vitest';
import { githubCopilot } from '../../src/sources/github-copilot.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const tables = 'https://raw.githubusercontent.com/github/docs/main/data/tables/copilot';
const priced = (yaml: string, history = '') =>
  readBody(githubCopilot, 'prices', {
    [`${tables}/models-and-pricing.yml`]: yaml,
    [`${tables}/model-deprecation-history.yml`]: history,
  });
const listed = (...data: object[]) => readBody(githubCopilot, 'api', JSON.stringify({ object: 'list', data }));

describe('github-copilot', () => {
  it('brings the 40 recorded price rows together to 32 models', async () => {
    const catalog = await readRecorded(githubCopilot, 'prices');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([32, 32, 0]);
    expect(modelOf(catalog, 'gpt-5.4')).toMatchObject({
      name: 'GPT-5.4',
      ownedBy: 'openai',
      status: 'active',
      cost: { input: 0.0025, output: 0.015, cacheRead: 0.00025, cacheWrite: null },
      tiers: [{ when: { contextAbove: 272_000 }, cost: { input: 0.005, output: 0.0225, cacheRead: 0.0005 } }],
    });
    expect(modelOf(catalog, 'claude-haiku-4.5').cost).toMatchObject({
      input: 0.001,
      output: 0.005,
      cacheRead: 0.0001,
      cacheWrite: 0.00125,
    });
    expect(modelOf(catalog, 'gpt-5.6-luna')).toMatchObject({
      cost: { input: 0.0002, output: 0.0012, cacheRead: 0.00002, cacheWrite: 0.00025 },
      tiers: [
        {
          when: { contextAbove: 200_000 },
          cost: { input: 0.0004, output: 0.0018, cacheRead: 0.00004, cacheWrite: 0.0005 },
        },
      ],
    });
    expect(modelOf(catalog, 'gemini-3.1-pro').status).toBe('preview');
  });

  it('strips footnotes from names and tells the fast mode apart', async () => {
    const catalog = await readRecorded(githubCopilot, 'prices');
    expect(modelOf(catalog, 'gemini-3.7-flash').name).toBe('Gemini 3.7 Flash');
    expect(modelOf(catalog, 'claude-opus-4.8').cost.input).toBe(0.005);
    expect(modelOf(catalog, 'claude-opus-4.8-fast')).toMatchObject({
      name: 'Claude Opus 4.8 (fast mode) (preview)',
      cost: { input: 0.01 },
    });
  });

  it('takes the base from the default tier whatever the order and the quoting', async () => {
    const catalog = await priced(`
- {model: "A 1[^x]", tier: "Long context", threshold: "> 200K", input: $4.00, output: '$8'}
- model: 'A 1'
  tier: Default
  threshold: "\\u2264 200K"
  input: 2
  output: 4.00
  novel: [1]
- {model: B, tier: Long context, notes: 'Prompts >128K tokens', input: $1}
- {model: C, tier: Long context, threshold: Not applicable, notes: Uses GPT-5 mini pricing, input: $1}
- {model: D, threshold: '>1M', input: $3}
- {model: D, threshold: ≤1M, input: $2}
`);
    expect(modelOf(catalog, 'a-1')).toMatchObject({
      cost: { input: 0.002, output: 0.004 },
      tiers: [{ when: { contextAbove: 200_000 }, cost: { input: 0.004, output: 0.008 } }],
    });
    expect(modelOf(catalog, 'b').tiers).toEqual([{ when: { contextAbove: 128_000 }, cost: { input: 0.001 } }]);
    expect(modelOf(catalog, 'c').tiers).toEqual([{ when: { variant: 'Long context' }, cost: { input: 0.001 } }]);
    expect(modelOf(catalog, 'd')).toMatchObject({
      cost: { input: 0.002 },
      tiers: [{ when: { contextAbove: 1_000_000 }, cost: { input: 0.003 } }],
    });
  });

  it('keeps the name of a tier that is no longer prompt, and both bounds of one', async () => {
    const catalog = await priced(`
- {model: A, tier: Default, threshold: '≤ 200K', input: $1}
- {model: A, tier: Default, threshold: '> 200K', input: $2}
- {model: A, tier: Batch, threshold: '≤ 200K', input: $0.5}
- {model: A, tier: Night, input: $3}
- {model: A, tier: Long context, threshold: '> 1M, up to 2M', input: $4, video: $7.00}
`);
    expect(modelOf(catalog, 'a')).toMatchObject({
      cost: { input: 0.001 },
      tiers: [
        { when: { contextAbove: 200_000 }, cost: { input: 0.002 } },
        { when: { contextUpTo: 200_000, serviceTier: 'batch' }, cost: { input: 0.0005 } },
        { when: { variant: 'Night' }, cost: { input: 0.003 } },
        { when: { contextAbove: 1_000_000, contextUpTo: 2_000_000 }, cost: { input: 0.004 } },
      ],
      pricing: { issues: [{ code: 'unread-price', detail: 'video: $7.00' }] },
    });
  });

  it('reads prices in credits of the keyed list, nested or laid open', async () => {
    const nested = {
      batch_size: 1_000_000,
      default: { input_price: 250, cache_price: 25, output_price: 1500, context_max: 272_000 },
      long_context: { input_price: 500, cache_price: 50, output_price: 2250, max_prompt_tokens: 922_000 },
    };
    const flat = {
      batch_size: 1000,
      input_price: 0.5,
      cache_read_price: 0.05,
      cache_write_price: 0.625,
      output_price: 2.5,
    };
    const { items } = await listed(
      { id: 'a', billing: { multiplier: 1, token_prices: nested } },
      { id: 'b', billing: { is_premium: false, token_prices: { ...flat, long_context: { input_price: 0.5 } } } },
      { id: 'c', billing: { multiplier: 0, is_premium: false } },
      { id: 'd', billing: { token_prices: 'soon' } },
      { id: 'e', billing: { token_prices: { default: { input_price: 100, video_price: 3 } } } },
    );
    expect(items).toMatchObject([
      {
        cost: { input: 0.0025, output: 0.015, cacheRead: 0.00025, cacheWrite: null },
        tiers: [{ when: { contextAbove: 272_000 }, cost: { input: 0.005, output: 0.0225, cacheRead: 0.0005 } }],
      },
      { cost: { input: 0.005, output: 0.025, cacheRead: 0.0005, cacheWrite: 0.00625 }, tiers: [] },
      { pricing: { status: 'plan' }, cost: { input: null } },
      { pricing: { status: 'unknown' } },
      {
        cost: { input: 0.001 },
        pricing: { issues: [{ detail: 'billing.token_prices.default.video_price: 3 is not read' }] },
      },
    ]);
  });

  it('has no price for other words, other currencies and two amounts in a cell', async () => {
    const catalog = await priced(
      '- {model: A, input: Not applicable, cached_input: €1.00, output: $1 or $2, cache_write: null}',
    );
    expect(modelOf(catalog, 'a')).toMatchObject({
      pricing: { status: 'unknown' },
      cost: { input: null, output: null },
    });
  });

  it('tells a price of another currency or unit, and two in a cell', async () => {
    const catalog = await priced(
      '- {model: A, input: $1.00, cached_input: €1.00, output: $1 or $2, cache_write: Not applicable}\n- {model: B, input: $1 / image}',
    );
    expect(modelOf(catalog, 'a')).toMatchObject({
      cost: { input: 0.001, output: null, cacheRead: null },
      pricing: {
        issues: [
          { code: 'unread-price', detail: 'cached_input: €1.00' },
          { code: 'unread-price', detail: 'output: $1 or $2' },
        ],
      },
    });
    expect(modelOf(catalog, 'b').pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'unread-price', detail: 'input: $1 / image' }],
    });
  });

  it('rejects an entry without a model alone', async () => {
    const catalog = await priced('- model: A\n- provider: openai\n- 7\n- {model: [x]}');
    expect(catalog.items.map(({ id }) => id)).toEqual(['a']);
    expect(catalog.letters).toHaveLength(3);
  });

  it('adds the day of retirement from the companion and survives a broken one', async () => {
    const history = "- name: 'Claude Sonnet 4'\n  retirement_date: '2026-10-23'\n- name: B\n  retirement_date: soon";
    const prices = '- model: Claude Sonnet 4\n- model: B';
    expect((await priced(prices, history)).items.map(({ retiresAt }) => retiresAt)).toEqual(['2026-10-23', null]);
    const broken = await priced(prices, '<html>');
    expect(broken.items).toHaveLength(2);
    expect(broken.faults).toMatchObject([{ endpoint: 'prices', request: 'retirements', kind: 'shape' }]);
  });

  it('reads the keyed list without duplicates, aliases, internal ids and embeddings', async () => {
    const catalog = await readRecorded(githubCopilot, 'api');
    expect([catalog.items.length, catalog.skipped, catalog.letters.length]).toEqual([23, 2, 0]);
    expect(modelOf(catalog, 'claude-sonnet-5')).toMatchObject({
      ownedBy: 'Anthropic',
      mode: 'chat',
      limit: { context: 1_000_000, output: 128_000 },
      capabilities: { toolCall: true, streaming: true, structuredOutput: null, attachment: true },
      modalities: { input: ['text', 'image'], output: ['text'] },
      status: 'active',
    });
    const made = await listed(
      { id: 'gpt-4o', preview: true, capabilities: { supports: { vision: false } } },
      { id: 'gpt-4o-2024-11-20' },
      { id: 'gpt-4-0613' },
      { id: 'gpt-4-0125-preview' },
      { id: 'text-embedding-ada-002' },
      { id: 'accounts/msft/routers/x' },
      { id: 'oswe-vscode-prime' },
      { id: 'text-embedding-3-small', capabilities: { type: 'embeddings' } },
      { id: null },
      { id: 'gpt-41-copilot', capabilities: 'none' },
    );
    expect(made.items.map(({ id }) => id)).toEqual(['gpt-4o', 'gpt-41-copilot']);
    expect(made.items[0]).toMatchObject({ status: 'preview', modalities: { input: ['text'] } });
    expect([made.skipped, made.rejected]).toEqual([7, 1]);
  });

  it('reads names and statuses from the two tables of statuses', async () => {
    const status = await readRecorded(githubCopilot, 'status');
    const page = await readRecorded(githubCopilot, 'page');
    expect([status.items.length, page.items.length]).toEqual([21, 21]);
    for (const catalog of [status, page]) {
      expect(catalog.letters).toEqual([]);
      expect(modelOf(catalog, 'gemini-3-flash')).toMatchObject({ name: 'Gemini 3 Flash', status: 'preview' });
      expect(modelOf(catalog, 'claude-opus-4.6-fast').pricing.status).toBe('unknown');
    }
  });

  it('takes a 0 beside a price for none, and all zeros for no word', async () => {
    const base = { input_price: 250, cache_price: 0, output_price: 1500, cache_write_price: 0, context_max: 272_000 };
    const { items } = await listed(
      { id: 'a', billing: { token_prices: { default: base, long_context: { input_price: 500, output_price: 0 } } } },
      { id: 'b', billing: { token_prices: { default: { input_price: 0, output_price: 0 } } } },
    );
    // 250 credits of 0.01 USD per 1M = 0.0025 per 1K
    expect(items[0]?.cost).toMatchObject({ input: 0.0025, output: 0.015, cacheRead: null, cacheWrite: null });
    expect(items[0]?.tiers).toEqual([{ when: { contextAbove: 272_000 }, cost: { input: 0.005 } }]);
    expect(items[1]?.pricing).toMatchObject({ status: 'unknown', issues: [{ code: 'zero-price' }] });
  });

  it.each(['<!DOCTYPE html><html><body>Not found</body></html>', '', '404: Not Found', '{}', '[]', '{"error":"x"}'])(
    'fails every endpoint on %j',
    async (body) => {
      for (const endpoint of ['prices', 'api', 'status', 'page', 'catalog'])
        await expect(readBody(githubCopilot, endpoint, body)).rejects.toMatchObject({ name: 'ShapeError' });
    },
  );
});
