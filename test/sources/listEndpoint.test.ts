import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineSource, type Endpoint } from '../../src/sources/define.js';
import { listEndpoint } from '../../src/sources/listEndpoint.js';
import { id } from '../../src/sources/parse/fields.js';
import { readBody } from './harness.js';

const list = { url: 'https://a.example/models', key: { env: ['A_KEY'] } };
const row = z.looseObject({ id });
const normalize = (model: z.infer<typeof row>) => ({ id: model.id });
const source = (endpoint: Endpoint) =>
  defineSource({
    id: 'a',
    name: 'A',
    providerKind: null,
    docs: '',
    env: [],
    unit: '',
    evidence: 'schema',
    endpoints: [endpoint],
  });
const idsIn = async (endpoint: Endpoint, body: string) =>
  (await readBody(source(endpoint), endpoint.name, body)).items.map((model) => model.id);

describe('listEndpoint', () => {
  it('asks for the list and reads the rows under `data`', async () => {
    const endpoint = listEndpoint('api', { list, row, normalize });
    expect(endpoint).toMatchObject({ name: 'api', requests: { list: { requests: [list] } } });
    expect(await idsIn(endpoint, '{"data":[{"id":"a"},{"id":"b"}]}')).toEqual(['a', 'b']);
  });

  it('fails without such rows', async () => {
    const endpoint = listEndpoint('api', { list, row, normalize });
    await expect(idsIn(endpoint, '{"models":[{"id":"a"}]}')).rejects.toMatchObject({ name: 'ShapeError' });
  });

  it('reads any other page as it is told', async () => {
    const rows = ({ body }: { body: string }) => body.split(' ').map((word) => ({ id: word }));
    expect(await idsIn(listEndpoint('docs', { list, rows, row, normalize }), 'a b')).toEqual(['a', 'b']);
  });

  it('keeps what else is said of an endpoint', () => {
    const ignores = { '*.tao': 'another currency' };
    expect(listEndpoint('api', { list, fills: false, ignores, row, normalize })).toMatchObject({
      fills: false,
      ignores,
    });
  });
});
