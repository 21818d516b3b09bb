import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tokens } from '../../../src/sources/parse/tokens.js';

it.each([
  ['131,072', 131_072],
  ['131072', 131_072],
  ['1M tokens', 1_000_000],
  ['128K', 128_000],
  ['500k', 500_000],
  ['1.05M', 1_050_000],
  ['1,048,576 tokens', 1_048_576],
  ['up to 200 K', 200_000],
  ['32k / 8k', 32_000],
  ['0', null],
  ['-', null],
  ['', null],
  ['n/a', null],
  [null, null],
  [undefined, null],
  ['9'.repeat(400), null],
])('%j -> %j', (text, expected) => expect(tokens(text)).toBe(expected));

it('reads back any count, with and without commas', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000_000 }), (count) => {
      expect(tokens(String(count))).toBe(count);
      expect(tokens(`${count.toLocaleString('en-US')} tokens`)).toBe(count);
    }),
  );
});

it('gives a whole number above 0 or null for any text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d,. kKmM]*$/)), (text) => {
      const count = tokens(text);
      expect(count === null || (Number.isSafeInteger(count) && count > 0)).toBe(true);
    }),
  );
});
