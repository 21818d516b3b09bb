import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Tier } from '../../model/cost.js';
import { amount, count, part } from '../parse/fields.js';
import { type Quoted, scaled, stated } from '../parse/money.js';
import { withoutZeros } from '../parse/withoutZeros.js';

const prices = {
  input_price: amount,
  output_price: amount,
  cache_price: amount,
  /** As the SDK calls it. */
  cache_read_price: amount,
  cache_write_price: amount,
  context_max: count,
  max_prompt_tokens: count,
};

/** Prices in AI credits per `batch_size` tokens: under `default`, or laid open as the SDK gives them. */
export const tokenPrices = z.looseObject({
  batch_size: count,
  ...prices,
  default: part(prices),
  long_context: part(prices),
});

interface Billing {
  readonly multiplier: Quoted;
  readonly token_prices?: z.infer<typeof tokenPrices> | null | undefined;
}
type Prices = z.infer<typeof tokenPrices>['default'];

/** The credit: 0.01 USD. */
const creditsPerDollar = 100;

/** Prices by the token, a 0 beside others being none; without them, use is a part of the plan where a request counts as so many of it. */
export function priceOf({ multiplier, token_prices: all }: Billing): Pick<Draft, 'cost' | 'tiers' | 'priceStatus'> {
  if (!all) return multiplier === null ? {} : { priceStatus: 'plan' };
  const read = (some: Prices) => {
    const usd = (credits: Quoted) => scaled(credits, 1000, creditsPerDollar * (all.batch_size ?? 1_000_000));
    return withoutZeros({
      input: usd(some.input_price),
      output: usd(some.output_price),
      cacheRead: usd(some.cache_price ?? some.cache_read_price),
      cacheWrite: usd(some.cache_write_price),
    });
  };
  const base = Object.keys(stated(read(all.default))).length > 0 ? all.default : all;
  const cost = read(base);
  const long = stated(read(all.long_context));
  const above = base.context_max ?? all.context_max;
  const differs = Object.entries(long).some(([field, price]) => cost[field as keyof typeof cost] !== price);
  const tier: Tier = { when: above ? { contextAbove: above } : { variant: 'long context' }, cost: long };
  return { cost, tiers: differs ? [tier] : [] };
}
