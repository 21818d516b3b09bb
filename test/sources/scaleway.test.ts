import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { scaleway } from '../../src/sources/scaleway.js';
import { modelOf, readBody, readRecorded, recordingsDir } from './harness.js';

const pricing = 'https://www.scaleway.com/en/pricing/model-as-a-service/';
const rates = 'https://www.ecb.europa.eu/stats/eurofxref/eurofxref-daily.xml';
const ecb = (rate: string) =>
  `<Cube time='2026-08-31'><Cube currency='USD' rate='${rate}'/><Cube currency='JPY' rate='170'/></Cube>`;
const recorded = readFileSync(join(recordingsDir, 'scaleway/response.html'), 'utf8');

const table = (caption: string, ...rows: string[][]) =>
  `<table><caption class="sr-only">${caption}</caption><thead><tr><th>Name</th><th>Tasks</th><th>Input tokens</th><th>Output tokens</th><th></th></tr></thead><tbody>${rows
    .map((cells) => `<tr>${cells.map((cell) => `<td colSpan="1">${cell}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;
const row = async (input: string, output: string, rate = '1.5') =>
  (
    await readBody(scaleway, 'pricing', {
      [pricing]: table('Generative API', ['m', 'Chat', input, output, '']),
      [rates]: ecb(rate),
    })
  ).items[0]!;

describe('scaleway', () => {
  it('reads every recorded row and never takes euro for dollars', async () => {
    const catalog = await readRecorded(scaleway, 'pricing');
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([15, 15, 0]);
    for (const model of catalog.items)
      expect(model).toMatchObject({
        cost: { input: null, output: null },
        pricing: { status: 'unknown', issues: [{ code: 'no-list-price' }] },
      });
    expect(modelOf(catalog, 'glm-5.2').pricing.issues[0]?.detail).toBe(
      'in euro: €1.80 /million tokens in, €5.50 /million tokens out: no rate of the dollar at hand',
    );
    expect(modelOf(catalog, 'whisper-large-v3').pricing.issues[0]?.detail).toContain(
      '€0.003 /Audio minute in, Free out',
    );
  });

  it('converts with the rate of the day', async () => {
    const catalog = await readBody(scaleway, 'pricing', { [pricing]: recorded, [rates]: ecb('1.25') });
    // EUR 1.80 x 1.25 = USD 2.25 per 1M; 5.50 -> 6.875; 0.08 -> 0.1
    expect(modelOf(catalog, 'glm-5.2').cost).toMatchObject({ input: 0.00225, output: 0.006875, cacheRead: null });
    expect(modelOf(catalog, 'deepseek-v4-flash-0731').cost).toMatchObject({
      input: 0.0005,
      cacheRead: 0.0001,
      output: 0.001,
    });
    // its output is free: it has none
    expect(modelOf(catalog, 'qwen3-embedding-8b').cost).toMatchObject({ input: 0.000125, output: null });
  });

  it('has no token price for audio minutes', async () => {
    const catalog = await readBody(scaleway, 'pricing', { [pricing]: recorded, [rates]: ecb('1.2') });
    expect(modelOf(catalog, 'whisper-large-v3')).toMatchObject({
      mode: 'transcription',
      modalities: { input: ['audio'], output: ['text'] },
      cost: { input: null, output: 0, perSecond: 0.00006 },
    });
  });

  it('reads tasks as modes and modalities', async () => {
    const catalog = await readRecorded(scaleway, 'pricing');
    expect(modelOf(catalog, 'pixtral-12b-2409')).toMatchObject({
      mode: 'chat',
      modalities: { input: ['text', 'image'] },
    });
    expect(modelOf(catalog, 'bge-multilingual-gemma2')).toMatchObject({
      mode: 'embedding',
      modalities: { output: [] },
    });
    expect(modelOf(catalog, 'llama-3.3-70b-instruct').modalities).toEqual({ input: ['text'], output: ['text'] });
  });

  it('prefers the id in the link to the shown name, wherever the columns stand', async () => {
    const body = `<h2>Generative API</h2><table><tr><th>Output tokens</th><th>Notes</th><th>Name</th><th>Input tokens</th></tr>
      <tr><td>€2.00 /million tokens</td><td><a href="/play?x=1&amp;modelName=org%2Fexact-id">Try</a></td><td>Shown</td><td>€1.00 /million tokens</td></tr></table>`;
    const catalog = await readBody(scaleway, 'pricing', { [pricing]: body, [rates]: ecb('1.5') });
    expect(modelOf(catalog, 'org/exact-id').cost).toMatchObject({ input: 0.0015, output: 0.003 });
  });

  it('keeps out what is not understood: other units, other separators, an absurd rate', async () => {
    expect((await row('€1 /million tokens<br/>€0.2 /million cached tokens', '-')).cost).toMatchObject({
      input: 0.0015,
      cacheRead: 0.0003,
    });
    expect((await row('€0.50 /image', '-')).cost).toMatchObject({ input: null, perImage: 0.75 });
    expect((await row('€0.50 /GPU hour', '-')).pricing).toMatchObject({
      status: 'unknown',
      issues: [{ code: 'unread-price', detail: '€0.50 /GPU hour' }],
    });
    expect((await row('€0,90 /million tokens', '€1,000.00 /million tokens', '0.75')).cost).toMatchObject({
      input: null,
      output: 0.75,
    });
    expect((await row('€1 /million tokens', 'Free', '17')).cost).toMatchObject({ input: null, output: null });
  });

  it('is free only where both sides say so', async () => {
    expect((await row('Free', 'Free')).pricing.status).toBe('free');
    expect((await row('-', 'Free')).pricing.status).toBe('unknown');
  });

  it('converts the figures of the catalog too, or leaves them out', async () => {
    const recordedCatalog = await readRecorded(scaleway, 'catalog');
    expect(modelOf(recordedCatalog, 'glm-5.2')).toMatchObject({
      cost: { input: null, output: null },
      pricing: { status: 'unknown', issues: [{ code: 'no-list-price' }] },
    });
    expect(recordedCatalog.items.filter(({ cost }) => cost.input !== null)).toEqual([]);
    const models = { a: { id: 'a', cost: { input: 1.8, output: 5.5 } } };
    const catalog = await readBody(scaleway, 'catalog', {
      'https://models.dev/api.json': JSON.stringify({ scaleway: { models } }),
      [rates]: ecb('1.25'),
    });
    expect(modelOf(catalog, 'a').cost).toMatchObject({ input: 0.00225, output: 0.006875 });
  });

  it('names the rate that does not come, or is absurd, as a fault', async () => {
    const page = { [pricing]: table('Generative API', ['m', 'Chat', '€1 /million tokens', 'Free', '']) };
    for (const [bodies, kind] of [
      [page, 'http'],
      [{ ...page, [rates]: ecb('17') }, 'shape'],
    ] as const)
      expect(await readBody(scaleway, 'pricing', bodies)).toMatchObject({
        items: [{ id: 'm', cost: { input: null } }],
        faults: [{ endpoint: 'pricing', request: 'rate', kind }],
      });
  });

  it('reads the keyed list', async () => {
    const catalog = await readBody(
      scaleway,
      'api',
      '{"object":"list","data":[{"id":"glm-5.2","created":1751328000,"owned_by":"zai"}]}',
    );
    expect(modelOf(catalog, 'glm-5.2')).toMatchObject({ ownedBy: 'zai', releaseDate: null });
  });

  it.each(['<html><body>Not found</body></html>', '', '{}', table('GPU Instances', ['L4', 'x', '€1', '€2', ''])])(
    'fails on a page without the table: %j',
    (body) => expect(readBody(scaleway, 'pricing', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
