import { describe, expect, it } from 'vitest';
import { catalogSources, refusedSource } from '../../src/sources/catalogSources.js';
import type { Endpoint } from '../../src/sources/define.js';
import { offers } from '../../src/sources/offers.js';
import { aPage, aSource } from '../builders.js';
import { readBody } from './harness.js';

const models = { m: { id: 'm' } };
const page = aPage(
  JSON.stringify({
    zeta: { id: 'zeta', name: 'Zeta', doc: 'https://zeta.example', env: ['ZETA_KEY'], models },
    acme: { id: 'acme', name: 'Acme', models },
    beta: { id: 'beta', models: { b: { id: 'b' } } },
    empty: { id: 'empty', name: 'Empty', models: {} },
    '../evil': { id: '../evil', name: 'a path, no id', models },
    constructor: { id: 'constructor', models },
    [`long${'-er'.repeat(100)}`]: { models },
  }),
);

const anything = expect.anything() as Endpoint;

describe('catalogSources', () => {
  it('are the providers of the catalog without an adapter, sorted, none without models, and none whose id names no file', () => {
    const sources = catalogSources(page, [aSource({ id: 'acme' })]);
    expect(sources).toEqual([
      {
        kind: offers,
        ...{ id: 'beta', name: 'beta', providerKind: null, docs: '', env: [] },
        unit: 'USD per 1M tokens (models.dev)',
        evidence: 'catalog',
        endpoints: [anything],
      },
      {
        kind: offers,
        ...{ id: 'zeta', name: 'Zeta', providerKind: null, docs: 'https://zeta.example', env: ['ZETA_KEY'] },
        ...{ unit: 'USD per 1M tokens (models.dev)', evidence: 'catalog', endpoints: [anything] },
      },
    ]);
  });

  it('read their own entry of the catalog', async () => {
    const [beta] = catalogSources(page, [aSource({ id: 'acme' })]);
    const { items: read } = await readBody(beta!, 'catalog', page.body);
    expect(read).toMatchObject([{ id: 'b', provider: 'beta', from: { '*': 'catalog' } }]);
  });

  it('are none where each has an adapter', () =>
    expect(
      catalogSources(
        page,
        ['acme', 'beta', 'zeta'].map((id) => aSource({ id })),
      ),
    ).toEqual([]));

  it('names those that can not be kept, and one in other case than a provider that is known', async () => {
    const ids = [
      'OpenAI',
      'zeta',
      'Zeta',
      'con',
      'NUL.x',
      'com1',
      'dot.',
      'blank ',
      '../x',
      'a/b',
      String.raw`a\b`,
      'helicone',
    ];
    const names = [...ids, '__proto__', 'constructor', 'models.dev', 'x'.repeat(200)];
    const body = `{${names.map((id) => `${JSON.stringify(id)}:{"models":{"m":{"id":"m"}}}`).join(',')}}`;
    const own = [{ id: 'openai' }];
    const taken = catalogSources(aPage(body), own).map(({ id }) => id);
    expect(taken).toEqual(['Zeta', 'helicone']);
    const [refused] = refusedSource(aPage(body), own);
    expect(refused).toMatchObject({ id: 'models.dev', endpoints: [{ name: 'catalog' }] });
    await expect(readBody(refused!, 'catalog', body)).rejects.toThrow(
      '14 providers of the catalog can\'t be kept, for the id is no name of a file, or another\'s in other case: "../x", "NUL.x", "OpenAI", "__proto__", "a/b", …',
    );
    expect(refusedSource(aPage(body), [refused!])).toEqual([]);
    expect(
      refusedSource(
        page,
        ['../evil', 'constructor'].map((id) => ({ id })),
      ),
    ).toHaveLength(1);
  });

  it('fault where the catalog is none', () => expect(() => catalogSources(aPage('<html>'), [])).toThrow('HTML'));
});
