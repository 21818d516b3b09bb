import { expect, it } from 'vitest';
import { listAt } from '../../../src/sources/parse/listAt.js';
import { ShapeError } from '../../../src/sources/parse/shapeError.js';

it('listAt follows the keys to the list, which may be empty', () => {
  expect(listAt({ output: { models: [1, 2] } }, 'output', 'models')).toEqual([1, 2]);
  expect(listAt({ models: [] }, 'models')).toEqual([]);
});

it.each([{}, { output: null }, { output: [] }, { output: 'models' }, { output: { models: {} } }])(
  'listAt fails on %j',
  (answer) => {
    expect(() => listAt(answer, 'output', 'models')).toThrow(ShapeError);
    expect(() => listAt(answer, 'output', 'models')).toThrow('no list "output.models"');
  },
);
