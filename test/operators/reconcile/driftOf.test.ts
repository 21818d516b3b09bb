import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { driftOf } from '../../../src/operators/reconcile/driftOf.js';
import { shapeOf } from '../../../src/read/shapeOf.js';

describe('driftOf', () => {
  const was = { shape: { id: 'string', price: 'number|string', old: 'null' }, rows: 2 };

  it('is null where nothing is different', () => expect(driftOf(was, { ...was, shape: { ...was.shape } })).toBeNull());

  it('names the new keys, the gone ones and the new types', () => {
    const shape = { id: 'number', price: 'string', fresh: 'string' };
    expect(driftOf(was, { shape, rows: 2 })).toEqual({
      newKeys: ['fresh'],
      goneKeys: ['old'],
      changedTypes: [{ key: 'id', was: 'string', is: 'number' }],
      rows: { was: 2, is: 2 },
    });
  });

  it('calls a new type beside the old one a change', () =>
    expect(driftOf(was, { ...was, shape: { ...was.shape, id: 'null|string' } })).toEqual({
      newKeys: [],
      goneKeys: [],
      changedTypes: [{ key: 'id', was: 'string', is: 'null|string' }],
      rows: { was: 2, is: 2 },
    }));

  it('does not call a type that was seen before, or is no longer seen, a change', () =>
    expect(driftOf(was, { ...was, shape: { ...was.shape, price: 'string' } })).toBeNull());

  it('is told by a different number of rows alone', () =>
    expect(driftOf(was, { ...was, rows: 3 })).toEqual({
      newKeys: [],
      goneKeys: [],
      changedTypes: [],
      rows: { was: 2, is: 3 },
    }));

  it.each(['constructor', 'toString', '__proto__'])('takes a key called %s for a key like any other', (key) => {
    const odd = { shape: Object.fromEntries([[key, 'string']]), rows: 1 };
    const plain = { shape: {}, rows: 1 };
    expect(driftOf(plain, odd)).toMatchObject({ newKeys: [key], changedTypes: [] });
    expect(driftOf(odd, plain)).toMatchObject({ goneKeys: [key], changedTypes: [] });
    expect(driftOf(odd, odd)).toBeNull();
  });

  it('finds no drift between the same rows, whatever they are', () =>
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (rows) => {
        const seen = { shape: shapeOf(rows), rows: rows.length };
        expect(driftOf(seen, seen)).toBeNull();
      }),
    ));
});
