import { describe, expect, it } from 'vitest';
import { openaiList } from '../../../src/sources/parse/openaiList.js';
import { defineSource } from '../../../src/sources/source.js';
import { readBody } from '../harness.js';

const key = { env: ['A_KEY'] };
const source = (link = openaiList('https://a.example/v1/models', key)) =>
  defineSource({ id: 'a', name: 'A', docs: '', env: ['A_KEY'], unit: '', evidence: 'schema', links: [link] });
const read = (data: unknown[], link?: ReturnType<typeof openaiList>) =>
  readBody(source(link), 'api', JSON.stringify({ object: 'list', data }));

describe('openaiList', () => {
  it('reads ids, owners and dates; a bad row is rejected alone', async () => {
    const catalog = await read([
      { id: 'a', created: 1749427200, owned_by: 'lab' },
      { id: 7 },
      null,
      { id: 'b', created: 0 },
    ]);
    expect(catalog.models).toMatchObject([
      { id: 'a', ownedBy: 'lab', releaseDate: '2025-06-09', pricing: { status: 'unknown' } },
      { id: 'b', ownedBy: null, releaseDate: null },
    ]);
    expect(catalog.rejected).toHaveLength(2);
  });

  it('asks with the key and lets the caller tell the lab', async () => {
    const link = openaiList('https://a.example/v1/models', key, ({ id }) => id.split('/')[0] ?? null);
    expect(link.requests).toEqual([{ url: 'https://a.example/v1/models', key }]);
    expect((await read([{ id: 'x/y', owned_by: 'host' }], link)).models[0]?.ownedBy).toBe('x');
  });

  it.each(['{"object":"list","data":[]}', '{}', '[]', '', '<html></html>', '{"error":{"message":"no key"}}'])(
    'fails on %j',
    (body) => expect(readBody(source(), 'api', body)).rejects.toMatchObject({ kind: 'shape' }),
  );
});
