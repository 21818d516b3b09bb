import { describe, expect, it } from 'vitest';
import { rememberLast } from '../../../src/sources/parse/rememberLast.js';

describe('rememberLast', () => {
  const asked: string[] = [];
  const length = rememberLast((document) => {
    asked.push(document);
    if (document === '') throw new Error('empty');
    return document.length;
  });

  it('works a document out once while it is among the last eight', () => {
    const documents = Array.from({ length: 8 }, (_, i) => 'x'.repeat(i + 1));
    expect(documents.map(length)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(documents.map(length)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(asked).toHaveLength(8);
    length('ninth');
    length('x');
    expect(asked.slice(8)).toEqual(['ninth', 'x']);
  });

  it('keeps no error', () => {
    asked.length = 0;
    expect(() => length('')).toThrow('empty');
    expect(() => length('')).toThrow('empty');
    expect(asked).toEqual(['', '']);
  });
});
