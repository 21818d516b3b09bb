import { describe, expect, it } from 'vitest';
import { nvidia } from '../../src/sources/nvidia.js';
import { modelOf, readBody, readRecorded } from './harness.js';
import { notLists, shapeFault } from './notLists.js';

describe('nvidia', () => {
  it('reads the recorded ids, each once', async () => {
    const catalog = await readRecorded(nvidia, 'api');
    expect([catalog.rows.length, catalog.models.length, catalog.rejected.length]).toEqual([103, 102, 0]);
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
    const { models } = await readBody(nvidia, 'api', JSON.stringify(body));
    expect(models.map(({ ownedBy }) => ownedBy)).toEqual(['nvidia', 'lab']);
    expect(models[0]).toMatchObject({ releaseDate: null, pricing: { status: 'unknown', source: null } });
  });

  it('takes no 0 of models.dev for a price', async () => {
    const zero = (await readRecorded(nvidia, 'catalog')).models.filter(
      ({ cost }) => cost.input === 0 && cost.output === 0,
    );
    expect(zero).toEqual([]);
  });

  it.each(notLists)('fails on %j', (body) => expect(readBody(nvidia, 'api', body)).rejects.toMatchObject(shapeFault));
});
