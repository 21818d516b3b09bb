import { describe, expect, it } from 'vitest';
import { zai } from '../../src/sources/zai.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const pricing = 'https://docs.z.ai/guides/overview/pricing.md';
const header = '| Model | Input | Cached Input | Cached Input Storage | Output |';
const table = (heading: string, title: string, ...rows: string[]) =>
  [`### ${heading}`, '', title, title.replaceAll(/[^|]+/g, ' --- '), ...rows].join('\n');
const docs = (...body: string[]) => readBody(zai, 'docs', { [pricing]: body.join('\n\n') });

describe('zai', () => {
  it.each([
    ['docs', 24],
    ['api', 8],
  ])('reads every recorded row of %s', async (endpoint, rows) => {
    const catalog = await readRecorded(zai, endpoint);
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([rows, rows, 0]);
  });

  it('converts prices, free ones included', async () => {
    const catalog = await readRecorded(zai, 'docs');
    expect(modelOf(catalog, 'glm-5.1')).toMatchObject({
      name: 'GLM-5.1',
      cost: { input: 0.0014, output: 0.0044, cacheRead: 0.00026 },
      modalities: { input: ['text'] },
      capabilities: { reasoning: true, toolCall: true, attachment: false },
    });
    expect(modelOf(catalog, 'glm-4.5-air').cost).toMatchObject({ input: 0.0002, output: 0.0011, cacheRead: 0.00003 });
    expect(modelOf(catalog, 'glm-4-32b-0414-128k')).toMatchObject({
      cost: { input: 0.0001, cacheRead: null },
      capabilities: { reasoning: null },
    });
    expect(modelOf(catalog, 'glm-ocr')).toMatchObject({ mode: 'ocr', cost: { input: 0.00003, cacheRead: null } });
    expect(modelOf(catalog, 'glm-4.6v-flash')).toMatchObject({
      cost: { input: 0, output: 0 },
      pricing: { status: 'free' },
      capabilities: { attachment: true },
    });
  });

  it('reads a model of two tables once, and columns by name', async () => {
    const catalog = await docs(
      table(
        'Latest Models',
        '| Output | Model | Cached Input Storage | Input | Cached Input |',
        '| ~~\\$5~~ \\$4.4 | GLM-9 | Limited-time Free | \\$1.4 | \\\\ |',
        '| Free | [GLM-9-Flash](/x) | - | Limited-time Free | - |',
      ),
      table('Text Models', header, '| GLM-9 | \\$9 | \\$9 | \\$9 | \\$9 |'),
    );
    expect(catalog.items).toMatchObject([
      { id: 'glm-9', cost: { input: 0.0014, output: 0.0044, cacheRead: null }, modalities: { input: ['text'] } },
      {
        id: 'glm-9-flash',
        pricing: { status: 'free', issues: [] },
        modalities: { input: [] },
        capabilities: { attachment: null },
      },
    ]);
  });

  it('says where two tables contradict each other', async () => {
    const latest = table(
      'Latest Models',
      header,
      '| GLM-9 | \\$1.4 | - | - | \\$4 |',
      '| GLM-8 | \\$1 | - | - | \\$2 |',
    );
    const text = table(
      'Text Models',
      header,
      '| GLM-9 | \\$9 | - | - | \\$4 |',
      '| GLM-8 | \\$1.0 | \\\\ | - | \\$2 |',
    );
    const { items: models } = await docs(latest, text);
    expect(models.map(({ id, cost, pricing }) => [id, cost.input, pricing.issues.map(({ code }) => code)])).toEqual([
      ['glm-9', 0.0014, ['contradicting-prices']],
      ['glm-8', 0.001, []],
    ]);
  });

  it('reads what is paid by image and by video, and says what it can not read', async () => {
    const catalog = await readRecorded(zai, 'docs');
    expect(modelOf(catalog, 'glm-image')).toMatchObject({ mode: 'image', cost: { input: null, perImage: 0.015 } });
    expect(modelOf(catalog, 'cogview-4').cost.perImage).toBe(0.01);
    expect(modelOf(catalog, 'cogvideox-3')).toMatchObject({ mode: 'video', cost: { perRequest: 0.2 } });
    expect(modelOf(catalog, 'glm-asr-2512').pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'unread-price' }],
    });
  });

  it('opens a tier of its own for a table that it does not know', async () => {
    const { items } = await docs(
      table('Off-Peak Discounts', header, '| GLM-9 | \\$0.7 | - | \\$1 | \\$2.2 |'),
      table('Batch API', header, '| GLM-9 | \\$0.5 | - | - | \\$2 |'),
      table('Text Models', header, '| GLM-9 | \\$1.4 | - | \\$1 | \\$4.4 |'),
    );
    expect(items).toMatchObject([
      {
        cost: { input: 0.0014, output: 0.0044 },
        tiers: [
          { when: { serviceTier: 'off peak discounts' }, cost: { input: 0.0007, output: 0.0022 } },
          { when: { serviceTier: 'batch' }, cost: { input: 0.0005, output: 0.002 } },
        ],
        pricing: { issues: [{ code: 'unread-price', detail: 'cached input storage: $1' }] },
      },
    ]);
  });

  it('takes no other table as one of tokens, no other currency, and a free input alone as no free model', async () => {
    const catalog = await docs(
      table('Text Models', header, '| GLM-1 | ¥4 | - | - | ¥16 |', '| GLM-2 | Free | - | - | \\$1 |'),
      table('Image Generation Models', '| Model | Price |', '| GLM-Image | \\$0.015 |'),
      table('Audio Models', '| Model | Price |', '| GLM-ASR-2512 | \\$0.03 / MTok (about \\$0.0024/minute) |'),
      table('Agents', '| Model | Input | Output |', '| GLM-Slide | \\$0.7 | \\$0.7 |'),
      table('Built-in Tools', '| Tool | Cost |', '| Web Search | \\$0.01 / use |'),
    );
    expect(catalog.items.map(({ id, pricing: { status } }) => [id, status])).toEqual([
      ['glm-1', 'unknown'],
      ['glm-2', 'priced'],
      ['glm-image', 'unknown'],
      ['glm-asr-2512', 'unknown'],
    ]);
  });

  it('takes the longest answer from the page of parameters, where it comes', async () => {
    const catalog = await readBody(zai, 'docs', {
      [pricing]: table('Text Models', header, '| GLM-5.1 | \\$1 | - | - | \\$2 |', '| GLM-5 | \\$1 | - | - | \\$2 |'),
      'https://docs.z.ai/guides/overview/concept-param.md':
        '| Model Code | Default max\\_tokens | Maximum max\\_tokens |\n|---|---|---|\n| glm-5.1 | 65536 | 131072 |',
    });
    expect(catalog.items.map(({ limit }) => limit.output)).toEqual([131_072, null]);
  });

  it('names the page of parameters that does not come, or without its table, as a fault', async () => {
    const page = table('Text Models', header, '| GLM-5.1 | \\$1 | - | - | \\$2 |');
    const fault = { endpoint: 'docs', request: 'parameters' };
    expect(await docs(page)).toMatchObject({ items: [{ id: 'glm-5.1' }], faults: [{ ...fault, kind: 'http' }] });
    expect(await readBody(zai, 'docs', page)).toMatchObject({
      items: [{ id: 'glm-5.1' }],
      faults: [{ ...fault, kind: 'shape' }],
    });
  });

  it('reads the list', async () => {
    const data = [{ id: 'glm-4.6', created: 1759190400, owned_by: 'z-ai' }, { id: 4 }];
    expect(await readBody(zai, 'api', JSON.stringify({ object: 'list', data }))).toMatchObject({
      items: [{ id: 'glm-4.6', ownedBy: 'zai', releaseDate: null }],
      letters: [{ path: 'id' }],
    });
  });

  it('says that prices are in yuan, and tells those of another unit', async () => {
    const { items } = await docs(
      table('Text Models', header, '| GLM-1 | ¥4 | - | - | ¥16 |', '| GLM-2 | \\$3 / image | - | - | \\$4 |'),
    );
    expect(items.map(({ cost, pricing }) => [cost.output, pricing.issues])).toEqual([
      [null, [{ code: 'no-list-price', detail: 'the page shows its prices in yuan' }]],
      [0.004, [{ code: 'unread-price', detail: 'input: $3 / image' }]],
    ]);
  });

  it.each(['<html><body>Not found</body></html>', '', table('Image', '| Model | Price |', '| GLM-Image | $1 |')])(
    'fails on a page without the table: %j',
    (body) => expect(docs(body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
