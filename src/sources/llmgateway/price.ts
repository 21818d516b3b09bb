import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { CostField, Tier } from '../../model/cost.js';
import { amount, part, text } from '../parse/fields.js';
import { perToken, perUnit, stated } from '../parse/money.js';
import { openRouterTokenCost, openRouterTokens } from '../parse/openRouterTokens.js';
import { statedTier } from '../parse/statedTier.js';
import { variantOf, variantPrices } from '../parse/variants.js';

const prices = {
  ...openRouterTokens,
  image: amount,
  /** By resolution. */
  per_second: z
    .unknown()
    .optional()
    .transform((value) => (typeof value === 'object' && value !== null ? value : {}))
    .pipe(z.record(z.string(), amount)),
  ocr_page: amount,
};
export const pricing = part(prices);
type Pricing = z.infer<typeof pricing>;

type ImageField = 'perImage' | 'perInputImage';

/** One provider's offer of the model. */
export const route = { providerId: text, pricing };

interface Priced {
  readonly architecture: { readonly output_modalities: readonly string[] | null };
  readonly pricing: Pricing;
  readonly providers: readonly { readonly providerId: string | null; readonly pricing: Pricing }[];
  readonly free: boolean | null;
}

/** "0" stands for "none" or "unknown", and is a price only where the row says that it is free. */
export function priceOf(model: Priced): Pick<Draft, 'cost' | 'tiers' | 'priceStatus'> {
  const outputs = model.architecture.output_modalities ?? [];
  // Who writes no images is paid for those that it reads.
  const perImage = outputs.length === 0 || outputs.includes('image') ? 'perImage' : 'perInputImage';
  const { cost, video } = costOf(model.pricing, perImage);
  const tiers = [...video, ...providerTiers(model, perImage, cost)];
  if (Object.keys(cost).length > 0) return { cost, tiers };
  const zero = { input: perToken(model.pricing.prompt), output: perToken(model.pricing.completion) };
  if (tiers.length > 0) return { tiers, priceStatus: 'variable' };
  return model.free ? { cost: zero, priceStatus: 'free' } : { cost: zero };
}

/** The prices above 0. */
function costOf(quoted: Pricing, perImage: ImageField): { cost: Partial<Record<CostField, number>>; video: Tier[] } {
  const video = variantPrices(
    'perSecond',
    Object.entries(quoted.per_second).map(([size, price]) => ({
      variant: variantOf(size),
      price: perUnit(price) || null,
    })),
  );
  const cost = {
    ...openRouterTokenCost(quoted),
    [perImage]: perUnit(quoted.image) || null,
    perPage: perUnit(quoted.ocr_page) || null,
    perSecond: video.base,
  };
  return { cost: stated(cost), video: video.tiers };
}

/** The prices of providers that ask another price than the model's. */
const providerTiers = ({ providers }: Priced, perImage: ImageField, own: Partial<Record<CostField, number>>): Tier[] =>
  providers.flatMap(({ providerId, pricing: theirs }) => {
    const { cost, video } = costOf(theirs, perImage);
    const differs = Object.entries(cost).some(([field, price]) => own[field as CostField] !== price);
    const variant = providerId ?? '';
    return [
      ...(differs ? statedTier(variant ? { variant } : null, cost) : []),
      ...(variant ? video.map((tier) => ({ ...tier, when: { variant: variantOf(variant, tier.when.variant) } })) : []),
    ];
  });
