import { describe, expect, it } from 'vitest';
import { nebius } from '../../src/sources/nebius.js';
import { modelOf, readBody, readRecorded } from './harness.js';
import { notLists, shapeFault } from './notLists.js';

const listed = async (row: object) =>
  (await readBody(nebius, 'api', JSON.stringify({ data: [{ id: 'a/b', ...row }] }))).items[0]!;

describe('nebius, the public list', () => {
  it('makes an offer of each recorded flavor, prices from USD per 1M', async () => {
    const catalog = await readRecorded(nebius, 'public');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([42, 42, 0]);
    expect(modelOf(catalog, 'openai/gpt-oss-120b')).toMatchObject({
      name: 'openai/gpt-oss-120b',
      cost: { input: 0.00015, output: 0.0006 },
      limit: { context: 131_072 },
      status: 'active',
    });
    expect(modelOf(catalog, 'openai/gpt-oss-120b-fast')).toMatchObject({
      name: 'openai/gpt-oss-120b (fast)',
      cost: { input: 0.0003, output: 0.0012 },
    });
    expect(modelOf(catalog, 'deepseek-ai/DeepSeek-V4-Flash-0731').limit.context).toBe(8000);
  });

  const flavor = (fields: object) => ({ model_id: 'a/b', label: 'cheap', ...fields });

  it.each(['data', 'models'])('reads the list in a wrapper "%s"', async (key) => {
    const body = { [key]: [{ name: 'a/b', flavors: [flavor({ input_price_per_million_tokens: '0.2' })] }] };
    expect(modelOf(await readBody(nebius, 'public', JSON.stringify(body)), 'a/b').cost.input).toBe(0.0002);
  });

  it('skips inactive models and models without flavors, and rejects what it cannot read', async () => {
    const body = [
      { name: 'a/off', status: 'inactive', flavors: [flavor({ model_id: 'a/off' })] },
      { name: 'a/none', status: 'active', flavors: [] },
      {
        name: 'a/odd',
        status: 'active',
        flavors: [flavor({ model_id: 7 }), 'cheap', flavor({ model_id: 'a/odd-fast' })],
      },
      { name: 'a/absent', status: 'active' },
      null,
    ];
    const catalog = await readBody(nebius, 'public', JSON.stringify(body));
    expect(catalog.items.map(({ id }) => id)).toEqual(['a/odd-fast']);
    expect([catalog.rows, catalog.skipped, catalog.letters.length]).toEqual([7, 2, 4]);
  });

  it('keeps a cache price and leaves out one of 0', async () => {
    const price = { input_price_per_million_tokens: 1, output_price_per_million_tokens: 4 };
    const body = [
      { name: 'a', flavors: [flavor({ ...price, model_id: 'a', cached_input_price_per_million_tokens: 0.1 })] },
      { name: 'b', flavors: [flavor({ ...price, model_id: 'b', cached_input_price_per_million_tokens: 0 })] },
    ];
    const catalog = await readBody(nebius, 'public', JSON.stringify(body));
    expect(catalog.items.map(({ cost }) => cost.cacheRead)).toEqual([0.0001, null]);
  });

  it('tells the state, and a price that it does not read', async () => {
    const row = (status: string) => ({ name: status, status, flavors: [flavor({ model_id: status })] });
    const body = [row('active'), row('Preview'), row('deprecated'), row('paused')];
    const catalog = await readBody(nebius, 'public', JSON.stringify(body));
    expect(catalog.items.map(({ status }) => status)).toEqual(['active', 'preview', 'deprecated', null]);
    const images = [{ name: 'a/b', flavors: [flavor({ input_price_per_million_tokens: 0, price_per_image: 0.04 })] }];
    expect((await readBody(nebius, 'public', JSON.stringify(images))).items[0]?.pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'zero-price' }, { code: 'unread-price', detail: 'price_per_image: 0.04 is not read' }],
    });
  });

  it.each(notLists)('fails on %j', (body) =>
    expect(readBody(nebius, 'public', body)).rejects.toMatchObject(shapeFault),
  );
});

describe('nebius, the keyed list', () => {
  it('converts the recorded prices from USD per token', async () => {
    const catalog = await readRecorded(nebius, 'api');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([43, 43, 0]);
    expect(modelOf(catalog, 'meta-llama/Llama-3.3-70B-Instruct')).toMatchObject({
      name: 'Llama 3.3 70B Instruct',
      ownedBy: 'meta-llama',
      cost: { input: 0.00013, output: 0.0004 },
      capabilities: { toolCall: true, reasoning: false, structuredOutput: true },
      // `created` is the day of the listing
      releaseDate: null,
      limit: { context: 131_072, output: null },
    });
    expect(modelOf(catalog, 'Qwen/Qwen3-Embedding-8B')).toMatchObject({
      mode: 'embedding',
      modalities: { input: ['text'], output: [] },
      cost: { input: 0.00001, output: null },
    });
  });

  it('reads what goes in and comes out from the arrow', async () => {
    expect((await listed({ architecture: { modality: 'text+image->text' } })).modalities).toEqual({
      input: ['text', 'image'],
      output: ['text'],
    });
    expect((await listed({ architecture: { modality: 'text' } })).modalities).toEqual({ input: ['text'], output: [] });
  });

  it('has no price where 0 stands', async () => {
    const pricing = { prompt: '0', completion: '0', image: '0', request: '0' };
    expect(await listed({ pricing })).toMatchObject({ cost: { input: null }, pricing: { status: 'unknown' } });
    expect((await listed({ pricing: { prompt: '-1', completion: '-1' } })).pricing.status).toBe('variable');
  });

  it('takes a 0 beside a price for none, and tells a price that it does not read', async () => {
    const pricing = { prompt: '0.000001', completion: '0', input_cache_read: '0', image: '0.002' };
    expect(await listed({ pricing })).toMatchObject({
      cost: { input: 0.001, output: null, cacheRead: null },
      pricing: { issues: [{ code: 'unread-price', detail: 'pricing.image: 0.002 is not read' }] },
    });
  });

  it.each(notLists)('fails on %j', (body) => expect(readBody(nebius, 'api', body)).rejects.toMatchObject(shapeFault));
});
