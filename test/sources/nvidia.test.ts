import { describe, expect, it } from 'vitest';
import { nvidia } from '../../src/sources/nvidia.js';
import { modelOf, readBody, readRecorded } from './harness.js';
import { notLists, shapeFault } from './notLists.js';

describe('nvidia', () => {
  it('reads the recorded ids, each once', async () => {
    const catalog = await readRecorded(nvidia, 'api');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([103, 102, 0]);
    expect(catalog.skipped).toBe(1);
    for (const [id, ownedBy] of [
      ['01-ai/yi-large', '01-ai'],
      ['baai/bge-m3', 'baai'],
      ['deepseek-ai/deepseek-v4-flash-0731', 'deepseek-ai'],
    ] as const)
      expect(modelOf(catalog, id)).toMatchObject({ ownedBy, releaseDate: null, cost: { input: null, output: null } });
  });

  it('has neither prices nor dates, and the vendor of the id where none is named', async () => {
    const body = {
      data: [
        { id: 'nvidia/nemotron', created: 735790403 },
        { id: 'b', owned_by: 'lab' },
      ],
    };
    const { items: models } = await readBody(nvidia, 'api', JSON.stringify(body));
    expect(models.map(({ ownedBy }) => ownedBy)).toEqual(['nvidia', 'lab']);
    expect(models[0]).toMatchObject({
      releaseDate: null,
      pricing: { status: 'unknown', source: null, issues: [{ code: 'no-list-price' }] },
    });
  });

  it('takes no price from models.dev, but limits', async () => {
    const cost = { input: 0.5, output: 2.5, tiers: [{ input: 1, tier: { type: 'context', size: 200000 } }] };
    const models = { a: { id: 'a', limit: { context: 8192 }, cost }, b: { id: 'b', cost: { input: 0, output: 0 } } };
    const catalog = await readBody(nvidia, 'catalog', JSON.stringify({ nvidia: { models } }));
    expect(catalog.items[0]).toMatchObject({ limit: { context: 8192 }, tiers: [] });
    for (const read of [catalog, await readRecorded(nvidia, 'catalog')])
      for (const model of read.items)
        expect(model).toMatchObject({
          cost: { input: null, output: null },
          pricing: { status: 'unknown', issues: [] },
        });
  });

  it.each(notLists)('fails on %j', (body) => expect(readBody(nvidia, 'api', body)).rejects.toMatchObject(shapeFault));
});
