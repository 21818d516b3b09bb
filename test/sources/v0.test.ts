import { describe, expect, it } from 'vitest';
import { fill } from '../../src/sources/fill.js';
import { v0 } from '../../src/sources/v0.js';
import { modelOf, readBody, readRecorded } from './harness.js';

describe('v0', () => {
  it('reads every row of the keyed list', async () => {
    const list = await readRecorded(v0, 'api');
    expect([list.rows, list.items.length, list.letters.length]).toEqual([3, 3, 0]);
    expect(modelOf(list, 'v0-1.0-md')).toMatchObject({ ownedBy: 'vercel', pricing: { status: 'unknown' } });
  });

  it('takes prices and limits from the catalog', async () => {
    const entry = await readRecorded(v0, 'catalog');
    expect(modelOf(entry, 'v0-1.5-md')).toMatchObject({
      cost: { input: 0.003, output: 0.015 },
      limit: { context: 128_000, output: 32_000 },
      pricing: { source: 'catalog:models.dev' },
    });
    expect(modelOf(entry, 'v0-1.5-lg')).toMatchObject({
      cost: { input: 0.015, output: 0.075 },
      limit: { context: 512_000 },
      modalities: { input: ['text', 'image'], output: ['text'] },
    });
    expect(modelOf(entry, 'v0-1.0-md')).toMatchObject({
      cost: { input: 0.003, output: 0.015 },
      limit: { context: 128_000, output: 32_000 },
      releaseDate: '2025-05-22',
    });
  });

  it('lists a model that the catalog does not know, without a price', async () => {
    const list = await readBody(v0, 'api', '{"data":[{"id":"v0-2-md"},{"id":"v0-1.5-md"}]}');
    const models = fill(list.items, (await readRecorded(v0, 'catalog')).items, 'catalog:models.dev');
    expect(models.map(({ id, cost }) => [id, cost.input])).toEqual([
      ['v0-2-md', null],
      ['v0-1.5-md', 0.003],
    ]);
  });
});
