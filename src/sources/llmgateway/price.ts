import type { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Tier } from '../../model/model.js';
import { amount, part, text } from '../parse/fields.js';
import { perToken, perUnit, type Quoted, stated } from '../parse/money.js';
import { variantOf, variantPrices } from '../parse/variants.js';

export const pricing = part({
  prompt: amount,
  completion: amount,
  image: amount,
  request: amount,
  input_cache_read: amount,
  input_cache_write: amount,
  input_cache_write_1h: amount,
  internal_reasoning: amount,
  per_second: part({}),
  ocr_page: amount,
});

/** One provider's offer of the model. */
export const route = { providerId: text, pricing: part({ prompt: amount, completion: amount }) };

interface Priced {
  readonly pricing: z.infer<typeof pricing>;
  readonly providers: readonly { providerId: string | null; pricing: { prompt: Quoted; completion: Quoted } }[];
  readonly free: boolean | null;
}

/** "0" stands for "none" or "unknown", and is a price only where the row says that it is free. */
export function priceOf(model: Priced): Pick<Draft, 'cost' | 'tiers' | 'priceStatus'> {
  const { pricing: prices } = model;
  const video = variantPrices(
    'perSecond',
    Object.entries(prices.per_second).map(([size, price]) => ({
      variant: variantOf(size),
      price: perUnit(price) || null,
    })),
  );
  const cost = {
    input: perToken(prices.prompt),
    output: perToken(prices.completion),
    cacheRead: perToken(prices.input_cache_read),
    cacheWrite: perToken(prices.input_cache_write),
    cacheWrite1h: perToken(prices.input_cache_write_1h),
    reasoning: perToken(prices.internal_reasoning),
    perImage: perUnit(prices.image),
    perRequest: perUnit(prices.request),
    perPage: perUnit(prices.ocr_page),
    perSecond: video.base,
  };
  const priced = Object.fromEntries(Object.entries(cost).filter(([, price]) => price));
  const tiers = [...video.tiers, ...providerTiers(model)];
  if (Object.keys(priced).length > 0) return { cost: priced, tiers };
  const zero = { input: cost.input, output: cost.output };
  if (model.free) return { cost: zero, tiers, priceStatus: 'free' };
  return tiers.length > 0 ? { tiers, priceStatus: 'variable' } : { cost: zero };
}

/** The prices of providers that ask another price than the model's. */
function providerTiers({ providers, pricing: model }: Priced): Tier[] {
  const own = { input: perToken(model.prompt), output: perToken(model.completion) };
  return providers.flatMap(({ providerId, pricing: theirs }) => {
    const cost = { input: perToken(theirs.prompt) || null, output: perToken(theirs.completion) || null };
    const differs = (cost.input ?? own.input) !== own.input || (cost.output ?? own.output) !== own.output;
    return providerId && differs ? [{ when: { variant: providerId }, cost: stated(cost) }] : [];
  });
}
