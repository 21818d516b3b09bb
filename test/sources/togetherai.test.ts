import { describe, expect, it } from 'vitest';
import { fill } from '../../src/sources/fill.js';
import { togetherai } from '../../src/sources/togetherai.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const urls = {
  docs: 'https://docs.together.ai/docs/serverless-models.md',
  reasoning: 'https://docs.together.ai/docs/inference/chat/reasoning.md',
};
const table = (title: string, header: string, ...rows: string[]) =>
  [`## ${title}`, '', header, header.replaceAll(/[^|]+/g, ' :- '), ...rows, ''].join('\n');
const chat = (...rows: string[]) =>
  table(
    'Chat models',
    '| Organization | Model name | API model string | Context length | Input pricing (per 1M tokens) | Output pricing (per 1M tokens) | Function calling |',
    ...rows,
  );
const docs = (...tables: string[]) => readBody(togetherai, 'docs', ['# Available models', ...tables].join('\n\n'));
const one = async (input: string, output: string) =>
  (await docs(chat(`| O | N | o/n | 1 | ${input} | ${output} | - |`))).items[0]!;
const listed = async (row: object) =>
  (await readBody(togetherai, 'api', JSON.stringify([{ id: 'a/b', ...row }]))).items[0]!;

describe('togetherai: the page', () => {
  it('reads every recorded model once', async () => {
    const catalog = await readRecorded(togetherai, 'docs');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([32, 32, 0]);
    expect(modelOf(catalog, 'zai-org/GLM-5.2')).toMatchObject({
      name: 'GLM-5.2',
      ownedBy: 'Z.ai',
      mode: 'chat',
      modalities: { input: ['text'], output: ['text'] },
      limit: { context: 1_048_575 },
      capabilities: { toolCall: true, structuredOutput: true, attachment: false },
      quantization: 'fp4',
      cost: { input: 0.0014, cacheRead: 0.00026, output: 0.0044 },
    });
    expect(modelOf(catalog, 'openai/gpt-oss-20b')).toMatchObject({
      cost: { input: 0.00005, cacheRead: null, output: 0.0002 },
    });
    expect(modelOf(catalog, 'moonshotai/Kimi-K2.6')).toMatchObject({
      modalities: { input: ['text', 'image'] },
      capabilities: { attachment: true },
      cost: { input: 0.0012, cacheRead: 0.0002, output: 0.0045 },
    });
    expect(modelOf(catalog, 'LiquidAI/LFM2-24B-A2B').capabilities.toolCall).toBeNull();
  });

  it('says free where the page does', async () => {
    const catalog = await readRecorded(togetherai, 'docs');
    expect(modelOf(catalog, 'Prism-ML/Ternary-Bonsai-27B')).toMatchObject({
      cost: { input: 0, output: 0 },
      pricing: { status: 'free' },
    });
    expect(await one('Free', 'Free')).toMatchObject({ cost: { input: 0, output: 0 }, pricing: { status: 'free' } });
    expect(await one('\\$0.10', 'Free')).toMatchObject({
      cost: { input: 0.0001, output: 0 },
      pricing: { status: 'priced' },
    });
    expect((await one('-', '-')).pricing.status).toBe('unknown');
    expect((await one('\\$0.00', '\\$0.00')).pricing.status).toBe('unknown');
  });

  it('has no token price for characters, minutes, megapixels and videos', async () => {
    const catalog = await docs(
      table(
        'Audio models',
        '| Organization | Modality | Model name | Model string for API | Pricing |',
        '| K | Text-to-Speech | K | hexgrad/Kokoro-82M | \\$4.00 per 1M chars |',
        '| O | Speech-to-Text | W | `openai/whisper` | \\$0.0015 per audio min |',
      ),
      table(
        'Image models',
        '| Organization | Model name | Model string for API | Unit | Price | Output per \\$1 |',
        '| B | F | b/flux | `megapixel` | \\$0.04 | 25 megapixels |',
      ),
      table(
        'Video models',
        '| Organization | Model name | Model string for API | Price per video |',
        '| O | S | o/sora | \\$0.80 |',
      ),
    );
    expect(modelOf(catalog, 'hexgrad/Kokoro-82M')).toMatchObject({
      mode: 'speech',
      cost: { input: null, perCharacter: 0.000004 },
    });
    expect(modelOf(catalog, 'openai/whisper')).toMatchObject({
      mode: 'transcription',
      cost: { input: null, perSecond: 0.000025 },
    });
    expect(modelOf(catalog, 'b/flux')).toMatchObject({ mode: 'image', cost: { output: null, perMegapixel: 0.04 } });
    expect(modelOf(catalog, 'o/sora')).toMatchObject({
      mode: 'video',
      modalities: { output: ['video'] },
      cost: { output: null, perRequest: 0.8 },
    });
    // The recorded table of images has its unit in the title.
    const recorded = await readRecorded(togetherai, 'docs');
    expect(modelOf(recorded, 'Qwen/Qwen-Image').cost).toMatchObject({ input: null, perMegapixel: 0.0058 });
  });

  it('takes no price of an unknown kind for the standard one', async () => {
    const titles = '| Model name | API model string | Input pricing (per 1M tokens) | Output pricing (per 1M tokens) |';
    const catalog = await docs(
      chat('| O | N | o/n | 1 | \\$1 | \\$2 | - |'),
      table('Batch models', titles, '| N | o/n | \\$0.5 | \\$1 |', '| P | o/p | \\$0.7 | \\$0.8 |'),
      table(
        'Chat models',
        '| Model name | API model string | Priority input pricing (per 1M tokens) |',
        '| N | o/n | \\$1.5 |',
      ),
      table('Audio models', '| Model name | Model string for API | Pricing |', '| S | o/s | \\$7 per 1K credits |'),
    );
    expect(modelOf(catalog, 'o/n')).toMatchObject({
      cost: { input: 0.001, output: 0.002 },
      tiers: [
        { when: { serviceTier: 'batch' }, cost: { input: 0.0005, output: 0.001 } },
        { when: { serviceTier: 'priority' }, cost: { input: 0.0015 } },
      ],
    });
    expect(modelOf(catalog, 'o/p')).toMatchObject({ cost: { input: null }, pricing: { status: 'variable' } });
    expect(modelOf(catalog, 'o/s').pricing).toMatchObject({ status: 'unknown', issues: [{ code: 'unknown-unit' }] });
  });

  it('maps columns by their titles, with backticks and older spellings', async () => {
    const catalog = await docs(
      table(
        'Chat models',
        '| API Model String | Output Pricing (per 1M tokens) | Notes | Model Name | Input Pricing (per 1M tokens) |',
        '| `o/n` | \\$2 | \\$9 | N | \\$1 |',
      ),
      table(
        'Embedding models',
        '| Organization | Model name | API model string | Pricing (per 1M tokens) |',
        '| B | bge | b/bge | \\$0.02 |',
      ),
      table('Moderation models', '| Organization | Model name | API model string |', '| T | Shield | t/shield |'),
    );
    expect(modelOf(catalog, 'o/n')).toMatchObject({ modalities: { input: [] }, cost: { input: 0.001, output: 0.002 } });
    expect(modelOf(catalog, 'b/bge')).toMatchObject({ mode: 'embedding', cost: { input: 0.00002, output: null } });
    expect(modelOf(catalog, 't/shield')).toMatchObject({ mode: 'moderation', pricing: { status: 'unknown' } });
  });

  it('takes reasoning from the page about it, and does without', async () => {
    const body = chat('| O | N | o/n | 1 | \\$1 | \\$2 | No |', '| O | P | o/p | 1 | \\$1 | \\$2 | Yes |');
    const about = '| Model | API string | Type |\n| - | - | - |\n| N | `o/n` | Hybrid |';
    const catalog = await readBody(togetherai, 'docs', { [urls.docs]: body, [urls.reasoning]: about });
    expect(catalog.items.map(({ capabilities }) => [capabilities.reasoning, capabilities.toolCall])).toEqual([
      [true, false],
      [null, true],
    ]);
    for (const [bodies, kind] of [
      [body, 'shape'],
      [{ [urls.docs]: body }, 'http'],
    ] as const) {
      const { items, faults } = await readBody(togetherai, 'docs', bodies);
      expect(items[0]?.capabilities.reasoning).toBeNull();
      expect(faults).toMatchObject([{ endpoint: 'docs', request: 'reasoners', kind }]);
    }
  });

  it('rejects a row without an id alone', async () => {
    expect(
      await docs(chat('| O | N | | 1 | \\$1 | \\$2 | - |', '| O | P | o/p | 1 | \\$1 | \\$2 | - |')),
    ).toMatchObject({
      items: [{ id: 'o/p' }],
      letters: [{ path: 'id' }],
    });
  });

  it.each([
    '<html><body>Not found</body></html>',
    '',
    '{}',
    '| Model | Input | output |\n| - | - | - |\n| [M](/m) | \\$1 | \\$2 |',
  ])('fails on a page without the tables: %j', (body) =>
    expect(readBody(togetherai, 'docs', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});

describe('togetherai: the list', () => {
  it('reads every recorded row', async () => {
    const catalog = await readRecorded(togetherai, 'api');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([278, 278, 0]);
    // 0.045000000000000005 is a float's 0.045
    expect(modelOf(catalog, 'arcee-ai/trinity-mini').cost).toMatchObject({ input: 0.000045, output: 0.00015 });
    expect(modelOf(catalog, 'meta-llama/Llama-Guard-4-12B')).toMatchObject({
      mode: 'moderation',
      cost: { input: 0.0002, output: 0.0002 },
    });
    expect(modelOf(catalog, 'cartesia/sonic-3')).toMatchObject({
      mode: 'speech',
      cost: { input: null, perCharacter: 0.000065 },
    });
    expect(modelOf(catalog, 'agentica-org/DeepCoder-14B-Preview')).toMatchObject({
      cost: { input: null },
      pricing: { status: 'unknown', issues: [{ code: 'not-serverless' }] },
      // `created` is the day of the listing
      releaseDate: null,
    });
  });

  it('never takes 0/0 for free; the page may say so', async () => {
    const list = await readRecorded(togetherai, 'api');
    expect(list.items.filter(({ pricing }) => pricing.status === 'free')).toEqual([]);
    const models = fill(list.items, (await readRecorded(togetherai, 'docs')).items, 'docs');
    expect(models.find(({ id }) => id === 'zai-org/GLM-5.2')?.capabilities.toolCall).toBe(true);
  });

  it('prices tokens only where the type is billed by them', async () => {
    const pricing = { input: 0.27, output: 0.85, cached_input: 0.1 };
    expect((await listed({ type: 'chat', pricing })).cost).toMatchObject({
      input: 0.00027,
      output: 0.00085,
      cacheRead: 0.0001,
    });
    expect((await listed({ type: 'embedding', pricing: { input: '0.02', output: 0 } })).cost).toMatchObject({
      input: 0.00002,
      output: null,
    });
    expect((await listed({ type: 'transcribe', pricing })).pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'unknown-unit' }, { code: 'unknown-unit' }, { code: 'unknown-unit' }],
    });
    expect(
      (await listed({ type: 'transcribe', pricing: { transcribe: { price_per_minute: 0.006 } } })).cost,
    ).toMatchObject({ perSecond: 0.0001 });
    expect(
      (await listed({ type: 'image', pricing: { image: { example_price: 0.04 }, input: 0 } })).pricing.status,
    ).toBe('unknown');
    expect((await listed({ type: 'chat', pricing: { input: -1 } })).pricing.status).toBe('variable');
  });

  it('has a context and no output limit, and a price of cached reads', async () => {
    const pricing = { hourly: 0, input: 1.4, output: 4.4, base: 0, finetune: 0, cached_input: 0.26 };
    expect(await listed({ type: 'chat', context_length: 1_048_575, pricing })).toMatchObject({
      limit: { context: 1_048_575, output: null },
      cost: { input: 0.0014, output: 0.0044, cacheRead: 0.00026 },
    });
  });

  it('leaves the rent of machines and training out, and tells what else it does not read', async () => {
    const zeros = { input: 0, output: 0 };
    const dedicated = await listed({ type: 'chat', pricing: { ...zeros, hourly: 5.4, finetune: 2 } });
    expect(dedicated.pricing.issues.map(({ code }) => code)).toEqual(['not-serverless']);
    const based = await listed({ type: 'chat', pricing: { ...zeros, base: 0.2 } });
    expect(based.pricing.issues).toContainEqual({ code: 'unread-price', detail: 'pricing.base: 0.2 is not read' });
  });

  it('survives missing and odd fields', async () => {
    expect(await listed({ type: 7, created: 0, context_length: null, pricing: null })).toMatchObject({
      mode: null,
      releaseDate: null,
      limit: { context: null },
    });
    expect(await readBody(togetherai, 'api', '[{"id":null},{"id":"a"}]')).toMatchObject({
      items: [{ id: 'a' }],
      letters: [{ path: 'id' }],
    });
  });

  it.each(['<html></html>', '{}', '[]', '', '{"error":{"message":"no key"}}'])('fails on %j', (body) =>
    expect(readBody(togetherai, 'api', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});

describe('togetherai: the list of supported models', () => {
  const first = 'https://api.together.ai/v2/supported-models?limit=200';
  const body = (next: string | null, ...data: object[]) =>
    JSON.stringify({ object: 'list', data: data.map((row) => ({ id: 'sm', ...row })), next_cursor: next });
  const glm = {
    name: 'zai-org/GLM-5.1',
    displayName: 'GLM 5.1 FP4',
    displayType: 'chat',
    publisher: 'zai-org',
    status: 'SUPPORTED_MODEL_STATUS_SUPPORTED',
    products: ['PRODUCT_SERVERLESS', 'PRODUCT_DEDICATED'],
    inputModalities: ['MODALITY_TEXT', 'MODALITY_IMAGE'],
    outputModalities: ['MODALITY_TEXT'],
    contextLength: '202752',
    features: ['FEATURE_TOOL_CALLING', 'FEATURE_REASONING'],
    createdAt: '2026-08-05T00:00:00Z',
    serverlessEndpoint: 'zai-org/GLM-5.1',
    pricing: { input: 1.4, cachedInput: 0.26, output: 4.4 },
  };

  it('reads serverless models under the id to call, page by page', async () => {
    const dedicated = { ...glm, name: 'a/dedicated', serverlessEndpoint: undefined, pricing: undefined };
    const old = { ...glm, name: 'a/old', serverlessEndpoint: 'a/old-v2', status: 'SUPPORTED_MODEL_STATUS_DEPRECATED' };
    const hidden = { ...glm, name: 'a/hidden', status: 'SUPPORTED_MODEL_STATUS_HIDDEN' };
    const catalog = await readBody(togetherai, 'supported', {
      [first]: body('p 2', glm, dedicated),
      [`${first}&after=p%202`]: body(null, old, hidden),
    });
    expect(modelOf(catalog, 'zai-org/GLM-5.1')).toMatchObject({
      mode: 'chat',
      modalities: { input: ['text', 'image'], output: ['text'] },
      // the weights' context, not that of the service
      limit: { context: null, output: null },
      capabilities: { toolCall: true, reasoning: true, structuredOutput: false, attachment: true },
      cost: { input: 0.0014, cacheRead: 0.00026, output: 0.0044 },
      status: 'active',
      releaseDate: null,
    });
    expect(modelOf(catalog, 'a/dedicated').pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'not-serverless' }],
    });
    expect(modelOf(catalog, 'a/old-v2').status).toBe('deprecated');
    expect(catalog).toMatchObject({ rows: 4, skipped: 1 });
  });

  it('fails at a cursor that does not move on', async () => {
    const stuck = { [first]: body('p 2', glm), [`${first}&after=p%202`]: body('p 2', { ...glm, name: 'a/b' }) };
    await expect(readBody(togetherai, 'supported', stuck)).rejects.toMatchObject({ name: 'ShapeError' });
  });

  it('takes no characters for tokens', async () => {
    const catalog = await readBody(togetherai, 'supported', body(null, { ...glm, displayType: 'audio' }));
    expect(catalog.items[0]?.pricing).toMatchObject({ status: 'unknown', issues: [{ code: 'unknown-unit' }] });
  });
});
