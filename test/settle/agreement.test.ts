import { describe, expect, it } from 'vitest';
import { differences, isAgreed, isComparable } from '../../src/settle/agreement.js';

describe('two statements', () => {
  const stated = { input: 0.0025, output: 0.01, cacheRead: 0.00125 };

  it('differ in the fields that both have, with what the first says', () => {
    expect(differences({ input: 0.003, output: 0.01, cacheWrite: 9 }, stated)).toEqual({ input: 0.003 });
    expect(differences(stated, stated)).toEqual({});
  });

  it('can be compared by one of the main prices', () => {
    expect(isComparable({ input: 1 }, { input: 2, output: 1 })).toBe(true);
    expect(isComparable({ cacheRead: 1 }, { cacheRead: 1 })).toBe(false);
    expect(isComparable({ input: 1 }, { output: 1 })).toBe(false);
    expect(isComparable({ perImage: 0.04 }, { perImage: 0.02 })).toBe(true);
    expect(isComparable({ perRequest: 0.04 }, { perRequest: 0.04 })).toBe(true);
    expect(isComparable({ input: null }, { input: 1 })).toBe(false);
  });

  it('agree where all main prices that both have are the same', () => {
    expect(isAgreed(stated, { input: 0.00251, output: 0.01 })).toBe(true);
    expect(isAgreed(stated, { input: 0.0025 })).toBe(true);
    expect(isAgreed(stated, { input: 0.0025, output: 0.011 })).toBe(false);
    expect(isAgreed(stated, { perImage: 0.04 })).toBe(false);
  });

  it('agree though a cache is told otherwise', () => {
    expect(isAgreed(stated, { ...stated, cacheRead: 0.1 })).toBe(true);
    expect(differences({ ...stated, cacheRead: 0.1 }, stated)).toEqual({ cacheRead: 0.1 });
  });
});
