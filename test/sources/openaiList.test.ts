import { describe, expect, it } from 'vitest';
import { defineSource, type Endpoint } from '../../src/sources/define.js';
import { openaiList } from '../../src/sources/openaiList.js';
import { readBody } from './harness.js';

const key = { env: ['A_KEY'] };
const source = (endpoint = openaiList('https://a.example/v1/models', key)) =>
  defineSource({
    id: 'a',
    name: 'A',
    providerKind: null,
    docs: '',
    env: ['A_KEY'],
    unit: '',
    evidence: 'schema',
    endpoints: [endpoint],
  });
const read = (data: unknown[], endpoint?: Endpoint) =>
  readBody(source(endpoint), 'api', JSON.stringify({ object: 'list', data }));

describe('openaiList', () => {
  it('reads ids and owners, no dates: `created` is no release; a bad row is rejected alone', async () => {
    const catalog = await read([
      { id: 'a', created: 1749427200, owned_by: 'lab' },
      { id: 7 },
      null,
      { id: 'b', created: 0 },
    ]);
    expect(catalog.items).toMatchObject([
      { id: 'a', ownedBy: 'lab', releaseDate: null, pricing: { status: 'unknown' } },
      { id: 'b', ownedBy: null, releaseDate: null },
    ]);
    expect(catalog.letters).toHaveLength(2);
  });

  it('asks with the key and lets the caller tell the lab', async () => {
    const endpoint = openaiList('https://a.example/v1/models', key, ({ id }) => id.split('/')[0] ?? null);
    expect(endpoint.requests).toMatchObject({ list: { requests: [{ url: 'https://a.example/v1/models', key }] } });
    expect((await read([{ id: 'x/y', owned_by: 'host' }], endpoint)).items[0]?.ownedBy).toBe('x');
  });

  it.each(['{"object":"list","data":[]}', '{}', '[]', '', '<html></html>', '{"error":{"message":"no key"}}'])(
    'fails on %j',
    (body) => expect(readBody(source(), 'api', body)).rejects.toMatchObject({ name: 'ShapeError' }),
  );
});
