import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Prices } from '../../../src/settle/law.js';
import { farFromPeers } from '../../../src/settle/laws/farFromPeers.js';
import type { Peer } from '../../../src/settle/peers.js';
import { aFactor, aPrice, aStatement, brokenBy, million, times } from '../given.js';

/** Other providers, USD per 1M in and out. */
const others = (...prices: (readonly [number, number])[]): readonly Peer[] =>
  prices.map(([input, output], i) => ({ seller: `seller${i}`, input: input / 1000, output: output / 1000 }));

const broken = (cost: Prices, peers: readonly Peer[]) =>
  brokenBy(farFromPeers, aStatement(cost, { peers: () => peers }));

const four = others([0.1, 0.3], [0.3, 0.9], [0.4, 1.2], [0.1, 0.4]);

describe('with four other providers', () => {
  it('is no price that is twenty times away from their middle: devstral at 300 USD', () =>
    expect(broken(million({ input: 300, output: 900 }), others(...devstral))).toEqual(['*']));

  const devstral = [
    [0.1, 0.3],
    [0.4, 2],
    [0.3, 0.9],
    [0.4, 2],
    [0.2, 0.6],
  ] as const;

  it('counts from the lower middle, both ways', () => {
    expect(broken(million({ input: 2, output: 8 }), four)).toEqual(['*']);
    expect(broken(million({ input: 1.99, output: 8 }), four)).toEqual([]);
    expect(broken(million({ input: 0.005, output: 0.02 }), four)).toEqual(['*']);
    expect(broken(million({ input: 0.0051, output: 0.02 }), four)).toEqual([]);
  });

  it('may be as far off in one of the two: some ask nearly nothing for what goes in', () => {
    expect(broken(million({ input: 300, output: 0.9 }), four)).toEqual([]);
    expect(broken(million({ input: 0.3, output: 900 }), four)).toEqual([]);
  });

  it('is a hundred times away where there is but one price: an embedding may be at twenty', () => {
    const embeddings = others([0.01, 0], [0.01, 0], [0.016, 0], [0.02, 0]);
    expect(broken(million({ input: 0.204 }), embeddings)).toEqual([]);
    expect(broken(million({ input: 0.99 }), embeddings)).toEqual([]);
    expect(broken(million({ input: 1.01 }), embeddings)).toEqual(['*']);
    expect(broken(million({ input: 1.01, output: 1.01 }), embeddings)).toEqual(['*']);
  });

  it('says both figures', () =>
    expect(
      farFromPeers.breaches(aStatement(million({ input: 300, output: 900 }), { peers: () => four }))[0]?.detail,
    ).toBe('input 300 USD per 1M, 0.1 USD per 1M in the middle of 4 other providers'));
});

it('needs four of them', () => expect(broken(million({ input: 300, output: 900 }), four.slice(1))).toEqual([]));

it('judges the provider’s own word like all others', () =>
  expect(
    brokenBy(farFromPeers, aStatement(million({ input: 300, output: 300 }), { isOwn: true, peers: () => four })),
  ).toEqual(['*']));

it('has nothing to say of prices by image or second', () => expect(broken({ perImage: 5 }, four)).toEqual([]));

it('gives the same verdict where all are many times as dear, and never touches what the middle one asks', () =>
  fc.assert(
    fc.property(aPrice, aPrice, aFactor, (input, output, factor) => {
      const dearer = four.map((peer) => ({ ...peer, input: peer.input * factor, output: peer.output * factor }));
      expect(broken(times({ input, output }, factor), dearer)).toEqual(broken({ input, output }, four));
      expect(broken(million({ input: 0.1 * factor, output: 0.4 * factor }), dearer)).toEqual([]);
    }),
  ));
