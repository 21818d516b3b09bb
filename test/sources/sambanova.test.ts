import { describe, expect, it } from 'vitest';
import { sambanova } from '../../src/sources/sambanova.js';
import { modelOf, readBody, readRecorded } from './harness.js';
import { notLists, shapeFault } from './notLists.js';

const one = async (row: object) =>
  (await readBody(sambanova, 'api', JSON.stringify({ data: [{ id: 'a', ...row }] }))).items[0]!;

describe('sambanova', () => {
  it('converts the recorded prices from USD per token', async () => {
    const catalog = await readRecorded(sambanova, 'api');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([7, 7, 0]);
    expect(modelOf(catalog, 'DeepSeek-V3.1')).toMatchObject({
      ownedBy: null,
      cost: { input: 0.003, output: 0.0045, cacheRead: null },
      limit: { context: 131_072, output: 7168 },
    });
    expect(modelOf(catalog, 'MiniMax-M2.7').cost).toMatchObject({ input: 0.0006, output: 0.0024, cacheRead: 0.00006 });
    expect(modelOf(catalog, 'gpt-oss-120b').cost).toMatchObject({ input: 0.00022, output: 0.00059 });
  });

  it('takes a cache price of 0 for none', async () => {
    expect(modelOf(await readRecorded(sambanova, 'api'), 'MiniMax-M3').cost).toMatchObject({
      input: 0.0006,
      cacheRead: null,
    });
  });

  it('takes prices as numbers', async () => {
    expect((await one({ pricing: { prompt: 3e-7, completion: 0.0000045 } })).cost).toMatchObject({
      input: 0.0003,
      output: 0.0045,
    });
  });

  it('prices audio by the hour, not by the token', async () => {
    const pricing = { prompt: '0.00000000', completion: '0.00000000', duration_per_hour: '0.36' };
    expect((await one({ pricing })).cost).toMatchObject({ input: null, output: null, perSecond: 0.0001 });
    expect((await one({ pricing: { ...pricing, duration_per_hour: '0' } })).cost).not.toHaveProperty('perSecond');
  });

  it('takes no day on which a row was made for a release, and tells a price that it does not read', async () => {
    const model = await one({ created: 1786418420, pricing: { prompt: '0.000001', per_image: '0.01' } });
    expect(model).toMatchObject({ releaseDate: null, cost: { input: 0.001 } });
    expect(model.pricing.issues.map(({ code }) => code)).toEqual(['unread-price']);
  });

  it('falls back to the router, by the bare names of its own models', async () => {
    const server = (provider: string, status: string) => ({ provider, status, pricing: { input: 3, output: 4.5 } });
    const body = {
      data: [
        { id: 'deepseek-ai/DeepSeek-V3.1', providers: [server('sambanova', 'live'), server('novita', 'live')] },
        { id: 'a/b', providers: [server('novita', 'live')] },
        { id: 'a/c', providers: [server('sambanova', 'error')] },
      ],
    };
    const catalog = await readBody(sambanova, 'router', JSON.stringify(body));
    expect(catalog.items.map(({ id, cost }) => [id, cost.input])).toEqual([['DeepSeek-V3.1', 0.003]]);
    expect(catalog.skipped).toBe(1);
  });

  describe.each(['api', 'router'])('%s', (endpoint) => {
    it.each(notLists)('fails on %j', (body) =>
      expect(readBody(sambanova, endpoint, body)).rejects.toMatchObject(shapeFault),
    );
  });
});
