import { describe, expect, it } from 'vitest';
import { modelscope as source } from '../../src/sources/modelscope.js';
import { endpointOf, modelOf, readBody, readRecorded } from './harness.js';

const hub = 'https://modelscope.cn/api/v1/dolphin/models';
const asking = (page: number) =>
  `{"Criterion":[],"PageNumber":${page},"PageSize":100,"SingleCriterion":[],"SortBy":"Default","Target":""}`;
const answer = (models: unknown, TotalCount: unknown = 1) =>
  JSON.stringify({ Code: 200, Data: { Model: { Models: models, TotalCount } }, Success: true });
const one = async (row: object) =>
  (await readBody(source, 'hub', answer([{ Name: 'GLM-4.6', Path: 'ZhipuAI', SupportInference: 'txt2txt', ...row }])))
    .items[0]!;

describe('modelscope', () => {
  it.each(['api', 'api-anonymous'])('reads every recorded row of the inference list: %s', async (endpoint) => {
    const catalog = await readRecorded(source, endpoint);
    expect([catalog.rows, catalog.items.length, catalog.letters.length]).toEqual([7, 7, 0]);
    expect(modelOf(catalog, 'ZhipuAI/GLM-4.6')).toMatchObject({ ownedBy: 'ZhipuAI', releaseDate: null });
    expect(modelOf(catalog, 'Qwen/Qwen3-235B-A22B-Thinking-2507')).toMatchObject({
      ownedBy: 'Qwen',
      // `created` is the day of the listing
      releaseDate: null,
      cost: { input: null },
      pricing: { status: 'unknown', issues: [{ code: 'no-list-price' }] },
    });
  });

  it('reads all recorded pages of the hub and leaves out what is not served', async () => {
    const catalog = await readRecorded(source, 'hub');
    expect([catalog.rows, catalog.items.length, catalog.skipped, catalog.letters.length]).toEqual([330, 300, 30, 0]);
    expect(modelOf(catalog, 'GLM-5')).toMatchObject({
      modalities: { input: ['text'], output: ['text'] },
      openWeights: true,
      releaseDate: null,
      lastUpdated: '2026-02-14',
    });
    expect(modelOf(catalog, 'FLUX.2-klein-9B-GGUF')).toMatchObject({ mode: 'image', openWeights: null });
  });

  it('asks with PUT, page by page, until all are there', async () => {
    const { list } = endpointOf(source, 'hub').requests;
    expect(list?.requests).toMatchObject([{ method: 'PUT', url: hub, body: asking(1) }]);
    const model = (Name: string) => ({ Name, Path: 'a', SupportInference: 'txt2txt' });
    const whole = await readBody(source, 'hub', {
      [hub + asking(1)]: answer([model('x')], 201),
      [hub + asking(2)]: answer([model('y')], 201),
      [hub + asking(3)]: answer([model('z')], '201'),
    });
    expect(whole.items.map(({ id }) => id)).toEqual(['a/x', 'a/y', 'a/z']);
    expect(whole.faults).toMatchObject([{ endpoint: 'hub', request: 'extra', kind: 'http' }]);
    const short = { [hub + asking(1)]: answer([model('x')], 2), [hub + asking(2)]: answer([model('y')], 2) };
    expect((await readBody(source, 'hub', short)).items.map(({ id }) => id)).toEqual(['a/x', 'a/y']);
    const empty = { [hub + asking(1)]: answer([model('x')], 999), [hub + asking(2)]: answer([], 999) };
    expect((await readBody(source, 'hub', empty)).items).toHaveLength(1);
  });

  it('does without a page in another form beyond the number of full ones, and without none before', async () => {
    const first = { Name: 'x', Path: 'a', SupportInference: 'txt2txt' };
    const pages = (total: number) => ({
      [hub + asking(1)]: answer([first], total),
      [hub + asking(2)]: answer(null, total),
    });
    const catalog = await readBody(source, 'hub', pages(100));
    expect(catalog.items.map(({ id }) => id)).toEqual(['a/x']);
    expect(catalog.faults).toMatchObject([{ endpoint: 'hub', request: 'extra', kind: 'shape' }]);
    await expect(readBody(source, 'hub', pages(101))).rejects.toMatchObject({ name: 'ShapeError' });
  });

  it('repeats what the hub says of a fault', async () => {
    const refused = '{"Code":10010,"Data":{"Model":{"Models":null}},"Message":"busy","Success":false}';
    await expect(readBody(source, 'hub', refused)).rejects.toThrow('the hub answered an error: busy');
  });

  it('joins owner and name, case kept, and does without the owner', async () => {
    expect(await one({})).toMatchObject({ id: 'ZhipuAI/GLM-4.6', ownedBy: 'ZhipuAI', name: 'GLM-4.6' });
    expect(await one({ Path: '', Name: '智谱' })).toMatchObject({
      id: '智谱',
      ownedBy: null,
      pricing: { issues: [{ code: 'no-list-price' }, { code: 'name-only' }] },
    });
  });

  it('reads modalities, dates and licences as far as they are there', async () => {
    expect(
      await one({ SupportInference: 'img2txt', License: '', CreatedTime: 0, LastUpdatedTime: null, Tags: null }),
    ).toMatchObject({
      modalities: { input: ['image'], output: ['text'] },
      openWeights: null,
      releaseDate: null,
      lastUpdated: null,
    });
    expect((await one({ SupportInference: 'new' })).modalities).toEqual({ input: [], output: [] });
    // The day that the weights were stored here
    expect(await one({ CreatedTime: '1759190400', License: 'mit' })).toMatchObject({
      releaseDate: null,
      openWeights: true,
    });
  });

  it('rejects a row without a name alone', async () => {
    const body = answer([{ Name: null }, 'x', { Name: 'a', SupportInference: 'txt2txt' }]);
    const catalog = await readBody(source, 'hub', body);
    expect([catalog.items.length, catalog.letters.length]).toEqual([1, 2]);
  });

  it.each([
    '<html></html>',
    '{}',
    '[]',
    '',
    '{"error":"x"}',
    '{"Code":10010,"Data":null,"Success":false}',
    answer([]),
    answer(null),
  ])('fails on %j', async (body) => {
    for (const endpoint of ['api', 'hub'])
      await expect(readBody(source, endpoint, body)).rejects.toMatchObject({ name: 'ShapeError' });
  });
});
