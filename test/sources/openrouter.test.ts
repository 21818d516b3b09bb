import { describe, expect, it } from 'vitest';
import { openrouter } from '../../src/sources/openrouter.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const one = async (row: object) =>
  (await readBody(openrouter, 'api', JSON.stringify({ data: [{ id: 'a/b', ...row }] }))).models[0]!;

describe('openrouter', () => {
  it('reads every recorded row', async () => {
    const catalog = await readRecorded(openrouter, 'api');
    expect([catalog.rows.length, catalog.models.length, catalog.rejected.length]).toEqual([269, 269, 0]);
    expect(modelOf(catalog, 'openrouter/auto')).toMatchObject({
      cost: { input: null },
      pricing: { status: 'variable' },
    });
  });

  it('rounds float noise away and keeps real digits', async () => {
    expect(
      (await one({ pricing: { prompt: '0.00000090000000000000005', completion: '0.0000025253' } })).cost,
    ).toMatchObject({
      input: 0.0009,
      output: 0.0025253,
    });
  });

  it('takes 0 as free only where the id says so', async () => {
    expect((await one({ pricing: { prompt: '0', completion: '0' } })).pricing).toMatchObject({
      status: 'unknown',
      source: null,
    });
    expect(await one({ id: 'a/b:free', pricing: { prompt: '0', completion: '0' } })).toMatchObject({
      cost: { input: 0, output: 0 },
      pricing: { status: 'free' },
    });
  });

  it('turns overrides into tiers', async () => {
    const pricing = {
      prompt: '0.000001',
      completion: '0.000002',
      overrides: [{ min_prompt_tokens: 272000, prompt: '0.000002' }],
    };
    expect((await one({ pricing })).tiers).toEqual([{ when: { contextAbove: 272000 }, cost: { input: 0.002 } }]);
  });
});
