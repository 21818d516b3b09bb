import { describe, expect, it } from 'vitest';
import { fenceOf, medianOf } from '../../src/match/fence.js';

describe('the fence', () => {
  it('is 100 USD per 1M tokens for a short list and never above', () => {
    expect(fenceOf([0.001])).toBe(0.1);
    expect(fenceOf(Array.from({ length: 200 }, (_, i) => 10 ** (i % 7)))).toBe(0.1);
  });

  it('falls with the prices of a long list', () => {
    expect(fenceOf(Array.from({ length: 200 }, (_, i) => 0.0001 * (1 + (i % 4))))).toBeLessThan(0.01);
  });
});

describe('the middle price', () => {
  it('is the lower of two', () => expect([medianOf([3, 1, 2]), medianOf([4, 1, 3, 2])]).toEqual([2, 2]));
  it('is 1 where there are no prices', () => expect(medianOf([])).toBe(1));
});
