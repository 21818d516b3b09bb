import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/sources/catalog.js';
import { defineSource } from '../../src/sources/source.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const source = (...entries: [string, ...string[]]) =>
  defineSource({
    id: 'some-host',
    name: 'Some Host',
    docs: 'https://example.com',
    env: [],
    unit: 'USD per 1M tokens',
    evidence: 'catalog',
    links: [catalog(...entries)],
  });

const read = (...models: Record<string, unknown>[]) =>
  readBody(
    source('host'),
    'catalog',
    JSON.stringify({
      other: { id: 'other', models: {} },
      host: { id: 'host', models: Object.fromEntries(models.map((model, i) => [String(model['id'] ?? i), model])) },
    }),
  );
const one = async (model: object) => (await read({ id: 'a', ...model })).models[0]!;

describe('catalog', () => {
  it('converts recorded prices and limits', async () => {
    const google = modelOf(await readRecorded(source('google'), 'catalog'), 'gemini-2.5-pro');
    expect(google).toMatchObject({
      name: 'Gemini 2.5 Pro',
      limit: { context: 1_048_576, output: 65_536 },
      status: 'active',
      cost: { input: 0.00125, output: 0.01 },
      pricing: { status: 'priced', source: 'catalog:models.dev' },
      source: { via: 'catalog' },
    });
    expect(google.tiers).toMatchObject([{ when: { contextAbove: 200_000 }, cost: { input: 0.0025, output: 0.015 } }]);
  });

  it('reads several entries as one, the first id wins', async () => {
    const body = JSON.stringify({
      a: { models: { x: { id: 'x', name: 'first' } } },
      b: { models: { x: { id: 'x', name: 'second' }, y: { id: 'y' } } },
    });
    const { models, skipped } = await readBody(source('a', 'b'), 'catalog', body);
    expect([models.map(({ id, name }) => [id, name]), skipped]).toEqual([
      [
        ['x', 'first'],
        ['y', null],
      ],
      1,
    ]);
  });

  it('prefers the tiers to the copy that always says 200K', async () => {
    const over = { input: 2, output: 4 };
    const tier = (size: number, type = 'context') => ({ tier: { type, size }, ...over });
    const tiers = async (cost: object) => (await one({ cost: { input: 1, output: 3, ...cost } })).tiers;
    const cost = { input: 0.002, output: 0.004 };
    expect(await tiers({ tiers: [tier(272_000)], context_over_200k: over })).toEqual([
      { when: { contextAbove: 272_000 }, cost },
    ]);
    expect(await tiers({ context_over_200k: over })).toEqual([{ when: { contextAbove: 200_000 }, cost }]);
    expect(await tiers({ tiers: [tier(5, 'duration')], context_over_200k: over })).toEqual([]);
    expect(await tiers({ tiers: 'x', context_over_200k: {} })).toEqual([]);
  });

  it('keeps faster service apart', async () => {
    const experimental = { modes: { fast: { cost: { input: 30, output: 150 }, provider: {} }, odd: { cost: null } } };
    expect((await one({ cost: { input: 5, output: 25 }, experimental })).tiers).toEqual([
      { when: { serviceTier: 'fast' }, cost: { input: 0.03, output: 0.15 } },
    ]);
    expect((await one({ experimental: true })).tiers).toEqual([]);
  });

  it('never reads a 0 as free', async () => {
    expect((await one({ cost: { input: 0, output: 0 } })).pricing.status).toBe('unknown');
    expect((await one({ cost: { input: 0.5, output: 1.5, cache_read: 0, cache_write: 0 } })).cost).toMatchObject({
      input: 0.0005,
      output: 0.0015,
      cacheRead: null,
      cacheWrite: null,
    });
    expect((await one({ cost: { input: 0.049999999999999996, output: 0 } })).cost).toMatchObject({
      input: 0.00005,
      output: null,
    });
  });

  it('tells what is not said from what is denied', async () => {
    expect(await one({ limit: { context: 0, output: 0 }, tool_call: false, release_date: '2025-08' })).toMatchObject({
      limit: { context: null, output: null },
      capabilities: { toolCall: false, structuredOutput: null, temperature: null },
      releaseDate: '2025-08',
      knowledge: null,
      status: 'active',
    });
    expect((await one({ status: 'alpha' })).status).toBe('preview');
    expect((await one({ status: 'deprecated' })).status).toBe('deprecated');
  });

  it('rejects a model without id alone', async () => {
    const { models, rejected } = await read({ name: 'x' }, { id: '@cf/zai-org/glm:5' });
    expect([models.map(({ id }) => id), rejected.length]).toEqual([['@cf/zai-org/glm:5'], 1]);
  });

  it.each([
    '<html></html>',
    '{}',
    '[]',
    '',
    '{"error":"no"}',
    '{"host":{"models":{}}}',
    '{"other":{"models":{"a":{}}}}',
  ])('fails on %j', (body) =>
    expect(readBody(source('host'), 'catalog', body)).rejects.toMatchObject({ name: 'SourceError', kind: 'shape' }),
  );
});
