import { describe, expect, it } from 'vitest';
import { perplexity } from '../../src/sources/perplexity.js';
import { endpointOf, modelOf, readBody, readRecorded } from './harness.js';

const urls = {
  list: 'https://api.perplexity.ai/v1/models',
  pricing: 'https://docs.perplexity.ai/docs/getting-started/pricing.md',
  agents: 'https://docs.perplexity.ai/docs/agent-api/models.md',
};
const list = (...rows: unknown[]) => JSON.stringify({ object: 'list', data: rows });
const one = async (pricing: unknown, id = 'openai/gpt-5') =>
  (await readBody(perplexity, 'api', list({ id, pricing }))).items[0]!;
const unit = 'usd_per_1m_tokens';
const table = [
  '| Model | Output Tokens ($/1M) | Input Tokens ($/1M) | Search Queries ($/1K) | Reasoning Tokens ($/1M) |',
  '|---|---|---|---|---|',
  '| Sonar Pro | $15 | $3 | $5 | - |',
  '| [Sonar Deep Research](/x) | $8 | $2 | $5 | $3 |',
].join('\n');

describe('perplexity', () => {
  it('reads every recorded row, and the Sonar models that the list lacks', async () => {
    const catalog = await readRecorded(perplexity, 'api');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([40, 40, 0]);
    expect(modelOf(catalog, 'anthropic/claude-opus-4-8')).toMatchObject({
      ownedBy: 'anthropic',
      releaseDate: null,
      cost: { input: 0.005, output: 0.025, cacheRead: 0.0005, cacheWrite: 0.00625 },
    });
    expect(modelOf(catalog, 'nvidia/nemotron-3-super-120b-a12b').cost).toMatchObject({
      input: 0.000085,
      output: 0.0004,
      cacheRead: null,
    });
    expect(modelOf(catalog, 'perplexity/sonar').cost).toMatchObject({
      input: 0.00025,
      output: 0.0025,
      cacheRead: 0.0000625,
    });
    expect(modelOf(catalog, 'sonar').cost).toMatchObject({ input: 0.001, output: 0.001, cacheRead: null });
    expect(modelOf(catalog, 'sonar-deep-research')).toMatchObject({
      name: 'Sonar Deep Research',
      cost: { input: 0.002, output: 0.008, reasoning: 0.003, perSearch: 0.005 },
      tiers: [{ when: { variant: 'citation tokens' }, cost: { input: 0.002 } }],
      pricing: { issues: [] },
    });
  });

  it('does not name Perplexity as the lab of the open models that it hosts', async () => {
    const catalog = await readRecorded(perplexity, 'api');
    expect([modelOf(catalog, 'perplexity/glm-5.2').ownedBy, modelOf(catalog, 'perplexity/sonar').ownedBy]).toEqual([
      null,
      'perplexity',
    ]);
  });

  it('checks the unit of each row', async () => {
    expect((await one({ input: 3, output: '15', unit })).cost).toMatchObject({ input: 0.003, output: 0.015 });
    expect((await one({ input: 0.000003, unit: 'usd_per_token' })).cost.input).toBe(0.003);
    expect((await one({ input: 0.003, unit: 'usd_per_1k_tokens' })).cost.input).toBe(0.003);
    for (const pricing of [
      { input: 3 },
      { input: 3, unit: 'usd_per_request' },
      { input: 3, unit: 7 },
      null,
      'free',
      { input: 'x', unit },
    ])
      expect((await one(pricing)).pricing.status).toBe('unknown');
    expect((await one({ input: -1, output: -1, unit })).pricing.status).toBe('variable');
  });

  it('reads the list without the document, and rejects a bad row alone', async () => {
    const body = { [urls.list]: list({ id: 'a/b', created: 1751328000 }, { id: 5 }) };
    expect(await readBody(perplexity, 'api', body)).toMatchObject({
      items: [{ id: 'a/b', releaseDate: null }],
      letters: [{ path: 'id' }],
      faults: [{ endpoint: 'api', request: 'sonar', kind: 'http', httpStatus: 404 }],
    });
  });

  it('asks with the key where there is one', () => {
    const keyOf = (endpoint: string) => endpointOf(perplexity, endpoint).requests['list']?.requests[0]?.key;
    expect(keyOf('api-key')).toEqual({ env: ['PERPLEXITY_API_KEY'] });
    expect(keyOf('api')).toBeUndefined();
  });

  it('reads the recorded document', async () => {
    const catalog = await readRecorded(perplexity, 'docs');
    expect(catalog.items.map(({ id, cost }) => [id, cost.input, cost.output])).toEqual([
      ['sonar', 0.001, 0.001],
      ['sonar-pro', 0.003, 0.015],
      ['sonar-reasoning-pro', 0.002, 0.008],
      ['sonar-deep-research', 0.002, 0.008],
    ]);
  });

  it('reads the table alone, names as ids, columns in any order', async () => {
    const catalog = await readBody(perplexity, 'docs', { [urls.pricing]: table });
    expect(modelOf(catalog, 'sonar-pro')).toMatchObject({
      name: 'Sonar Pro',
      cost: { input: 0.003, output: 0.015, reasoning: null },
    });
    expect(modelOf(catalog, 'sonar-deep-research').cost).toMatchObject({ input: 0.002, reasoning: 0.003 });
    const perThousand = table.replace('Input Tokens ($/1M)', 'Input Tokens ($/1K)').replaceAll('$3 ', '$0.3 ');
    expect(modelOf(await readBody(perplexity, 'docs', { [urls.pricing]: perThousand }), 'sonar-pro').cost.input).toBe(
      0.3,
    );
  });

  it('reads fees by the size of the search, and other levels of service as tiers', async () => {
    const fees =
      '## Request Pricing by Search Context Size\n\n### Fee per 1,000 requests\n\n| Model | Low | Medium | High |\n|---|---|---|---|\n| Sonar Pro | $6 | $10 | $14 |';
    const turbo = `## Turbo\n\n${table.replaceAll('$3', '$9')}`;
    const body = ['# Pricing', turbo, '## Token Pricing', table, fees].join('\n\n');
    const { cost, tiers } = modelOf(await readBody(perplexity, 'docs', { [urls.pricing]: body }), 'sonar-pro');
    expect(cost).toMatchObject({ input: 0.003, output: 0.015 });
    expect(tiers).toEqual([
      { when: { serviceTier: 'turbo' }, cost: { input: 0.009, output: 0.015, perSearch: 0.005 } },
      { when: { variant: 'low search context' }, cost: { perRequest: 0.006 } },
      { when: { variant: 'medium search context' }, cost: { perRequest: 0.01 } },
      { when: { variant: 'high search context' }, cost: { perRequest: 0.014 } },
    ]);
  });

  it('leaves footnote marks out of names', async () => {
    const body = table
      .replace('| Sonar Pro |', '| **Sonar Pro**[^1] |')
      .replace('[Sonar Deep Research](/x)', 'Sonar Deep Research\\*');
    const catalog = await readBody(perplexity, 'docs', { [urls.pricing]: body });
    expect(catalog.items.map(({ id }) => id)).toEqual(['sonar-pro', 'sonar-deep-research']);
  });

  it('reads the embedded data alone', async () => {
    const body = 'export const p = {"sonar": {"models": [{"id":"sonar-pro","input":3,"output":15}, {"input":1}, 7]}}';
    expect(await readBody(perplexity, 'docs', { [urls.pricing]: body })).toMatchObject({
      items: [{ id: 'sonar-pro', cost: { input: 0.003, output: 0.015 } }],
      letters: [{ path: 'id' }, { path: 'id' }],
    });
  });

  it('adds the agent models where their document comes', async () => {
    const agents =
      '| Model | Input | Output | Cache read |\n|---|---|---|---|\n| `openai/gpt-5.2` | $1.75 | $14 | $0.175 |';
    const catalog = await readBody(perplexity, 'docs', { [urls.pricing]: table, [urls.agents]: agents });
    expect(modelOf(catalog, 'openai/gpt-5.2')).toMatchObject({
      ownedBy: 'openai',
      cost: { input: 0.00175, output: 0.014, cacheRead: 0.000175 },
    });
  });

  it('names a document in another form as a fault', async () => {
    const bodies = { [urls.list]: list({ id: 'a/b' }), [urls.pricing]: table, [urls.agents]: '<html></html>' };
    expect(await readBody(perplexity, 'api', { ...bodies, [urls.pricing]: '# Soon' })).toMatchObject({
      items: [{ id: 'a/b' }],
      faults: [{ endpoint: 'api', request: 'sonar', kind: 'shape' }],
    });
    expect(await readBody(perplexity, 'docs', bodies)).toMatchObject({
      items: [{ id: 'sonar-pro' }, { id: 'sonar-deep-research' }],
      faults: [{ endpoint: 'docs', request: 'others', kind: 'shape' }],
    });
  });

  it('takes a 0 beside a price for none, and tells what it does not read', async () => {
    expect(await one({ input: 3, output: 0, cache_read: 0, image: 5, unit })).toMatchObject({
      cost: { input: 0.003, output: null, cacheRead: null },
      pricing: { issues: [{ code: 'unread-price', detail: 'pricing.image: 5 is not read' }] },
    });
    expect((await one({ input: 3, unit: 'usd_per_request' })).pricing.issues).toEqual([
      { code: 'unknown-unit', detail: 'prices in usd_per_request' },
    ]);
  });

  it('takes no cell of another unit for a price of tokens, and tells it', async () => {
    const body = table.replace('| $3 |', '| $3 / image |');
    expect(modelOf(await readBody(perplexity, 'docs', { [urls.pricing]: body }), 'sonar-pro')).toMatchObject({
      cost: { input: null, output: 0.015, perSearch: 0.005 },
      pricing: { issues: [{ code: 'unread-price' }] },
    });
  });

  it.each(['<html></html>', '{}', '[]', '', '{"data":[]}', '{"error":{"message":"no key"}}'])(
    'fails on %j',
    async (body) => {
      await expect(readBody(perplexity, 'api', body)).rejects.toMatchObject({ name: 'ShapeError' });
      await expect(readBody(perplexity, 'docs', body)).rejects.toMatchObject({ name: 'ShapeError' });
    },
  );
});
