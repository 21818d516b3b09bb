import { expect, it } from 'vitest';
import { lasting, withDated } from '../../../src/operators/reconcile/lasting.js';

const counts = {
  ...{ input: 5, 'input (until)': 1, 'input (contextAbove, from)': 2 },
  ...{ 'prices[].input (amount)': 5, 'prices[until].input (amount)': 4 },
};

it('the prices that last are those that no day ends or begins', () =>
  expect(lasting(counts)).toEqual({ input: 5, 'prices[].input (amount)': 5 }));

it('with those of some days each price counts by its name without them', () =>
  expect(withDated(counts)).toEqual({ input: 6, 'input (contextAbove)': 2, 'prices[].input (amount)': 9 }));
