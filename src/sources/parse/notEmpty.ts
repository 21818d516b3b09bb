import { shapeError } from './shapeError.js';

/** The list as it is; throws a shape error with that message where it is empty, for then the page is not what it was. */
export function notEmpty<List extends readonly unknown[]>(list: List, otherwise: string): List {
  if (list.length === 0) throw shapeError(otherwise);
  return list;
}
