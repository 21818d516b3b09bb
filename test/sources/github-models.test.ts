import { describe, expect, it } from 'vitest';
import { githubModels as source } from '../../src/sources/github-models.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const read = (...rows: unknown[]) => readBody(source, 'api', JSON.stringify(rows));
const one = async (row: object) => (await read({ id: 'a/b', ...row })).items[0]!;

describe('github-models', () => {
  it.each(['api', 'api-anonymous'])('reads every recorded row: %s', async (endpoint) => {
    const catalog = await readRecorded(source, endpoint);
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([57, 57, 0]);
    expect(modelOf(catalog, 'openai/gpt-4.1')).toMatchObject({
      name: 'OpenAI GPT-4.1',
      ownedBy: 'OpenAI',
      mode: 'chat',
      limit: { context: 1_048_576, output: 32_768 },
      releaseDate: '2025-04-14',
      capabilities: { toolCall: true, streaming: true },
    });
    expect(modelOf(catalog, 'ai21-labs/ai21-jamba-1.5-large')).toMatchObject({
      releaseDate: null,
      limit: { context: 256_000, output: 4096 },
      capabilities: { toolCall: true, reasoning: true, attachment: false },
    });
    expect(modelOf(catalog, 'openai/text-embedding-3-small')).toMatchObject({
      mode: 'embedding',
      modalities: { input: ['text'], output: [] },
      limit: { context: 8191, output: null },
      // its version is the counter 2
      releaseDate: null,
    });
  });

  it('states no price, not even 0', async () => {
    const { items: models } = await readRecorded(source, 'api');
    expect(models.filter(({ pricing, cost }) => pricing.status !== 'unknown' || cost.input !== null)).toEqual([]);
  });

  it('says why: what is beyond the free use is billed in units of its own', async () => {
    const { pricing } = await one({});
    expect(pricing.issues).toEqual([
      { code: 'no-list-price', detail: expect.stringContaining('token units') as string },
    ]);
  });

  it('takes a version for a date only where it is one', async () => {
    const days = await Promise.all(
      ['2025-04-14', '2', '2025', '2025-04', '20250414', 3].map((version) => one({ version })),
    );
    expect(days.map(({ releaseDate }) => releaseDate)).toEqual(['2025-04-14', null, null, null, null, null]);
  });

  it('survives missing parts and knows an absent list from an empty one', async () => {
    expect(await one({ limits: null, capabilities: null, tags: 'reasoning' })).toMatchObject({
      limit: { context: null, output: null },
      capabilities: { toolCall: null, reasoning: null },
    });
    expect((await one({ capabilities: [], tags: ['reasoning'] })).capabilities).toMatchObject({
      toolCall: false,
      reasoning: true,
    });
    expect((await one({ limits: { max_input_tokens: '8000', max_output_tokens: null } })).limit.context).toBe(8000);
  });

  it('rejects a row without an id alone', async () => {
    const catalog = await read({ name: 'x' }, { id: 7 }, { id: 'a/b' });
    expect([catalog.items.length, catalog.letters.length]).toEqual([1, 2]);
  });

  it.each(['<html></html>', '{}', '[]', '', '{"error":"x"}', '{"message":"Bad credentials"}'])('fails on %j', (body) =>
    expect(readBody(source, 'api', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
