import { describe, expect, it } from 'vitest';
import { fill } from '../../src/sources/fill.js';
import { llama } from '../../src/sources/llama.js';
import { modelOf, pricesOf, readBody, readRecorded } from './harness.js';

const entry = (cost: unknown) =>
  readBody(llama, 'catalog', JSON.stringify({ llama: { models: { a: { id: 'a', cost } } } }));

describe('llama', () => {
  it('reads every row of the keyed list, ids as the API writes them', async () => {
    const list = await readRecorded(llama, 'api');
    expect([list.rows, list.items.length, list.rejected]).toEqual([7, 7, 0]);
    expect(modelOf(list, 'Llama-3.3-70B-Instruct')).toMatchObject({ ownedBy: 'Meta', releaseDate: null });
  });

  it('does not take the host of a variant for its lab', async () => {
    const list = await readRecorded(llama, 'api');
    expect(modelOf(list, 'Groq-Llama-4-Maverick-17B-128E-Instruct').ownedBy).toBeNull();
  });

  it('says that the preview is free', async () => {
    const catalog = await readRecorded(llama, 'catalog');
    expect(catalog.items).toHaveLength(7);
    expect(modelOf(catalog, 'llama-4-scout-17b-16e-instruct-fp8')).toMatchObject({
      cost: { input: 0, output: 0 },
      pricing: { status: 'free', source: 'catalog:models.dev' },
      limit: { context: 128_000, output: 4096 },
      openWeights: true,
    });
    for (const id of ['llama-3.3-70b-instruct', 'llama-4-maverick-17b-128e-instruct-fp8']) {
      expect(pricesOf(catalog, id)).toEqual({ input: 0, output: 0 });
      expect(modelOf(catalog, id).limit).toEqual({ context: 128_000, input: null, output: 4096 });
    }
  });

  it('fills the list from the catalog whatever the case of the id', async () => {
    const list = await readRecorded(llama, 'api');
    const models = fill(list.items, (await readRecorded(llama, 'catalog')).items, 'catalog:models.dev');
    expect(models.map(({ pricing }) => pricing.status)).toEqual(Array(7).fill('free'));
    expect(models[0]).toMatchObject({ id: 'Llama-3.3-70B-Instruct', knowledge: '2023-12' });
  });

  it('is free no more once the catalog has a price, or none at all', async () => {
    expect((await entry({ input: 0.2, output: 0 })).items[0]).toMatchObject({
      cost: { input: 0.0002, output: null },
      pricing: { status: 'priced' },
    });
    expect((await entry(undefined)).items[0]?.pricing.status).toBe('unknown');
    expect((await entry({ input: 0, output: 0, cache_read: 1 })).items[0]?.pricing.status).toBe('priced');
  });
});
