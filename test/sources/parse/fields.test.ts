import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  amount,
  commaList,
  count,
  flag,
  id,
  part,
  parts,
  partsByKey,
  status,
  text,
  texts,
} from '../../../src/sources/parse/fields.js';

const row = z.looseObject({ tiers: partsByKey({ price: amount }) });

it('reads objects by key and leaves out what is none', () => {
  expect(row.parse({ tiers: { flex: { price: '1' }, note: 'x', list: [], none: null, odd: { price: {} } } })).toEqual({
    tiers: { flex: { price: '1' }, odd: { price: null } },
  });
});

it.each([undefined, null, 'x', 3, [{ price: 1 }]])('reads %j as no objects', (tiers) => {
  expect(row.parse({ tiers })).toEqual({ tiers: {} });
});

describe('readers of one field', () => {
  it.each([
    [text, ' a ', 'a'],
    [text, '', null],
    [text, 'a\uFFFDb', null],
    [text, ' ', null],
    [text, 7, null],
    [amount, '0.1', '0.1'],
    [amount, 0, 0],
    [amount, true, null],
    [amount, {}, null],
    [count, 131072, 131_072],
    [count, '131,072', 131_072],
    [count, '131_072', 131_072],
    [count, 4096.0000001, 4096],
    [count, 0, null],
    [count, 0.2, null],
    [count, -1, null],
    [count, '', null],
    [count, '128K', null],
    [count, Infinity, null],
    [count, 1e300, null],
    [flag, true, true],
    [flag, 'false', false],
    [flag, 1, true],
    [flag, 0, false],
    [flag, 'yes', null],
    [flag, null, null],
    [status, 'preview', 'preview'],
    [status, 'Preview', null],
    [status, 'x', null],
    [status, undefined, null],
    [texts, ['a', 7, '', null, 'b'], ['a', 'b']],
    [texts, [], []],
    [texts, 'a', null],
    [texts, { a: 1 }, null],
    [commaList, 'text, image,', ['text', 'image']],
    [commaList, ['text', ' image ', 7], ['text', 'image']],
    [commaList, 7, null],
  ])('reads %#: %j', (field, value, expected) => {
    expect(z.looseObject({ field }).parse({ field: value })).toEqual({ field: expected });
  });

  it('read a missing field as null', () => {
    const fields = { text, amount, count, flag, texts, commaList };
    const row = z.looseObject(fields).parse({});
    for (const name of Object.keys(fields)) expect(row).toHaveProperty(name, null);
  });

  it.each(['', ' ', 7, null, undefined, {}])('an id is not %j', (value) => {
    expect(z.looseObject({ id }).safeParse({ id: value }).success).toBe(false);
  });
});

describe('readers of objects', () => {
  const nested = z.looseObject({ one: part({ a: count, deep: part({ b: text }) }), many: parts({ a: count }) });

  it.each([undefined, null, 7, 'x', []])('%j reads as one without fields, and as no list', (value) => {
    expect(nested.parse({ one: value, many: value })).toEqual({ one: { a: null, deep: { b: null } }, many: [] });
  });

  it('keep what they do not know, and leave out what is no object', () => {
    expect(nested.parse({ one: { a: '1', c: 2 }, many: [{ a: 3 }, null, 'x', [], { a: 'x' }] })).toEqual({
      one: { a: 1, c: 2, deep: { b: null } },
      many: [{ a: 3 }, { a: null }],
    });
  });

  it('read anything at all', () => {
    const row = z.looseObject({
      text,
      amount,
      count,
      flag,
      texts,
      commaList,
      one: part({ text }),
      many: parts({ text }),
    });
    const fields = fc.record(Object.fromEntries(Object.keys(row.shape).map((name) => [name, fc.anything()])), {
      requiredKeys: [],
    });
    fc.assert(fc.property(fields, (value) => row.safeParse(value).success));
  });
});
