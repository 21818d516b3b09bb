import { describe, expect, it } from 'vitest';
import type { PriceRow } from '../../src/model/price.js';
import { apart, isCloser, middleOf, peersIn } from '../../src/settle/peers.js';
import { buildPriceIndex } from '../../src/match/priceIndex.js';

const row = (provider: string, model: string, input: number, output = 0): PriceRow => ({
  ...{ provider, model, operator: 'equals' },
  cost: { input, ...(output > 0 && { output }) },
});
const list = (id: string, ...rows: PriceRow[]) => buildPriceIndex({ id, sellers: { acme: 'ACME INC' } }, rows);

describe('the peers of a model', () => {
  const peers = peersIn([
    list('first', row('ACME INC', 'bird-2', 1, 2), row('FOWL', 'vendor/Bird-2', 3, 6), row('FOWL', 'bird-3', 9, 9)),
    list('second', row('fowl', 'bird-2', 5), row('HEN', 'bird-2', 0, 7), row('EGG', 'bird-2', -1, 7)),
  ]);

  it('are its offers at other providers, one a provider: the lower middle of what the lists have', () => {
    expect(peers.of('acme', 'bird-2')).toEqual([{ seller: 'fowl', input: 3, output: 6 }]);
    expect(peers.of('Fowl', 'bird_2')).toEqual([{ seller: 'acme', input: 1, output: 2 }]);
    expect(peers.of('other', 'Bird 2')).toHaveLength(2);
  });

  it('are none of what nobody else has', () => expect(peers.of('fowl', 'bird-3')).toEqual([]));

  it('are kin where they are other models of its line, at whatever provider', () => {
    expect(peers.kinOf('fowl', 'bird-3').map(({ seller, input }) => [seller, input])).toEqual([
      ['acme', 1],
      ['fowl', 3],
      ['fowl', 5],
    ]);
    expect(peers.kinOf('acme', 'goose-1')).toEqual([]);
  });

  it('are those that a registry knows to be the same model, whatever their names, and no others', () => {
    const key = (id: string) =>
      /^(bird-2|finch|vendor\/Bird-2)$/i.test(id) ? 'lab/bird-2' : id === 'bird-2-her' ? 'lab/her' : null;
    const told = peersIn(
      [
        list(
          'first',
          row('FOWL', 'finch', 3),
          row('HEN', 'bird_2', 5),
          row('EGG', 'bird-2-her', 9),
          row('OWL', 'vendor/Bird-2', 7),
        ),
      ],
      (id) => {
        const known = key(id);
        return known === null ? null : { key: known, line: known, facets: {} };
      },
    );
    expect(told.of('acme', 'bird-2').map(({ seller }) => seller)).toEqual(['fowl', 'owl']);
    expect(told.of('acme', 'BIRD_2').map(({ seller }) => seller)).toEqual(['hen']);
  });

  it('tell what is usual', () => {
    expect(peers.usual.median).toBe(3);
    expect(peers.usual.fence).toBe(0.1);
    expect(peersIn([]).of('acme', 'bird-2')).toEqual([]);
  });
});

describe('how far two prices are apart', () => {
  it('is the lesser of input and output, either way', () => {
    expect(apart({ input: 10, output: 30 }, { input: 1, output: 1 })).toBe(10);
    expect(apart({ input: 1, output: 1 }, { input: 10, output: 30 })).toBe(10);
    expect(apart({ input: 1, output: 1 }, { input: 1, output: 1 })).toBe(1);
  });

  it('counts a fifth where they have but one price in common', () => {
    expect(apart({ input: 100 }, { input: 1, output: 1 })).toBe(20);
    expect(apart({ input: 100, output: 5 }, { input: 1, output: 0 })).toBe(20);
  });

  it('is not to be said where they have none', () => {
    expect(apart({ input: 1 }, { output: 1 })).toBe(Infinity);
    expect(apart({ input: 0 }, { input: 1 })).toBe(Infinity);
  });
});

it('the middle is of the prices that are there, the lower of two', () => {
  expect(middleOf([4, 0, 1, 2, 3])).toBe(2);
  expect(middleOf([0, 0])).toBe(0);
  expect(middleOf([])).toBe(0);
});

it('of two prices that one is believed which is nearer to what is usual, by ratio', () => {
  expect(isCloser({ input: 2 }, { input: 100 }, 1)).toBe(true);
  expect(isCloser({ input: 100 }, { input: 2 }, 1)).toBe(false);
  expect(isCloser({ input: 0.1 }, { input: 9 }, 1)).toBe(false);
  expect(isCloser({ input: 0.2 }, { input: 9 }, 1)).toBe(true);
});
