import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { widestPart, wrapped } from '../../../src/cli/show/wrapped.js';

describe('wrapped', () => {
  it('breaks between words', () => expect(wrapped('one two three four', 9)).toEqual(['one two', 'three', 'four']));

  it('breaks a word that is too long after a joint, and where it has none wherever it must', () => {
    expect(wrapped('meta-llama/llama-3.3-70b', 12)).toEqual(['meta-llama/', 'llama-3.3-', '70b']);
    expect(wrapped('https://acme.example/a/page, row 7', 16)).toEqual(['https://', 'acme.example/a/', 'page, row 7']);
    expect(wrapped('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  });

  it('counts letters that are two columns wide, and cuts no character', () => {
    expect(wrapped('通义千问', 5)).toEqual(['通义', '千问']);
    expect(wrapped('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2)).toEqual(['👩‍👩‍👧‍👦', '👩‍👩‍👧‍👦']);
  });

  it('indents the lines after the first', () =>
    expect(wrapped('why: one two three', 10, '  ')).toEqual(['why: one', '  two', '  three']));

  it('is never wider than it may be, and loses nothing but blanks', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-composite' }), fc.integer({ min: 12, max: 40 }), (any, width) => {
        const text = any.replaceAll(/[\p{Cc}\s]/gu, ' ');
        const lines = wrapped(text, width, '  ');
        expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    ));
});

it('widestPart is what a line must hold', () => {
  expect(widestPart('one three/fourteen-two')).toBe(9);
  expect(widestPart('')).toBe(0);
});
