import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Prices, Statement } from '../../../src/settle/law.js';
import { alone } from '../../../src/settle/laws/alone.js';
import type { Peer } from '../../../src/settle/peers.js';
import { aPrice, aStatement, brokenBy, million } from '../given.js';

const peer = (input: number, output: number, seller = 'other'): Peer => ({
  seller,
  input: input / 1000,
  output: output / 1000,
});
const broken = (cost: Prices, more: Partial<Statement> = {}) => brokenBy(alone, aStatement(million(cost), more));

describe('a price that nobody else asks', () => {
  it('lies below the fence of all prices: not llama3-8b at 220 USD in and 720 USD out', () => {
    expect(broken({ input: 220, output: 720 })).toEqual(['*']);
    expect(broken({ input: 100, output: 100 })).toEqual(['*']);
    expect(broken({ input: 99.9, output: 300 })).toEqual([]);
    expect(broken({ input: 20 }, { usual: { median: 0.001, fence: 0.02 } })).toEqual(['*']);
  });

  it('may be as dear as the provider says itself: o1-pro', () =>
    expect(broken({ input: 150, output: 600 }, { isOwn: true })).toEqual([]));

  it('may be dear if another provider asks about the same', () => {
    expect(broken({ input: 150, output: 600 }, { peers: () => [peer(150, 600)] })).toEqual([]);
    expect(broken({ input: 150, output: 600 }, { peers: () => [peer(150, 600), peer(0.1, 0.2)] })).toEqual([]);
    expect(broken({ input: 150, output: 600 }, { peers: () => [peer(8, 31)] })).toEqual([]);
    expect(broken({ input: 150, output: 600 }, { peers: () => [peer(7, 29)] })).toEqual(['*']);
  });
});

describe('a price that others are twenty times away from', () => {
  it('is not the one that is nearer to what models cost', () => {
    const codestral = { input: 30, output: 90 };
    expect(broken(codestral, { peers: () => [peer(0.3, 0.9)] })).toEqual(['*']);
    expect(broken({ input: 0.3, output: 0.9 }, { peers: () => [peer(30, 90)] })).toEqual([]);
    expect(broken(codestral, { peers: () => [peer(0.3, 0.9)], isOwn: true })).toEqual([]);
  });

  it('may be twenty times away in one of the two', () => {
    expect(broken({ input: 1.2, output: 1.2 }, { peers: () => [peer(0.01, 0.26)] })).toEqual([]);
    expect(broken({ input: 30, output: 17 }, { peers: () => [peer(0.3, 0.9)] })).toEqual([]);
    expect(broken({ input: 30, output: 18 }, { peers: () => [peer(0.3, 0.9)] })).toEqual(['*']);
  });

  it('is a hundred times away where there is but one price: an embedding at 100 USD', () => {
    expect(broken({ input: 99 }, { peers: () => [peer(0.1, 0)] })).toEqual(['*']);
    expect(broken({ input: 9.9 }, { peers: () => [peer(0.1, 0)] })).toEqual([]);
  });
});

describe('a price that no other provider has to compare', () => {
  const line = [peer(0.2, 0.6), peer(0.1, 0.3)];

  it('is not a hundred times away from all models of its line', () => {
    expect(broken({ input: 50, output: 150 }, { kin: () => line })).toEqual(['*']);
    expect(broken({ input: 20, output: 60 }, { kin: () => line })).toEqual(['*']);
    expect(broken({ input: 19, output: 60 }, { kin: () => line })).toEqual([]);
  });

  it('is judged so though the provider says it', () =>
    expect(broken({ input: 50, output: 150 }, { kin: () => line, isOwn: true })).toEqual(['*']));

  it('stays where it is its line that is far from what models cost', () =>
    expect(broken({ input: 0.5, output: 1 }, { kin: () => [peer(60, 200)] })).toEqual([]));
});

it('says nothing of what has no price of text', () => expect(broken({ perImage: 500, outputAudio: 900 })).toEqual([]));

it('never touches what another provider asks as well', () =>
  fc.assert(
    fc.property(aPrice, aPrice, (input, output) => {
      const same = { seller: 'other', input, output };
      expect(brokenBy(alone, aStatement({ input, output }, { peers: () => [same], kin: () => [peer(9, 9)] }))).toEqual(
        [],
      );
    }),
  ));
