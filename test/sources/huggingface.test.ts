import { describe, expect, it } from 'vitest';
import { huggingface } from '../../src/sources/huggingface.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const read = (...data: unknown[]) => readBody(huggingface, 'router', JSON.stringify({ object: 'list', data }));

describe('huggingface', () => {
  it('reads every recorded row', async () => {
    const { rows, items, rejected, skipped } = await readRecorded(huggingface, 'router');
    expect([rows, items.length, rejected, skipped]).toEqual([122, 122, 0, 0]);
  });

  it('prices models of one provider, and of providers that agree', async () => {
    const catalog = await readRecorded(huggingface, 'router');
    expect(modelOf(catalog, 'swiss-ai/Apertus-70B-Instruct-2509')).toMatchObject({
      ownedBy: 'swiss-ai',
      modalities: { input: ['text'], output: ['text'] },
      openWeights: true,
      releaseDate: null,
      cost: { input: 0.00082, output: 0.00292 },
      tiers: [],
      pricing: { status: 'priced', source: 'provider' },
    });
    expect(modelOf(catalog, 'aisingapore/Gemma-SEA-LION-v4-27B-IT').cost).toMatchObject({
      input: 0.0002,
      output: 0.0004,
    });
    expect(modelOf(catalog, 'dicta-il/DictaLM-3.0-24B-Thinking').cost).toMatchObject({ input: 0.0002, output: 0.0004 });
  });

  it('keeps the price of each provider where they disagree', async () => {
    const model = modelOf(await readRecorded(huggingface, 'router'), 'meta-llama/Llama-3.1-8B-Instruct');
    expect(model).toMatchObject({
      limit: { context: 131_072 },
      cost: { input: null, output: null },
      pricing: { status: 'variable', source: 'provider' },
    });
    expect(model.tiers).toHaveLength(6);
    expect(model.tiers).toContainEqual({ when: { variant: 'novita' }, cost: { input: 0.00002, output: 0.00005 } });
    expect(model.tiers).toContainEqual({ when: { variant: 'cerebras' }, cost: { input: 0.0001, output: 0.0001 } });
  });

  it('leaves out what nobody serves, and reads what 2025 left unsaid', async () => {
    const catalog = await read(
      { id: 'a/live', providers: [{ provider: 'x', status: 'live', pricing: { input: 1, output: 2 } }] },
      { id: 'a/gone', providers: [{ provider: 'x', status: 'offline', pricing: { input: 1, output: 2 } }] },
      { id: 'a/none', providers: [] },
      { id: null, providers: [] },
    );
    expect(catalog).toMatchObject({ skipped: 2, letters: [{ path: 'id' }] });
    expect(catalog.items).toMatchObject([
      { id: 'a/live', modalities: { input: [] }, capabilities: { toolCall: null } },
    ]);
  });

  it('says that no provider states a price', async () => {
    const catalog = await read({ id: 'a/b', providers: [{ provider: 'x', status: 'live' }] });
    expect(catalog.items[0]?.pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'no-price', detail: 'no provider states one: x' }],
    });
  });

  it('is free where every live provider says so', async () => {
    const model = async (...providers: object[]) =>
      (await read({ id: 'a/b', providers: providers.map((entry) => ({ provider: 'x', status: 'live', ...entry })) }))
        .items[0]!;
    const zero = { input: 0, output: 0 };
    const free = { is_free: true, pricing: zero };
    expect(await model(free, { is_free: true })).toMatchObject({ pricing: { status: 'free' }, cost: zero });
    expect(await model({ is_free: true })).toMatchObject({ pricing: { status: 'free' }, cost: { input: null } });
    expect((await model({ pricing: zero })).pricing.status).toBe('unknown');
    expect((await model(free, {})).pricing.status).toBe('unknown');
    expect((await model(free, { pricing: { input: 1, output: 2 } })).pricing.status).toBe('variable');
    expect(await model({ ...free, status: 'staging' }, { pricing: { input: 1, output: 2 } })).toMatchObject({
      pricing: { status: 'priced' },
      cost: { input: 0.001, output: 0.002 },
    });
  });

  it.each(['<html></html>', '{}', '[]', '', '{"error":"no"}', '{"data":[]}'])('fails on %j', (body) =>
    expect(readBody(huggingface, 'router', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
