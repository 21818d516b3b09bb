import { expect, it } from 'vitest';
import { boundedRow } from '../../src/read/boundedRow.js';

/** An object in an object, so many times. */
const nested = (levels: number): unknown => JSON.parse(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);

it('gives a row that people can read as it is', () => {
  const row = { id: 7, names: ['a', null, true], deep: { price: { input: 1e-7 } }, text: 'x'.repeat(2_000) };
  expect(boundedRow(row)).toEqual(row);
});

it.each([40, 5_000, 100_000])('says where a row nested %i deep is cut off', (levels) => {
  expect(() => JSON.stringify(boundedRow(nested(levels)))).not.toThrow();
  expect(JSON.stringify(boundedRow(nested(levels)))).toContain('… (more than 32 levels)');
});

it('says how long a text, a list and an object were', () => {
  expect(boundedRow('x'.repeat(9_000))).toBe(`${'x'.repeat(2_000)}… (9000 characters)`);
  const list = boundedRow(Array.from({ length: 100_000 }, (_, i) => i)) as unknown[];
  expect(list.at(-1)).toBe(`… (${100_000 - list.length + 1} more)`);
  const wide = boundedRow(Object.fromEntries(Array.from({ length: 9_000 }, (_, i) => [`key ${i}`, i])));
  expect(Object.entries(wide as object).at(-1)).toEqual(['…', expect.stringMatching(/^\d+ more$/)]);
});

it('is short whatever the row is', () => {
  const row = { texts: Array.from({ length: 500 }, () => 'x'.repeat(5_000)), ['k'.repeat(9_000)]: 1, deep: nested(90) };
  const once = boundedRow(row);
  expect(JSON.stringify(once).length).toBeLessThan(30_000);
});

it('keeps a key that is a name of JavaScript', () =>
  expect(JSON.stringify(boundedRow(JSON.parse('{"__proto__":{"a":1},"constructor":2}')))).toBe(
    '{"__proto__":{"a":1},"constructor":2}',
  ));
