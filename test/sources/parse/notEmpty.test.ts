import { expect, it } from 'vitest';
import { notEmpty } from '../../../src/sources/parse/notEmpty.js';
import { ShapeError } from '../../../src/sources/parse/shapeError.js';

it('notEmpty gives the list back, and fails with the message on an empty one', () => {
  const list = ['a'];
  expect(notEmpty(list, 'no models')).toBe(list);
  expect(() => notEmpty([], 'no models')).toThrow(ShapeError);
  expect(() => notEmpty([], 'no models')).toThrow('no models');
});
