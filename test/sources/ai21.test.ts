import { describe, expect, it } from 'vitest';
import { ai21 } from '../../src/sources/ai21.js';
import { fill } from '../../src/sources/fill.js';
import { modelOf, readBody, readRecorded, urlsOf } from './harness.js';

const [liteLlm = '', pricingUrl = ''] = urlsOf(ai21, 'litellm');

const page = (...cards: string[]) => `<html><body><main>${cards.join('')}</main></body></html>`;
const rows = async (table: object) => readBody(ai21, 'litellm', JSON.stringify(table));
const entry = (fields: object) => ({ litellm_provider: 'ai21', ...fields });

describe('ai21', () => {
  it('reads the rows of the recorded table, and the aliases of the page', async () => {
    const catalog = await readRecorded(ai21, 'litellm');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([14, 14, 0]);
    expect(modelOf(catalog, 'jamba-large-1.7')).toMatchObject({
      mode: 'chat',
      status: null,
      limit: { context: 256_000, output: 256_000 },
      capabilities: { toolCall: true, reasoning: null },
      cost: { input: 0.002, output: 0.008 },
      pricing: { source: 'catalog:litellm' },
    });
    expect(modelOf(catalog, 'jamba-mini-1.7').cost).toMatchObject({ input: 0.0002, output: 0.0004 });
    expect(modelOf(catalog, 'j2-ultra')).toMatchObject({
      status: 'retired',
      mode: 'completion',
      cost: { input: 0.015 },
    });
    expect(modelOf(catalog, 'jamba-1.5-mini@001').status).toBe('retired');
    expect(modelOf(catalog, 'jamba-mini').pricing.status).toBe('unknown');
  });

  it('takes the prices of the aliases from AI21 itself', async () => {
    const pricing = await readRecorded(ai21, 'pricing');
    expect(pricing.items).toHaveLength(2);
    const models = fill((await readRecorded(ai21, 'litellm')).items, pricing.items, 'pricing');
    expect(models.find(({ id }) => id === 'jamba-large')).toMatchObject({
      cost: { input: 0.002, output: 0.008 },
      pricing: { source: 'provider' },
    });
    expect(models.find(({ id }) => id === 'jamba-large-1.7')?.pricing.source).toBe('catalog:litellm');
  });

  it.each([undefined, '<html></html>'])('does without the names of the page: %j', async (body) => {
    const catalog = await readBody(ai21, 'litellm', {
      [liteLlm]: JSON.stringify({ 'jamba-x': entry({}) }),
      ...(body && { [pricingUrl]: body }),
    });
    expect(catalog.items.map(({ id }) => id)).toEqual(['jamba-x']);
    expect(catalog.faults).toMatchObject([
      { endpoint: 'litellm', request: 'aliases', url: pricingUrl, kind: body ? 'shape' : 'http' },
    ]);
  });

  it('reads only its own rows of the table', async () => {
    const catalog = await rows({
      sample_spec: { litellm_provider: 'one of …', max_tokens: 'LEGACY parameter' },
      fallback_generalizations: { rules: [] },
      last_updated: '2026-07-24',
      nothing: null,
      'gpt-4o': { litellm_provider: 'openai', input_cost_per_token: 1 },
      'ai21/jamba-next': entry({
        input_cost_per_token: '2e-06',
        output_cost_per_token: 0,
        max_tokens: 4096,
        input_cost_per_token_batches: 1e-6,
      }),
    });
    expect(catalog.items).toMatchObject([
      {
        id: 'jamba-next',
        limit: { context: 4096 },
        cost: { input: 0.002, output: null },
        tiers: [{ when: { serviceTier: 'batch' }, cost: { input: 0.001 } }],
      },
    ]);
  });

  it('survives odd fields', async () => {
    const catalog = await rows({
      a: entry({ mode: 7, max_input_tokens: 'x', input_cost_per_token: null }),
      b: entry({ input_cost_per_token: -1 }),
    });
    expect(catalog.items).toMatchObject([
      { mode: null, pricing: { status: 'unknown' } },
      { pricing: { status: 'variable' } },
    ]);
  });

  it('reads cards however they are wrapped, and leaves out what has no token price', async () => {
    const body = page(
      '<div><div>Jamba Mini 2</div><ul><li><span>$0.2</span> / 1M <b>input</b> tokens</li><li>$0.4 / 1M output tokens</li></ul></div>',
      '<h3>Maestro</h3><p>From $9 / 1K steps</p>',
      '<h3>Jamba <em>Large</em></h3><p><del>$3 / 1M input tokens</del> $2 per 1M input tokens</p>',
    );
    expect((await readBody(ai21, 'pricing', body)).items.map(({ id, cost }) => [id, cost.input, cost.output])).toEqual([
      ['jamba-mini-2', 0.0002, 0.0004],
      ['jamba-large', 0.002, null],
    ]);
  });

  it('keeps the day from which a model is not to be used, and tells a price that it does not read', async () => {
    const { items } = await rows({
      a: entry({ input_cost_per_token: 2e-6, input_cost_per_image: 0.01, deprecation_date: '2027-03-31' }),
    });
    expect(items).toMatchObject([
      {
        deprecatedAt: '2027-03-31',
        retiresAt: null,
        status: null,
        cost: { input: 0.002 },
        pricing: { issues: [{ code: 'unread-price', detail: 'input_cost_per_image: 0.01 is not read' }] },
      },
    ]);
  });

  it.each([
    '<html></html>',
    '{}',
    '[]',
    '',
    '{"object":"list","data":[]}',
    '{"error":"x"}',
    page('<h3>Jamba Mini</h3><p>Contact us</p>'),
  ])('fails on %j', async (body) => {
    await expect(readBody(ai21, 'litellm', body)).rejects.toMatchObject({ name: 'ShapeError' });
    await expect(readBody(ai21, 'pricing', body)).rejects.toMatchObject({ name: 'ShapeError' });
  });
});
