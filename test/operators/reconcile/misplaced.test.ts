import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { misplaced } from '../../../src/operators/reconcile/misplaced.js';
import type { Move } from '../../../src/sources/kind.js';

type Prices = readonly (readonly [input: number, output: number])[];
const between = (before: Prices, now: Prices, by = 'api'): Move[] =>
  now.flatMap(([input, output], i) => [
    { id: `m${i}`, by, field: 'input', was: before[i]?.[0] ?? 0, is: input },
    { id: `m${i}`, by, field: 'output', was: before[i]?.[1] ?? 0, is: output },
  ]);
const told = (moves: readonly Move[]) => misplaced(moves).map(({ by, moved }) => [by, moved.length]);

const before: Prices = [
  [1, 3],
  [2, 7],
  [4, 11],
  [0.5, 0.9],
  [8, 40],
];
const rotated = (prices: Prices, by = 1): Prices => prices.map((_, i) => prices[(i + by) % prices.length]!);

describe('misplaced prices', () => {
  it('are those that stand one row off, or several', () => {
    for (const by of [1, 2, 3, 4]) expect(told(between(before, rotated(before, by)))).toEqual([['api', 10]]);
  });

  it('are also those of which the last row has no neighbour', () =>
    expect(told(between(before, [...rotated(before).slice(0, -1), [9, 41]]))).toEqual([['api', 10]]));

  it('are those of two models that changed places, where the others stay', () => {
    const swapped = [before[1]!, before[0]!, ...before.slice(2)];
    expect(told(between(before, swapped))).toEqual([['api', 4]]);
  });

  it('are those in the other column', () =>
    expect(
      told(
        between(
          before,
          before.map(([input, output]) => [output, input] as const),
        ),
      ),
    ).toEqual([['api', 10]]));

  it.each<[string, Prices]>([
    ['none that moved', before],
    ['one model with the price of another', [before[1]!, ...before.slice(1)]],
    ['one model whose columns were mixed up', [[3, 1], ...before.slice(1)]],
    ['all of them halved', before.map(([input, output]) => [input / 2, output / 2] as const)],
    ['all of them others', before.map(([input, output], i) => [input + i + 0.3, output * 1.1 + i] as const)],
  ])('are not: %s', (_, now) => expect(told(between(before, now))).toEqual([]));

  it('are not those that are halved on a ladder of powers of two, though nearly all stood there before', () => {
    const ladder = Array.from({ length: 10 }, (_, i) => [2 ** i, 2 ** (i + 1)] as const);
    expect(
      told(
        between(
          ladder,
          ladder.map(([a, b]) => [a / 2, b / 2] as const),
        ),
      ),
    ).toEqual([]);
  });

  it('are not those that only changed their condition: the day has come from which they hold', () => {
    const turned = (id: string, price: number): Move[] => [
      { id, by: 'api', field: 'input', was: price, is: price * 1.5 },
      { id, by: 'api', field: 'input (from 2026-09-01)', was: price * 1.5, is: 0 },
      { id, by: 'api', field: 'input (until 2026-08-31)', was: 0, is: price },
    ];
    expect(told([...turned('a', 2), ...turned('b', 3), ...turned('c', 4.5)])).toEqual([]);
  });

  it('are found in every list of different prices that is rotated', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { minLength: 3, maxLength: 40 }),
        fc.nat(),
        (inputs, by) => {
          const list = inputs.map((input) => [input, input * 3 + 0.5] as const);
          const shift = 1 + (by % (list.length - 1));
          expect(told(between(list, rotated(list, shift)))).toEqual([['api', 2 * list.length]]);
        },
      ),
    ));
});
