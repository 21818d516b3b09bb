import { expect, it } from 'vitest';
import { grouped } from '../../../src/sources/parse/grouped.js';

it('grouped keeps the order of the keys, and of the items of each', () => {
  expect([...grouped(['b1', 'a1', 'b2', 'a2', 'b3'], ([key = '']) => key)]).toEqual([
    ['b', ['b1', 'b2', 'b3']],
    ['a', ['a1', 'a2']],
  ]);
  expect(grouped([], String).size).toBe(0);
});
