import { describe, expect, it } from 'vitest';
import { googleVertex } from '../../src/sources/google-vertex.js';
import { modelOf, pricesOf, readBody, readRecorded } from './harness.js';

const models = 'https://docs.cloud.google.com/gemini-enterprise-agent-platform/models';
const index = `${models}/google-models`;
const list = 'https://aiplatform.googleapis.com/v1beta1/publishers/google/models?pageSize=100';

describe('google-vertex', () => {
  it('reads the recorded documents and lists what only the catalog has', async () => {
    const catalog = await readRecorded(googleVertex, 'docs');
    expect([catalog.rows, catalog.items.length, catalog.skipped, catalog.letters.length]).toEqual([46, 33, 13, 0]);
    expect(modelOf(catalog, 'gemini-3.5-flash')).toMatchObject({
      name: 'Gemini 3.5 Flash',
      ownedBy: 'google',
      limit: { context: 1_048_576, output: 65_536 },
      modalities: { input: ['text', 'image', 'audio', 'video'], output: ['text'] },
      capabilities: { toolCall: true, reasoning: true, structuredOutput: true },
      status: 'active',
      releaseDate: '2026-05-19',
      retiresAt: '2027-05-19',
      pricing: { status: 'unknown' },
    });
    expect(modelOf(catalog, 'gemini-2.5-flash-image')).toMatchObject({
      capabilities: { toolCall: false, reasoning: false, structuredOutput: false },
      modalities: { output: ['text', 'image'] },
    });
    expect(modelOf(catalog, 'gemini-live-2.5-flash-native-audio').limit).toEqual({
      context: 128_000,
      input: null,
      output: 64_000,
    });
    expect(modelOf(catalog, 'gemini-omni-flash-preview')).toMatchObject({
      limit: { context: 131_072 },
      status: 'preview',
    });
    expect(modelOf(catalog, 'gemini-flash-latest').name).toBe('Gemini Flash Latest');
  });

  it('takes ids from anchors and cards, and no weights, link texts and icons for models', async () => {
    const catalog = await readRecorded(googleVertex, 'docs');
    expect(modelOf(catalog, 'veo-3.0-fast-generate-001')).toMatchObject({ name: 'Veo 3 Fast', mode: 'video' });
    expect(modelOf(catalog, 'lyria-3-pro-preview').name).toBe('Lyria 3 Pro');
    expect(modelOf(catalog, 'gemini-embedding-001').mode).toBe('embedding');
    expect(catalog.items.filter(({ id }) => /gemma|335|claude|spark|\s/i.test(id))).toEqual([]);
  });

  it('converts the prices of its part of the catalog', async () => {
    const catalog = await readRecorded(googleVertex, 'catalog');
    expect([catalog.items.length, catalog.letters.length]).toEqual([19, 0]);
    expect(modelOf(catalog, 'gemini-2.5-pro')).toMatchObject({
      cost: { input: 0.00125, output: 0.01, cacheRead: 0.000125 },
      tiers: [{ when: { contextAbove: 200_000 }, cost: { input: 0.0025, output: 0.015, cacheRead: 0.00025 } }],
    });
    // USD per 1M: 0.1, 0.4, 0.01 and 0.3 for sound
    expect(pricesOf(catalog, 'gemini-2.5-flash-lite')).toEqual({
      input: 0.0001,
      output: 0.0004,
      cacheRead: 0.00001,
      inputAudio: 0.0003,
    });
    expect(pricesOf(catalog, 'gemini-3.5-flash')).toEqual({
      input: 0.0015,
      output: 0.009,
      cacheRead: 0.00015,
      inputAudio: 0.0015,
    });
    expect(catalog.items.some(({ id }) => id.includes('/') || id.startsWith('claude'))).toBe(false);
  });

  it('reads markdown and HTML pages, a page with several ids and one about something else', async () => {
    const catalog = await readBody(googleVertex, 'docs', {
      [index]: [
        '<h2>Preview Gemini models</h2><ul>',
        ...['a', 'b', 'c', 'd'].map(
          (slug) => `<li><a href="/gemini-enterprise-agent-platform/models/gemini/${slug}">${slug}</a></li>`,
        ),
        '</ul><a href="/other">Pricing</a>',
      ].join(''),
      [`${models}/gemini/a`]:
        '<h1>A</h1><table><tr><td>Model ID</td><td><code>gemini-a</code></td></tr><tr><td>Context window</td><td>1,000</td></tr></table><p>Versions</p><ul><li><code>gemini-a</code></li><li>Launch stage: GA</li><li>Release date: Nov 3, 2025</li></ul>',
      [`${models}/gemini/b`]:
        '# B\n\nModel ID\n\n`gemini-b`\n\nToken limits\n\nMaximum output tokens\n\nN/A\n\nCapabilities\n\n- [Thinking](x)\n  Not supported\n\nVersions\n\n`gemini-b`\n\n- Launch stage: GA\n- Retirement date: May 19, 2027 or later\n\n`gemini-b-custom*`\n\n- Launch stage: Public preview\n- Release date: May 1, 2026\n',
      [`${models}/gemini/c`]: '# Safety\n\nNothing to see.',
    });
    expect(catalog.items).toMatchObject([
      { id: 'gemini-a', name: 'A', limit: { context: 1000 }, releaseDate: '2025-11-03', status: 'active' },
      {
        id: 'gemini-b',
        limit: { output: null },
        capabilities: { reasoning: false },
        status: 'active',
        retiresAt: '2027-05-19',
      },
      { id: 'gemini-b-custom', releaseDate: '2026-05-01', status: 'preview', retiresAt: null },
    ]);
    expect(catalog.skipped).toBe(2);
  });

  it('does without the catalog and the page of a model, with a fault each', async () => {
    const catalog = await readBody(googleVertex, 'docs', {
      [index]: `## Preview\n\n[A](${models}/gemini/a#gemini-a)`,
      'https://models.dev/api.json': '<html>',
    });
    expect(catalog.items).toMatchObject([{ id: 'gemini-a', name: 'A', status: 'preview' }]);
    expect(catalog.faults).toMatchObject([
      { endpoint: 'docs', request: 'names', kind: 'shape' },
      { endpoint: 'docs', request: 'details', kind: 'http' },
    ]);
  });

  it('reads the list page by page', async () => {
    const recorded = await readRecorded(googleVertex, 'api');
    expect([recorded.items.length, recorded.rejected]).toEqual([17, 0]);
    expect(modelOf(recorded, 'gemini-3-flash-preview').status).toBe('preview');
    const catalog = await readBody(googleVertex, 'api', {
      [list]: JSON.stringify({
        publisherModels: [
          { name: 'publishers/google/models/gemini-x', launchStage: 'EXPERIMENTAL' },
          { name: 'publishers/google/models/gemma', supportedActions: { deploy: {} } },
          { name: 'nonsense' },
          {},
        ],
        nextPageToken: 'a/b',
      }),
      [`${list}&pageToken=a%2Fb`]: JSON.stringify({ publisherModels: [{ name: 'publishers/google/models/y' }] }),
    });
    expect(catalog.items).toMatchObject([
      { id: 'gemini-x', status: 'preview' },
      { id: 'y', status: null },
    ]);
    expect([catalog.skipped, catalog.letters.length]).toEqual([1, 2]);
  });

  it.each(['<html></html>', '', '{}', '[]', '{"error":{"code":401}}', '# Google models\n\nsoon'])(
    'fails every endpoint on %j',
    async (body) => {
      for (const endpoint of ['docs', 'api', 'catalog'])
        await expect(readBody(googleVertex, endpoint, body)).rejects.toMatchObject({ name: 'ShapeError' });
    },
  );
});
