import { expect, it } from 'vitest';
import { unannounced } from '../../../src/operators/reconcile/announced.js';
import type { Move } from '../../../src/sources/kind.js';

const move = (field: string, was: number, is: number, more: Partial<Move> = {}): Move => ({
  ...{ id: 'm', by: 'api', field, was, is },
  ...more,
});
const moved = move('input', 1, 10);
/** Whether the move is left beside that one. */
const isLeft = (other: Move, one = moved) => unannounced([one, other], '2026-09-01').includes(one);

it.each([
  ['stated from a day on', move('input (from 2026-09-01)', 10, 0)],
  ['stated from a day on that is not there yet, and comes before', move('input (from 2026-09-02)', 10, 0)],
  ['preceded by one that was stated until yesterday', move('input (until 2026-08-31)', 1, 0)],
])('a price that was %s was announced', (_, other) => expect(isLeft(other)).toBe(false));

it.each([
  ['another one was stated from a day on', move('input (from 2026-09-01)', 9, 0)],
  ['it holds until today', move('input (until 2026-09-01)', 1, 0)],
  ['another one held until yesterday', move('input (until 2026-08-31)', 2, 0)],
  ['that is of another model', move('input (from 2026-09-01)', 10, 0, { id: 'n' })],
  ['that is by another page', move('input (from 2026-09-01)', 10, 0, { by: 'docs' })],
  ['that is of another price', move('output (from 2026-09-01)', 10, 0)],
  ['that is under another condition', move('input (from 2026-09-01, serviceTier batch)', 10, 0)],
  ['that is stated only now', move('input (from 2026-09-01)', 0, 10)],
])('one is not where %s', (_, other) => expect(isLeft(other)).toBe(true));

it('a price under a condition is announced by the same with days', () =>
  expect(
    isLeft(move('input (from 2026-09-01, serviceTier batch)', 10, 0), { ...moved, field: 'input (serviceTier batch)' }),
  ).toBe(false));

it('all are left where no price has days', () => {
  const moves = [moved, move('output', 1, 1)];
  expect(unannounced(moves, '2026-09-01')).toBe(moves);
});
