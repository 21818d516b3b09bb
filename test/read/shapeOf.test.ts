import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shapeOf } from '../../src/read/shapeOf.js';

describe('shapeOf', () => {
  it('names the keys of the rows and the types seen there, both sorted', () => {
    const rows = [
      { id: 'a', price: 1, tags: ['x'], on: true, at: null },
      { id: 7, price: '1', extra: {} },
    ];
    expect(Object.entries(shapeOf(rows))).toEqual([
      ['at', 'null'],
      ['extra', 'object'],
      ['id', 'number|string'],
      ['on', 'boolean'],
      ['price', 'number|string'],
      ['tags', 'array'],
    ]);
  });

  it('follows objects one level down and lists not at all', () => {
    expect(shapeOf([{ pricing: { prompt: { usd: 1 } }, list: [{ id: 1 }] }])).toEqual({
      pricing: 'object',
      'pricing.prompt': 'object',
      list: 'array',
    });
  });

  it.each([[[]], [[null, 7, 'text', []]]])('has no keys for rows that have none: %j', (rows) => {
    expect(shapeOf(rows)).toEqual({});
  });

  it('does not depend on the order of the rows', () =>
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (rows) => {
        expect(JSON.stringify(shapeOf(rows.toReversed()))).toBe(JSON.stringify(shapeOf(rows)));
      }),
    ));
});
