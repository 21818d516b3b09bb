import { describe, expect, it } from 'vitest';
import { withoutZeros } from '../../../src/sources/parse/withoutZeros.js';

describe('withoutZeros', () => {
  it('takes zeros out beside a price, and leaves zeros alone among themselves', () => {
    expect(withoutZeros({ input: 0.001, output: 0, cacheRead: null })).toEqual({
      input: 0.001,
      output: null,
      cacheRead: null,
    });
    expect(withoutZeros({ input: 0, output: 0, cacheRead: null })).toEqual({ input: 0, output: 0, cacheRead: null });
    expect(withoutZeros({})).toEqual({});
  });
});
