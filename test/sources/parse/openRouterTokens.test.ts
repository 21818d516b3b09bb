import { expect, it } from 'vitest';
import { z } from 'zod';
import { openRouterTokenCost, openRouterTokens } from '../../../src/sources/parse/openRouterTokens.js';

const row = z.looseObject(openRouterTokens);

it('converts the prices above 0: tokens to USD per 1K, requests as they are', () => {
  const quoted = { prompt: '0.000001', completion: '4e-6', input_cache_read: '0', request: '0.01', image: '1' };
  expect(openRouterTokenCost(row.parse(quoted))).toEqual({
    input: 0.001,
    output: 0.004,
    cacheRead: null,
    cacheWrite: null,
    cacheWrite1h: null,
    reasoning: null,
    perRequest: 0.01,
  });
});

it('takes a negative price, and what is no number, for none', () => {
  const cost = openRouterTokenCost(row.parse({ prompt: '-1', completion: {}, internal_reasoning: 'free' }));
  expect(Object.values(cost).every((price) => price === null)).toBe(true);
});
