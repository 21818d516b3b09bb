import { describe, expect, it } from 'vitest';
import { featherless } from '../../src/sources/featherless.js';
import { modelOf, readBody, readRecorded } from './harness.js';
import { notLists, shapeFault } from './notLists.js';

const one = async (row: object) =>
  (await readBody(featherless, 'api', JSON.stringify({ data: [{ id: 'a/b', ...row }] }))).items[0]!;

const url = (page: number) => `https://api.featherless.ai/v1/models?page=${page}&per_page=1000&status=active`;
const page = (current: unknown, total: unknown, ...ids: string[]) =>
  JSON.stringify({ data: ids.map((id) => ({ id })), pagination: { current_page: current, total_pages: total } });

describe('featherless', () => {
  it('reads the recorded page', async () => {
    const catalog = await readRecorded(featherless, 'api');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([10, 10, 0]);
    expect(modelOf(catalog, 'vicgalle/Roleplay-Llama-3-8B')).toMatchObject({
      limit: { context: 8192, output: 4096 },
      capabilities: { toolCall: false, attachment: false },
      openWeights: true,
      cost: { input: null },
      pricing: { status: 'plan' },
    });
    expect(modelOf(catalog, 'deepseek-ai/DeepSeek-V4-Flash-0731').cost).toMatchObject({
      input: 0.00014,
      output: 0.00028,
    });
    expect(modelOf(catalog, 'zai-org/GLM-5.2').cost).toMatchObject({ input: 0.00075, output: 0.0024 });
    expect(modelOf(catalog, 'moonshotai/Kimi-K3')).toMatchObject({
      cost: { input: 0.002, output: 0.01 },
      modalities: { input: ['text', 'image'] },
      pricing: { status: 'priced' },
    });
  });

  it('prefers the price per token, and takes the one per 1M where it stands alone', async () => {
    const both = { prompt: '0.00000014', completion: 2.8e-7, input: 99, output: 99 };
    expect((await one({ pricing: both })).cost).toMatchObject({ input: 0.00014, output: 0.00028 });
    expect((await one({ pricing: { input: '0.14', output: 0.28 } })).cost).toMatchObject({
      input: 0.00014,
      output: 0.00028,
    });
  });

  it('does not take 0 for free, nor for the plan', async () => {
    expect((await one({ pricing: { prompt: '0', completion: '0' } })).pricing.status).toBe('unknown');
    expect((await one({ pricing: { prompt: '0', completion: 0, input: 0.14, output: 0.28 } })).cost).toMatchObject({
      input: 0.00014,
      output: 0.00028,
    });
    expect((await one({ pricing: { per_hour: 3 } })).pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'unread-price', detail: 'pricing.per_hour: 3 is not read' }],
    });
  });

  it('skips models that are not deployed', async () => {
    const data = [{ id: 'a', status: 'active' }, { id: 'b', status: 'not_deployed' }, { id: 'c' }];
    const catalog = await readBody(featherless, 'api', JSON.stringify({ data }));
    expect(catalog.items.map(({ id }) => id)).toEqual(['a', 'c']);
    expect(catalog.skipped).toBe(1);
  });

  it('asks for page after page to the last one', async () => {
    const bodies = {
      [url(1)]: page(1, 3, 'a'),
      [url(2)]: page('2', '3', 'b', 'Ünï.c0de/b'),
      [url(3)]: page(null, 4, 'd'),
      [url(4)]: page(4, 4),
    };
    const catalog = await readBody(featherless, 'api', bodies);
    expect(catalog.items.map(({ id }) => id)).toEqual(['a', 'b', 'Ünï.c0de/b', 'd']);
    expect(catalog.requests.answered).toBe(4);
  });

  it('stops at a list without pages, and fails at an empty page that is not the last', async () => {
    const empty = { [url(1)]: page(1, 9, 'a'), [url(2)]: page(2, 9) };
    await expect(readBody(featherless, 'api', empty)).rejects.toMatchObject(shapeFault);
    expect((await readBody(featherless, 'api', '{"data":[{"id":"a"}]}')).requests.answered).toBe(1);
  });

  it('fails where a page is an error: half a list is none', async () => {
    const bodies = { [url(1)]: page(1, 2, 'a'), [url(2)]: '{"error":"too many requests"}' };
    await expect(readBody(featherless, 'api', bodies)).rejects.toMatchObject(shapeFault);
  });

  it('falls back to the router', async () => {
    const providers = [{ provider: 'featherless-ai', status: 'live', pricing: { input: 0.1, output: 0.2 } }];
    const body = {
      data: [
        { id: 'a/b', providers },
        { id: 'a/c', providers: [] },
      ],
    };
    const catalog = await readBody(featherless, 'router', JSON.stringify(body));
    expect(catalog.items.map(({ id, cost }) => [id, cost.input])).toEqual([['a/b', 0.0001]]);
  });

  it.each(notLists)('fails on %j', (body) =>
    expect(readBody(featherless, 'api', body)).rejects.toMatchObject(shapeFault),
  );
});
