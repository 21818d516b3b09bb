import { describe, expect, it } from 'vitest';
import { ollamaCloud as source } from '../../src/sources/ollama-cloud.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const tags = 'https://ollama.com/api/tags';
const show = (model: string) => `https://ollama.com/api/show${JSON.stringify({ model })}`;
const list = (...models: unknown[]) => JSON.stringify({ models });

/** One listed model `x` and what is shown of it. */
const one = async (shown: unknown, rest: object = {}) =>
  (
    await readBody(source, 'api', {
      [tags]: list({ name: 'x', ...rest }),
      [show('x')]: typeof shown === 'string' ? shown : JSON.stringify(shown),
    })
  ).items[0]!;

describe('ollama-cloud', () => {
  it('reads every recorded model with its details', async () => {
    const catalog = await readRecorded(source, 'api');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([43, 43, 0]);
    expect(modelOf(catalog, 'kimi-k2.7-code')).toMatchObject({
      mode: 'chat',
      modalities: { input: ['text', 'image'], output: ['text'] },
      limit: { context: 262_144 },
      capabilities: { toolCall: true, reasoning: true, attachment: true },
      quantization: 'INT4',
      cost: { input: null },
      pricing: { status: 'plan', source: 'provider' },
    });
    expect(modelOf(catalog, 'gemma3:27b')).toMatchObject({
      limit: { context: 131_072 },
      capabilities: { toolCall: false, reasoning: false, attachment: true },
      quantization: null,
      // `modified_at` is the day on which it came to the cloud
      releaseDate: null,
    });
    expect(modelOf(catalog, 'deepseek-v3.2')).toMatchObject({
      limit: { context: 163_840 },
      capabilities: { toolCall: true, reasoning: true, attachment: false },
    });
    expect(catalog.items.every(({ limit }) => limit.context !== null)).toBe(true);
  });

  it('reads the recorded list of names', async () => {
    const catalog = await readRecorded(source, 'list');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([43, 43, 0]);
    expect(modelOf(catalog, 'gemma3:27b')).toMatchObject({ releaseDate: null, pricing: { status: 'plan' } });
  });

  it('keeps a model whose details do not come or can not be read', async () => {
    for (const bodies of [
      {},
      { [show('x')]: '<html></html>' },
      { [show('x')]: '{"error":"retired"}' },
      { [show('x')]: '[]' },
    ]) {
      const { items: models, faults } = await readBody(source, 'api', {
        [tags]: list({ name: 'x', modified_at: '2026-01-02T03:04:05Z' }),
        ...bodies,
      });
      expect(models).toMatchObject([
        { id: 'x', limit: { context: null }, capabilities: { toolCall: null }, releaseDate: null },
      ]);
      const kind = show('x') in bodies ? 'shape' : 'http';
      expect(faults).toMatchObject([{ endpoint: 'api', request: 'shown', kind }]);
    }
  });

  it('finds the context under the family, else under the one key there is', async () => {
    const info = { 'clip.context_length': 77, 'kimi.context_length': '262144', 'kimi.context_length_max': 1 };
    expect((await one({ details: { family: 'kimi' }, model_info: info })).limit.context).toBe(262_144);
    expect(
      (await one({ details: { family: '' }, model_info: { 'a.context_length_max': 1, 'a.context_length': 8192 } }))
        .limit.context,
    ).toBe(8192);
    expect((await one({ details: null, model_info: null })).limit.context).toBeNull();
  });

  it('reads embeddings and empty strings', async () => {
    expect(
      await one(
        { capabilities: ['embedding'], details: { quantization_level: '' } },
        { modified_at: '0001-01-01T00:00:00Z' },
      ),
    ).toMatchObject({ mode: 'embedding', quantization: null, releaseDate: null, capabilities: { toolCall: false } });
    expect((await one({ capabilities: [] })).capabilities.toolCall).toBeNull();
  });

  it('drops an alias beside its model and keeps other suffixes', async () => {
    const names = ['a', 'a:latest', 'b:1t', 'b:1t-cloud', 'c:cloud', 'd', 'd:preview', 'e', 'e-cloudy'];
    const { items: models } = await readBody(source, 'api', { [tags]: list(...names.map((name) => ({ name }))) });
    expect(models.map(({ id }) => id)).toEqual(['a', 'b:1t', 'c:cloud', 'd', 'd:preview', 'e', 'e-cloudy']);
  });

  it('rejects a row without a name alone', async () => {
    const catalog = await readBody(source, 'api', { [tags]: list({ name: null }, null, { name: 'a' }) });
    expect([catalog.items.length, catalog.letters.length]).toEqual([1, 2]);
  });

  it.each(['<html></html>', '{}', '[]', '', '{"error":"x"}', '{"models":[],"data":[]}'])(
    'fails on %j',
    async (body) => {
      for (const endpoint of ['api', 'list'])
        await expect(readBody(source, endpoint, body)).rejects.toMatchObject({ name: 'ShapeError' });
    },
  );
});
