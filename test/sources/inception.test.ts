import { describe, expect, it } from 'vitest';
import { inception } from '../../src/sources/inception.js';
import { endpointOf, modelOf, readBody, readRecorded } from './harness.js';

const one = async (row: object) =>
  (await readBody(inception, 'api', JSON.stringify({ data: [{ id: 'm', ...row }] }))).items[0]!;
const header =
  '| Model | Input Price (1M Tokens) | Cached Input Price (1M Tokens) | Output Price (1M Tokens) | Supported Endpoints | Context Window |';
const table = (...rows: string[]) =>
  ['## Production Models', '', header, '|---|---|---|---|---|---|', ...rows].join('\n');

describe('inception', () => {
  it('reads every recorded row of the list', async () => {
    const catalog = await readRecorded(inception, 'api');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([2, 2, 0]);
    expect(modelOf(catalog, 'mercury-2')).toMatchObject({
      name: 'Mercury 2',
      ownedBy: 'inception',
      releaseDate: null,
      modalities: { input: ['text'], output: ['text'] },
      limit: { context: 128_000, output: 50_000 },
      capabilities: { toolCall: true, structuredOutput: true, temperature: true },
      quantization: 'fp8',
      cost: { input: 0.00025, output: 0.00075, cacheRead: 0.000025, cacheWrite: null },
    });
    expect(modelOf(catalog, 'mercury-edit-2')).toMatchObject({
      limit: { context: 32_000, output: 8192 },
      capabilities: { toolCall: false },
      cost: { input: 0.00025, output: 0.00075, cacheRead: 0.000025, cacheWrite: null },
    });
    expect(modelOf(catalog, 'mercury-2').cost).not.toHaveProperty('perRequest');
  });

  it('reads tiny prices, numbers or strings', async () => {
    expect((await one({ pricing: { prompt: '4e-8', completion: 0.00000015 } })).cost).toMatchObject({
      input: 0.00004,
      output: 0.00015,
    });
    expect((await one({ pricing: { prompt: '0', completion: '0' } })).pricing.status).toBe('unknown');
    expect((await one({ pricing: { prompt: '-1', completion: '-1' } })).pricing.status).toBe('variable');
  });

  it('reads the old rows, which had an id and an owner only', async () => {
    expect(
      await one({
        object: 'model',
        created: 1743465660,
        owned_by: 'inception',
        root: 'm',
        parent: null,
        permission: [],
      }),
    ).toMatchObject({
      name: null,
      ownedBy: 'inception',
      capabilities: { toolCall: null, structuredOutput: null },
      pricing: { status: 'unknown' },
    });
  });

  it('asks with the key where there is one, and else without', () => {
    expect(inception.endpoints.map(({ name }) => name)).toEqual(['api-key', 'api', 'docs', 'catalog']);
    const keyOf = (endpoint: string) => endpointOf(inception, endpoint).requests['list']?.requests[0]?.key;
    expect(keyOf('api-key')).toEqual({ env: ['INCEPTION_API_KEY'] });
    expect(keyOf('api')).toBeUndefined();
  });

  it('takes features that are silent about reasoning for no word on it', async () => {
    expect((await one({ supported_features: ['tools'] })).capabilities).toMatchObject({
      toolCall: true,
      structuredOutput: false,
      reasoning: null,
    });
    expect((await one({ supported_features: ['reasoning'] })).capabilities.reasoning).toBe(true);
  });

  it('reads the recorded document', async () => {
    const catalog = await readRecorded(inception, 'docs');
    expect([catalog.rows, catalog.items.length]).toEqual([2, 2]);
    expect(modelOf(catalog, 'mercury-2')).toMatchObject({
      name: 'Mercury 2',
      mode: 'chat',
      status: 'active',
      limit: { context: 128_000, output: 50_000 },
      capabilities: { toolCall: true, structuredOutput: true, reasoning: null },
      modalities: { input: ['text'] },
      cost: { input: 0.00025, cacheRead: 0.000025, output: 0.00075 },
    });
    expect(modelOf(catalog, 'mercury-edit')).toMatchObject({
      mode: 'completion',
      limit: { context: 32_000, output: null },
      capabilities: { toolCall: null },
      cost: { input: 0.00025, output: 0.00075, cacheRead: 0.000025 },
    });
  });

  it('takes no name for an id, and no price of another unit', async () => {
    const body = table('| Mercury 9 | \\$0.25 | - | \\$0.75 | `v1/chat/completions` | 128K |');
    const items = async (text: string) => (await readBody(inception, 'docs', text)).items;
    expect(await items(body)).toMatchObject([
      { name: 'Mercury 9', cost: { input: 0.00025 }, pricing: { issues: [{ code: 'name-only' }] } },
    ]);
    expect((await items(body.replaceAll('(1M Tokens)', '(per request)')))[0]?.cost).toMatchObject({
      input: null,
      output: null,
    });
  });

  it('is not free where it has a price in a key that is not read', async () => {
    const pricing = { prompt: '0', completion: '0', image: '0.01' };
    expect((await one({ pricing })).pricing).toMatchObject({ status: 'unknown' });
    expect((await one({ pricing })).pricing.issues.map(({ code }) => code)).toContain('unread-price');
  });

  it('passes over a struck list price, in any order of columns', async () => {
    const catalog = await readBody(
      inception,
      'docs',
      table(
        '| **Mercury 2.5** | ~~\\$0.08~~ \\$0.04 | - | ~~\\$0.30~~ \\$0.15 | `v1/chat/completions` | FIM: 32K<br />Chat: 128K |',
      ),
    );
    expect(modelOf(catalog, 'mercury-2.5')).toMatchObject({
      limit: { context: 128_000 },
      cost: { input: 0.00004, cacheRead: null, output: 0.00015 },
    });
    const swapped =
      '| Output Price (1M Tokens) | New | Model | Input Price (1M Tokens) |\n|---|---|---|---|\n| \\$2 | x | Mercury | \\$1 |';
    expect(modelOf(await readBody(inception, 'docs', swapped), 'mercury').cost).toMatchObject({
      input: 0.001,
      output: 0.002,
    });
  });

  it('tells the state by the heading of the table', async () => {
    const row = '| Mercury | \\$0.25 | - | \\$0.75 | `v1/chat/completions` | 128K |';
    const status = async (heading: string) =>
      (await readBody(inception, 'docs', table(row).replace('Production Models', heading))).items[0]?.status;
    expect(await status('Preview Models')).toBe('preview');
    expect(await status('Deprecated Models')).toBe('deprecated');
    expect(await status('Models')).toBeNull();
  });

  it('tells a price of another unit, in the cell or in the title of the column', async () => {
    const issues = async (text: string) => (await readBody(inception, 'docs', text)).items[0]?.pricing.issues;
    const body = table('| Mercury 9 | \\$0.25 / image | - | \\$0.75 | `v1/chat/completions` | 128K |');
    expect(await issues(body)).toMatchObject([{ code: 'unread-price', detail: 'input: $0.25 / image' }, {}]);
    expect(await issues(body.replaceAll('(1M Tokens)', '(per request)'))).toMatchObject([
      { code: 'unread-price', detail: 'input: $0.25 / image' },
      { code: 'unread-price', detail: 'output: $0.75 / request' },
      { code: 'name-only' },
    ]);
  });

  it.each([
    '<html></html>',
    '{}',
    '[]',
    '',
    '{"data":[]}',
    '{"error":{"message":"x"}}',
    '| Model | Price |\n|---|---|\n| A | $1 |',
  ])('fails on %j', async (body) => {
    for (const endpoint of ['api', 'docs'])
      await expect(readBody(inception, endpoint, body)).rejects.toMatchObject({ name: 'ShapeError' });
  });
});
