import { describe, expect, it } from 'vitest';
import { hyperbolic } from '../../src/sources/hyperbolic.js';
import { modelOf, readBody, readRecorded } from './harness.js';
import { notLists, shapeFault } from './notLists.js';

const routed = (...rows: object[]) => readBody(hyperbolic, 'router', JSON.stringify({ data: rows }));
const server = (fields: object) => ({ provider: 'hyperbolic', status: 'live', ...fields });

describe('hyperbolic', () => {
  it('reads the recorded ids', async () => {
    const catalog = await readRecorded(hyperbolic, 'api');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([14, 14, 0]);
    expect(modelOf(catalog, 'Qwen/Qwen2.5-VL-72B-Instruct')).toMatchObject({
      ownedBy: 'Qwen',
      openWeights: true,
      pricing: { status: 'unknown' },
    });
  });

  it("converts the router's recorded prices from USD per 1M", async () => {
    const catalog = await readRecorded(hyperbolic, 'router');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([12, 12, 0]);
    expect(modelOf(catalog, 'Qwen/Qwen2.5-VL-72B-Instruct')).toMatchObject({
      cost: { input: 0.0006, output: 0.0006 },
      limit: { context: 32_768 },
      modalities: { input: ['text', 'image'], output: ['text'] },
    });
    expect(modelOf(catalog, 'Qwen/Qwen2.5-VL-7B-Instruct').cost).toMatchObject({ input: 0.0002, output: 0.0002 });
    expect(modelOf(catalog, 'deepseek-ai/DeepSeek-V3-0324')).toMatchObject({
      cost: { input: 0.00125, output: 0.00125 },
      limit: { context: 163_840 },
    });
  });

  it('has the price of its own entry, and none where that has none', async () => {
    const { items, skipped } = await routed(
      { id: 'a/b', providers: [{ provider: 'novita', status: 'live', pricing: { input: 9, output: 9 } }, server({})] },
      { id: 'a/c', providers: [server({ pricing: { input: 3, output: 3 }, supports_tools: true })] },
      { id: 'a/d', providers: [server({ status: 'error', pricing: { input: 3, output: 3 } })] },
    );
    expect(items.map(({ id, cost }) => [id, cost.input])).toEqual([
      ['a/b', null],
      ['a/c', 0.003],
    ]);
    expect(items[1]?.capabilities.toolCall).toBe(true);
    expect(skipped).toBe(1);
  });

  it('takes a 0 for no price, unless its entry says that it is free', async () => {
    const pricing = { input: 0, output: 0 };
    const { items } = await routed(
      { id: 'a/b', providers: [server({ pricing })] },
      { id: 'a/c', providers: [server({ pricing, is_free: true })] },
    );
    expect(items.map(({ pricing: { status } }) => status)).toEqual(['unknown', 'free']);
  });

  it('fails where the router has nothing of it', () =>
    expect(routed({ id: 'a', providers: [{ provider: 'nscale', status: 'live' }] })).rejects.toMatchObject(shapeFault));

  describe.each(['api', 'router'])('%s', (endpoint) => {
    it.each(notLists)('fails on %j', (body) =>
      expect(readBody(hyperbolic, endpoint, body)).rejects.toMatchObject(shapeFault),
    );
  });
});
