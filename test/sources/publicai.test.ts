import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publicai } from '../../src/sources/publicai.js';
import { modelOf, readBody, recordingsDir } from './harness.js';

const recorded = readFileSync(join(recordingsDir, 'huggingface/response.json'), 'utf8');

describe('publicai', () => {
  it('reads its own entries of the recorded router', async () => {
    const catalog = await readBody(publicai, 'router', recorded);
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([8, 8, 0]);
    expect(modelOf(catalog, 'swiss-ai/Apertus-8B-Instruct-2509').cost).toMatchObject({ input: 0.0001, output: 0.0002 });
    expect(modelOf(catalog, 'allenai/Olmo-3.1-32B-Instruct').cost).toMatchObject({ input: 0.0002, output: 0.0006 });
    expect(modelOf(catalog, 'aisingapore/Qwen-SEA-LION-v4-32B-IT').cost).toMatchObject({
      input: 0.00025,
      output: 0.0005,
    });
  });

  it('never takes the price of another provider', async () => {
    const price = (input: number) => ({ pricing: { input, output: input }, status: 'live' });
    const data = [
      {
        id: 'a/both',
        providers: [
          { provider: 'groq', ...price(9) },
          { provider: 'publicai', ...price(1) },
        ],
      },
      { id: 'a/other', providers: [{ provider: 'groq', ...price(9) }] },
      { id: 'a/off', providers: [{ provider: 'publicai', ...price(1), status: 'error' }] },
    ];
    const { items: models, skipped } = await readBody(publicai, 'router', JSON.stringify({ data }));
    expect(models).toMatchObject([{ id: 'a/both', cost: { input: 0.001 } }]);
    expect(skipped).toBe(1);
  });

  it('takes a 0 for no price, unless its entry says that it is free', async () => {
    const entry = (more: object) => ({
      provider: 'publicai',
      status: 'live',
      pricing: { input: 0, output: 0 },
      ...more,
    });
    const data = [
      { id: 'a/zero', providers: [entry({})] },
      { id: 'a/free', providers: [entry({ is_free: true })] },
    ];
    const { items } = await readBody(publicai, 'router', JSON.stringify({ data }));
    expect(items.map(({ pricing: { status }, cost }) => [status, cost.input])).toEqual([
      ['unknown', null],
      ['free', 0],
    ]);
  });

  it.each(['<html></html>', '{}', '{"data":[{"id":"a","providers":[]}]}'])('fails on %j', (body) =>
    expect(readBody(publicai, 'router', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
