import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../../src/cli/show/widthOf.js';

describe('widthOf', () => {
  it.each([
    ['', 0],
    ['gpt-4o ~ $2.50', 14],
    ['a\tb', 2],
    ['a\n', 1],
    ['\u001b[1mb\u001b[0m', 1],
    ['宽', 2],
    ['é', 1],
  ])('of %j is %d', (text, width) => expect(widthOf(text)).toBe(width));

  it('is what the library measures, of plain texts and of all others', () => {
    const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    fc.assert(fc.property(text, (one) => widthOf(one) === stringWidth(one)));
  });
});
