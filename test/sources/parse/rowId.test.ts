import { expect, it } from 'vitest';
import { rowId } from '../../../src/sources/parse/rowId.js';

it.each([
  [{ id: 'a' }, 'a'],
  [{ id: 7 }, ''],
  [{}, ''],
  [null, ''],
  [undefined, ''],
  ['a', ''],
  [[], ''],
])('the id of %j is %j', (row, id) => expect(rowId(row)).toBe(id));

it('rowId reads another field', () => expect(rowId({ id: 'a', name: 'b' }, 'name')).toBe('b'));
