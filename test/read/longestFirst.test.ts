import { describe, expect, it } from 'vitest';
import { longestFirst } from '../../src/read/longestFirst.js';
import { asksOf, companions, paged, pages } from '../../src/sources/ask.js';
import type { Asks } from '../../src/sources/ask.js';
import { anEndpoint } from '../builders.js';

const get = (url: string) => ({ url });
const one: Asks = { list: get('list') };
const three: Asks = { lists: pages([get('a'), get('b'), get('c')]) };
const goesOn: Asks = { list: paged(get('list'), () => []) };
const perModel: Asks = {
  ...one,
  models: companions({ of: { list: () => [] }, brings: 'facts', read: ({ body }) => body }),
};

const source = (id: string, ...endpoints: readonly Asks[]) => ({
  id,
  endpoints: endpoints.map((requests) => anEndpoint({ requests: asksOf(requests) })),
});

const order = (
  sources: readonly ReturnType<typeof source>[],
  tookMs: Readonly<Record<string, number>> = {},
  bytes: Readonly<Record<string, number>> = {},
): string =>
  longestFirst(sources, { tookMs: ({ id }) => tookMs[id], bytes: ({ id }) => bytes[id] ?? 0 })
    .map(({ id }) => id)
    .join(' ');

describe('longestFirst', () => {
  it('takes those first that took longest, and leaves the order of those that took as long', () => {
    expect(
      order(
        ['a', 'b', 'c', 'd'].map((id) => source(id, one)),
        { a: 20, b: 900, c: 20, d: 3_000 },
      ),
    ).toBe('d b a c');
  });

  it('takes those before all others that were never read', () => {
    expect(
      order(
        ['a', 'b', 'c'].map((id) => source(id, one)),
        { a: 5_000, c: 10 },
      ),
    ).toBe('b a c');
  });

  it('takes of those the ones first that make the most requests: a page for each model, before the next pages of a list', () => {
    const sources = [
      source('a', one),
      source('b', goesOn),
      source('c', three),
      source('d', perModel),
      source('e', one, one),
    ];
    expect(order(sources)).toBe('d c b e a');
  });

  it('takes of those that make as many requests the ones first that send the most', () => {
    const sources = [source('a', one), source('b', one), source('c', three), source('d', one), source('e', one)];
    expect(order(sources, {}, { a: 1, b: 20, d: 20, e: 300 })).toBe('c e b d a');
  });

  it('asks nobody how much one sends that was read before', () => {
    const bytes = (): number => {
      throw new Error('asked');
    };
    expect(longestFirst([source('a', one), source('b', one)], { tookMs: ({ id }) => id.length, bytes })).toHaveLength(
      2,
    );
  });

  it('counts no requests of an endpoint that is asked only where others fail', () => {
    const [first, spare] = source('a', one, perModel).endpoints;
    const spared = { id: 'a', endpoints: [first!, { ...spare!, fills: false }] };
    expect(order([spared, source('b', three)])).toBe('b a');
  });

  it('has nothing to say of no sources', () => expect(order([])).toBe(''));
});
