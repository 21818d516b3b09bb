import { describe, expect, it } from 'vitest';
import { friendli } from '../../src/sources/friendli.js';
import { modelOf, readBody, readRecorded } from './harness.js';
import { notLists, shapeFault } from './notLists.js';

const one = async (row: object) =>
  (await readBody(friendli, 'api', JSON.stringify({ data: [{ id: 'a/b', ...row }] }))).items[0]!;

describe('friendli', () => {
  it('converts the recorded strings from USD per token', async () => {
    const catalog = await readRecorded(friendli, 'api');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([6, 6, 0]);
    expect(modelOf(catalog, 'MiniMaxAI/MiniMax-M2.5')).toMatchObject({
      ownedBy: 'MiniMaxAI',
      cost: { input: 0.0003, output: 0.0012, cacheRead: 0.00006 },
      limit: { context: 196_608, output: 196_608 },
      capabilities: { toolCall: true, structuredOutput: true, reasoning: null },
      openWeights: true,
    });
    expect(modelOf(catalog, 'zai-org/GLM-5.1').cost).toMatchObject({
      input: 0.0014,
      output: 0.0044,
      cacheRead: 0.00026,
    });
    expect(modelOf(catalog, 'google/gemma-4-31B-it').cost).toMatchObject({
      input: 0.00014,
      output: 0.0004,
      cacheRead: null,
    });
  });

  it('has no release date, not even of the past', async () => {
    expect((await one({ created: 1788912000 })).releaseDate).toBeNull();
    expect((await one({ created: 1771482826 })).releaseDate).toBeNull();
  });

  it('converts the numbers of the old form from USD per 1M', async () => {
    const pricing = { input: 0.5, output: 1.5, response_time: 0, unit_type: 'TOKEN' };
    expect((await one({ pricing })).cost).toMatchObject({ input: 0.0005, output: 0.0015 });
  });

  it('reads prompt and completion as well', async () => {
    expect((await one({ pricing: { prompt: '0.0000014', completion: '0.0000044' } })).cost).toMatchObject({
      input: 0.0014,
      output: 0.0044,
    });
  });

  it.each([
    { input: 0, output: 0, response_time: 0.004, unit_type: 'SECOND' },
    { input: 0.5, output: 1.5, response_time: 0, unit_type: 'SECOND' },
    { input: 0.5, output: 1.5, unit_type: 'MINUTE' },
  ])('has no token price of what is billed by time: %j', async (pricing) => {
    expect(await one({ pricing })).toMatchObject({
      cost: { input: null, output: null },
      pricing: {
        status: 'unknown',
        issues: expect.arrayContaining([
          { code: 'no-list-price', detail: expect.stringMatching(/^billed by the (second|minute)/) as string },
        ]) as unknown,
      },
    });
  });

  it.each([
    { input: '0.5', output: '1.5' },
    { input: '500', output: '0.0000015' },
    { input: 0.0000003, output: 0.0000012 },
    { input: '0.0000000001', output: '0.0000000002' },
  ])('believes no price where the unit has changed again: %j', async (pricing) => {
    const { status, issues } = (await one({ pricing })).pricing;
    expect([status, issues.map(({ code }) => code)]).toEqual(['unknown', ['implausible-price']]);
  });

  it.each([
    [{ input: '0.000000001', output: '0.001' }, 0.000001, 1],
    [{ input: 0.001, output: 1000, unit_type: 'TOKEN' }, 0.000001, 1],
  ])('believes a price at either end of the range: %j', async (pricing, input, output) => {
    expect((await one({ pricing })).cost).toMatchObject({ input, output });
  });

  it('leaves out a price of 0', async () => {
    const pricing = { input: '0.0000003', output: '0.0000012', input_cache_read: '0' };
    expect((await one({ pricing })).cost).toMatchObject({ input: 0.0003, cacheRead: null });
  });

  it('tells a price that it does not read', async () => {
    const pricing = { input: '0.0000003', output: '0.0000012', image: '0.002' };
    expect(await one({ pricing })).toMatchObject({
      cost: { input: 0.0003, output: 0.0012 },
      pricing: { issues: [{ code: 'unread-price', detail: 'pricing.image: 0.002 is not read' }] },
    });
  });

  it.each(notLists)('fails on %j', (body) => expect(readBody(friendli, 'api', body)).rejects.toMatchObject(shapeFault));
});
