import { describe, expect, it } from 'vitest';
import { commonFactors } from '../../../src/operators/reconcile/commonFactor.js';
import type { Move } from '../../../src/sources/kind.js';

const move = (id: string, was: number, is: number, field = 'input', by = 'api'): Move => ({ id, by, field, was, is });
const moves = (count: number, factor: number, field?: string, by?: string): Move[] =>
  Array.from({ length: count }, (_, i) => move(`m${i}`, 0.001 * (i + 1), 0.001 * (i + 1) * factor, field, by));
const told = (all: readonly Move[]) =>
  commonFactors(all).map(({ by, field, factor, moved, of }) => [
    by,
    field,
    Number(factor.toPrecision(2)),
    moved.length,
    of,
  ]);

describe('a common factor', () => {
  it.each([1000, 1e6, 0.001, 60, 7.2])('is that of all prices: %d', (factor) => {
    expect(told([...moves(5, factor), ...moves(5, factor, 'output')])).toEqual([['api', null, factor, 10, 10]]);
  });

  it('is one of more than half of them, rounded ones included', () => {
    const rounded = [move('a', 0.00012, 0.12), move('b', 0.00013, 0.13), move('c', 0.00017, 0.168)];
    expect(told([...rounded, move('d', 1, 1), move('e', 1, 2)])).toEqual([['api', null, 1000, 3, 5]]);
    expect(told([...rounded, move('d', 1, 1), move('e', 1, 2), move('f', 1, 1)])).toEqual([]);
  });

  it('may be one of the prices of one name alone', () =>
    expect(told([...moves(4, 1), ...moves(3, 1000, 'cacheRead'), ...moves(4, 1, 'output')])).toEqual([
      ['api', 'cacheRead', 1000, 3, 3],
    ]));

  it('is one of each endpoint for itself', () =>
    expect(told([...moves(2, 1000, 'input', 'docs'), ...moves(5, 1)])).toEqual([['docs', null, 1000, 2, 2]]));

  it.each([
    ['five times, as a price may move', moves(5, 5)],
    ['a fifth', moves(5, 0.2)],
    ['no change', moves(5, 1)],
    ['one price alone', moves(1, 1000)],
    ['one model alone', [move('m', 1, 1000), move('m', 1, 1000, 'output')]],
    ['factors that differ', [move('a', 1, 10), move('b', 1, 100), move('c', 1, 1000)]],
    ['prices that are new, or gone', [move('a', 0, 1), move('b', 0, 1), move('c', 1, 0)]],
    ['nothing at all', []],
  ])('is none: %s', (_, all) => expect(told(all)).toEqual([]));
});
