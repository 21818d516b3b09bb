import { expect, it } from 'vitest';
import { times } from '../../../src/sources/parse/times.js';

it('times multiplies all prices exactly; what is not known stays so', () => {
  expect(times({ input: 0.1, output: 0.3, cacheRead: null, perImage: 0 }, 1.1)).toEqual({
    input: 0.11,
    output: 0.33,
    cacheRead: null,
    perImage: 0,
  });
  expect(times({ input: 0.1 }, null)).toEqual({ input: null });
  expect(times({ input: 0.1 }, '0.5')).toEqual({ input: 0.05 });
});
