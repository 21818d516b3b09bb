import { describe, expect, it } from 'vitest';
import { googleVertexPartner } from '../../src/sources/google-vertex-partner.js';
import { modelOf, readBody, readRecorded } from './harness.js';

const models = 'https://docs.cloud.google.com/gemini-enterprise-agent-platform/models';
const index = `${models}/partner-models/use-partner-models`;
const garden = 'https://console.cloud.google.com/agent-platform/publishers';
const publishers = 'https://aiplatform.googleapis.com/v1beta1/publishers';

const table = (...rows: [name: string, modality: string, card: string][]) =>
  [
    '| Quickstart | Modality | Model name |',
    '| --- | --- | --- |',
    ...rows.map(([name, modality, card]) => `| [Model card](${garden}/${card}) | ${modality} | ${name} |`),
  ].join('\n');
const pageOf = (...lines: string[]) => lines.join('\n\n');

describe('google-vertex-partner', () => {
  it('reads the recorded table and lists what only the catalog has', async () => {
    const catalog = await readRecorded(googleVertexPartner, 'docs');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([37, 37, 0]);
    expect(modelOf(catalog, 'grok-4.20-non-reasoning')).toMatchObject({
      name: 'Grok 4.20 (Non-reasoning)',
      ownedBy: 'xai',
      status: 'preview',
    });
    expect(modelOf(catalog, 'claude-opus-5@default')).toMatchObject({
      name: 'Claude Opus 5',
      modalities: { input: ['text', 'image', 'pdf'], output: ['text'] },
      limit: { context: 1_000_000, output: 128_000 },
      capabilities: { toolCall: true },
      status: 'active',
      releaseDate: '2026-07-24',
      retiresAt: '2027-01-24',
    });
    expect(modelOf(catalog, 'grok-4.20-reasoning')).toMatchObject({
      name: 'Grok 4.20 (Reasoning)',
      limit: { context: 2_000_000 },
    });
    expect(modelOf(catalog, 'mistral-small-2503').limit.context).toBe(128_000);
    expect(modelOf(catalog, 'deepseek-ai/deepseek-v3.2-maas').name).toBe('DeepSeek V3.2');
  });

  it('concludes no end from a day before which there is none', async () => {
    const catalog = await readRecorded(googleVertexPartner, 'docs');
    // "Retirement date not sooner than: August 5, 2026", read on 22 August; the launch stage is still GA.
    expect(modelOf(catalog, 'claude-opus-4-1@20250805')).toMatchObject({ status: 'active', retiresAt: null });
    expect(modelOf(catalog, 'claude-opus-4-5@20251101').retiresAt).toBe('2026-11-24');
  });

  it('tells two models apart whose links lead to one card', async () => {
    const catalog = await readRecorded(googleVertexPartner, 'docs');
    expect(modelOf(catalog, 'claude-opus-4@20250514').name).toBe('Claude Opus 4');
    expect(modelOf(catalog, 'claude-opus-4-1@20250805').name).toBe('Claude Opus 4.1');
  });

  it('converts the prices of its part of the catalog', async () => {
    const catalog = await readRecorded(googleVertexPartner, 'catalog');
    expect([catalog.items.length, catalog.letters.length]).toEqual([22, 0]);
    expect(modelOf(catalog, 'claude-opus-4-8@default')).toMatchObject({
      cost: { input: 0.005, output: 0.025, cacheRead: 0.0005, cacheWrite: 0.00625 },
      tiers: [
        {
          when: { contextAbove: 200_000 },
          cost: { input: 0.01, output: 0.0375, cacheRead: 0.001, cacheWrite: 0.0125 },
        },
      ],
    });
    expect(modelOf(catalog, 'zai-org/glm-5-maas').cost).toMatchObject({
      input: 0.001,
      output: 0.0032,
      cacheRead: 0.0001,
    });
    expect(modelOf(catalog, 'openai/gpt-oss-20b-maas').cost).toMatchObject({ input: 0.00007, output: 0.00025 });
    expect(catalog.items.some(({ id }) => id.startsWith('gemini'))).toBe(false);
  });

  it('follows links to the pages of models, of both layouts, and to none about something else', async () => {
    const links = [
      'partner-models/claude/opus-x',
      'partner-models/claude/quotas',
      'maas/seek/v9',
      'partner-models/grok/g',
    ]
      .map((path) => `[x](/gemini-enterprise-agent-platform/models/${path})`)
      .join(' ');
    const catalog = await readBody(googleVertexPartner, 'docs', {
      [index]: `${links}\n\n${table(['Claude Opus X on Google Cloud', 'Language', 'anthropic/model-garden/claude-opus-x'])}`,
      [`${models}/partner-models/claude/opus-x`]: pageOf(
        '# Claude Opus X on Google Cloud',
        '**Retirement Date:** Not sooner than January 24, 2027.',
        'Model ID\n\n`claude-opus-x`\n\nLaunch stage\n\nGA\n\nSupported inputs & outputs',
        '  - Inputs:\n    Text , Code , Images , PDF\n  - Outputs:\n    Text',
        'Token limits\n\n  - Maximum input tokens: 1M (Preview)  \n    200,000 (GA)\n  - Maximum output tokens: 128,000',
        'Capabilities\n\nSupported\n\n  - [Function calling](x)\n\nNot supported\n\n  - [Extended thinking](x)',
        'Usage types\n\nSupported\n\n  - [Fixed quota](x)',
        'Versions\n\n`claude-opus-x`\n\n  - **Launch stage:** Generally available\n  - **Release date:** July 24, 2026',
      ),
      [`${models}/partner-models/claude/quotas`]: '# Quotas\n\nContext length: 5',
      [`${models}/maas/seek/v9`]: pageOf(
        '# Seek 9',
        'Model ID\n\n`seek-v9-maas`\n\nModalities\n\nText  \nInput and output\n\nImage  \nNot supported',
        'Capabilities\n\n  - [Function calling](x)  \n    Supported\n  - [Thinking](x)  \n    Not supported',
        'Versions\n\n`Seek`\n\n  - Launch stage: Experimental',
        `See the [card](${garden}/seek-ai/model-garden/seek-v9).`,
        'Quota limits\n\nus-central1:\n\n  - Context length: 128,000 tokens\n  - Max output: 8,192',
      ),
      [`${models}/partner-models/grok/g`]: pageOf(
        '# G',
        'Model ID\n\n`g-reasoning`\n\n`g-non-reasoning`\n\nLaunch stage\n\nDeprecated',
        'Quota limits\n\n  - Context length: 30 pages',
      ),
    });
    expect(catalog.items.map(({ id }) => id)).toEqual([
      'claude-opus-x',
      'seek-ai/seek-v9-maas',
      'g-reasoning',
      'g-non-reasoning',
    ]);
    expect(catalog.items).toMatchObject([
      {
        name: 'Claude Opus X',
        ownedBy: 'anthropic',
        limit: { context: 200_000, output: 128_000 },
        modalities: { input: ['text', 'image', 'pdf'], output: ['text'] },
        capabilities: { toolCall: true, reasoning: false },
        status: 'active',
        releaseDate: '2026-07-24',
        retiresAt: '2027-01-24',
      },
      {
        limit: { context: 128_000, output: 8192 },
        capabilities: { toolCall: true, reasoning: false },
        status: 'preview',
      },
      { status: 'deprecated', limit: { context: null } },
      { status: 'deprecated' },
    ]);
  });

  it('asks for the page that a model of the table should have, without a link to it', async () => {
    const body = table(
      ['Claude Opus 4.1 on Google Cloud', 'Language', 'anthropic/model-garden/claude-opus-4'],
      ['Claude Opus 4 on Google Cloud', 'Language', 'anthropic/model-garden/claude-opus-4'],
      ['Grok 9.20 (Reasoning) ( [Preview](https://a/b) )', 'Language', 'xai/model-garden/grok-9.20-reasoning'],
    );
    const page = (...ids: string[]) =>
      `# Both\n\nModel ID\n\n${ids.map((id) => `\`${id}\``).join('\n\n')}\n\nLaunch stage\n\nGA\n`;
    const catalog = await readBody(googleVertexPartner, 'docs', {
      [index]: body,
      [`${models}/partner-models/claude/opus-4-1`]: page('claude-opus-4-1'),
      [`${models}/partner-models/grok/grok-9-20`]: page('grok-9.20-reasoning', 'grok-9.20-non-reasoning'),
    });
    expect(catalog.items.map(({ id, name, status }) => [id, name, status])).toEqual([
      ['claude-opus-4-1', 'Claude Opus 4.1', 'active'],
      ['grok-9.20-reasoning', 'Grok 9.20 (Reasoning)', 'active'],
      ['grok-9.20-non-reasoning', 'Both', 'active'],
      ['claude-opus-4', 'Claude Opus 4', null],
    ]);
  });

  it('does without the catalog and the page of a model, with a fault each', async () => {
    const catalog = await readBody(googleVertexPartner, 'docs', {
      [index]: table(['Grok X', 'Language', 'xai/model-garden/grok-x']),
      'https://models.dev/api.json': '{"openai":{"models":{}}}',
    });
    expect(catalog.items).toMatchObject([{ id: 'grok-x', name: 'Grok X', ownedBy: 'xai' }]);
    expect(catalog.faults).toMatchObject([
      { endpoint: 'docs', request: 'names', kind: 'shape' },
      { endpoint: 'docs', request: 'details', kind: 'http' },
    ]);
  });

  it('finds the columns by name and leaves rows without a card out', async () => {
    const body = table(
      ['Grok X ( [Preview](https://a/b) )', 'Language, Vision', 'xai/model-garden/grok-x'],
      ['Nothing', 'Language', 'nothing'],
    );
    expect((await readBody(googleVertexPartner, 'docs', { [index]: body })).items).toMatchObject([
      { id: 'grok-x', name: 'Grok X', status: 'preview', modalities: { input: ['text', 'image'] } },
    ]);
  });

  it('reads the lists of publishers, those that come', async () => {
    const recorded = await readRecorded(googleVertexPartner, 'api');
    expect([recorded.items.length, recorded.rejected]).toEqual([13, 0]);
    expect(modelOf(recorded, 'claude-opus-5')).toMatchObject({ ownedBy: 'anthropic', status: 'active' });
    const catalog = await readBody(googleVertexPartner, 'api', {
      [`${publishers}/anthropic/models?pageSize=100`]:
        '{"publisherModels":[{"name":"publishers/anthropic/models/c@1"}]}',
      [`${publishers}/qwen/models?pageSize=100`]: '{"publisherModels":[{"name":"publishers/qwen/models/q-maas"}]}',
    });
    expect(catalog.items.map(({ id }) => id)).toEqual(['c', 'qwen/q-maas']);
    expect(catalog.faults).toHaveLength(9);
    expect(catalog.faults[0]).toMatchObject({ endpoint: 'api', request: 'others', kind: 'http' });
  });

  it.each([
    '<html></html>',
    '',
    '{}',
    '[]',
    '{"error":{"code":401}}',
    '| Model name | Notes |\n| --- | --- |\n| a | b |',
  ])('fails every endpoint on %j', async (body) => {
    for (const endpoint of ['docs', 'api', 'catalog'])
      await expect(readBody(googleVertexPartner, endpoint, body)).rejects.toMatchObject({
        name: 'ShapeError',
      });
  });
});
