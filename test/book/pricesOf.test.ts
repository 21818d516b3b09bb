import { expect, it } from 'vitest';
import { pricesOf } from '../../src/book/pricesOf.js';
import { costOf } from '../../src/cost/costOf.js';
import { usageOf } from '../../src/cost/usageOf.js';
import type { Answer } from '../../src/book/priceBook.js';

const answer = (status: string, cost: object) => ({ cost, tiers: [], pricing: { status } }) as unknown as Answer;
const usage = usageOf({ prompt_tokens: 10, prompt_tokens_details: { cached_tokens: 4 } });

it('bills no tokens of an offer that is free, whichever price of them is stated', () => {
  expect(costOf(usage, pricesOf(answer('free', { input: 0, cacheRead: null })))).toMatchObject({ total: '0' });
});

it('leaves a gap in any other offer', () => {
  expect(costOf(usage, pricesOf(answer('priced', { input: 0, cacheRead: null })))).toMatchObject({
    ...{ total: null, unpriced: ['cacheRead'] },
  });
});
