import { describe, expect, it } from 'vitest';
import { cerebras } from '../../src/sources/cerebras.js';
import { modelOf, readBody, readRecorded } from './harness.js';
import { notLists, shapeFault } from './notLists.js';

const one = async (row: object) =>
  (await readBody(cerebras, 'public', JSON.stringify({ data: [{ id: 'a', ...row }] }))).items[0]!;

describe('cerebras', () => {
  it('converts the recorded prices from USD per token', async () => {
    const catalog = await readRecorded(cerebras, 'public');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([4, 4, 0]);
    expect(modelOf(catalog, 'zai-glm-4.7')).toMatchObject({
      name: 'Z.ai GLM 4.7',
      ownedBy: 'Z.ai',
      cost: { input: 0.00225, output: 0.00275, cacheRead: null },
      limit: { context: 131_072, output: 40_960 },
      status: 'preview',
      releaseDate: null,
      openWeights: true,
    });
    expect(modelOf(catalog, 'gpt-oss-120b')).toMatchObject({
      cost: { input: 0.00035, output: 0.00075 },
      releaseDate: null,
      quantization: 'FP16/8 (weights only)',
      status: 'active',
      capabilities: { toolCall: true, reasoning: true, structuredOutput: true, temperature: true, streaming: true },
    });
    expect(modelOf(catalog, 'gemma-4-31b')).toMatchObject({
      cost: { input: 0.00099, output: 0.00149 },
      modalities: { input: ['text', 'image'], output: ['text'] },
      capabilities: { attachment: true },
    });
    expect(modelOf(catalog, 'llama3.1-8b').status).toBe('deprecated');
  });

  it('reads a row of nothing but an id, and a list of one', async () => {
    expect(await one({})).toMatchObject({
      status: null,
      openWeights: null,
      modalities: { input: [], output: [] },
      capabilities: { toolCall: null, attachment: null },
      pricing: { status: 'unknown' },
    });
  });

  it('takes prices as numbers and the flags of tools by their other name', async () => {
    expect(
      await one({ pricing: { prompt: 3.5e-7, completion: 7.5e-7 }, capabilities: { tools: 'true' } }),
    ).toMatchObject({ cost: { input: 0.00035, output: 0.00075 }, capabilities: { toolCall: true } });
  });

  it('knows that a model sees from either place', async () => {
    const sees = { modalities: { input: ['text', 'image'] }, capabilities: { attachment: true } };
    expect(await one({ architecture: { modality: 'text+vision' } })).toMatchObject(sees);
    expect(await one({ architecture: { modality: 'text' }, capabilities: { vision: true } })).toMatchObject(sees);
    expect((await one({ architecture: { modality: 'text' } })).capabilities.attachment).toBe(false);
  });

  it('tells a price that it does not read, and is not free beside one', async () => {
    const { pricing } = await one({ pricing: { prompt: '0', completion: '0', request: '0.01', image: '0.002' } });
    expect(pricing.status).not.toBe('free');
    expect(pricing.issues.map(({ code }) => code)).toContain('unread-price');
  });

  it('survives nested objects of another type', async () => {
    const odd = { pricing: 'n/a', capabilities: [], architecture: null, limits: 7, supported_parameters: ['seed'] };
    expect(await one(odd)).toMatchObject({ cost: { input: null }, limit: { context: null } });
  });

  it('rejects a row without an id alone', async () => {
    const catalog = await readBody(cerebras, 'public', JSON.stringify({ data: [{ id: 7 }, null, { id: 'b' }] }));
    expect(catalog.letters.map(({ path }) => path)).toEqual(['id', '']);
    expect(catalog.items.map(({ id }) => id)).toEqual(['b']);
  });

  it('reads the keyed list, in which no date is known', async () => {
    const body = { object: 'list', data: [{ id: 'a', object: 'model', created: 0, owned_by: 'Cerebras' }] };
    expect((await readBody(cerebras, 'api', JSON.stringify(body))).items[0]).toMatchObject({
      id: 'a',
      ownedBy: 'Cerebras',
      releaseDate: null,
    });
  });

  it.each(notLists)('fails on %j', (body) =>
    expect(readBody(cerebras, 'public', body)).rejects.toMatchObject(shapeFault),
  );
});
