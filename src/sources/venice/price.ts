import type { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import { amount, count, part } from '../parse/fields.js';
import { perMillion, perUnit, scaled, stated } from '../parse/money.js';
import { type Variant, variantOf, variantPrices } from '../parse/variants.js';
import { withoutZeros } from '../parse/withoutZeros.js';

/** Each price stands in dollars and in Venice's own credits. */
const price = part({ usd: amount });
const tokens = { input: price, output: price, cache_input: price, cache_write: price };

/** A model's `pricing`; which keys it has depends on the type of the model. */
export const pricing = part({
  ...tokens,
  extended: part({ ...tokens, context_token_threshold: count }),
  generation: price,
  inpaint: price,
  per_second: price,
  per_audio_second: price,
  per_thousand_characters: price,
});
type Pricing = z.infer<typeof pricing>;
type Tokens = Pick<Pricing, keyof typeof tokens>;
type Price = Pick<Draft, 'cost' | 'tiers' | 'priceStatus'>;

/** The prices of a model of that type; a price whose unit the type does not tell is left out. */
export function priceOf(type: string, model: Pricing): Price {
  if (type === 'text' || type === 'code' || type === 'embedding') return tokenPrices(model);
  const perSecond = perUnit(model.per_second.usd) ?? perUnit(model.per_audio_second.usd);
  const perCharacter =
    scaled(model.per_thousand_characters.usd, 1, 1000) ??
    (type === 'tts' ? scaled(model.input.usd, 1, 1_000_000) : null);
  const { cost, tiers } = isPicture(type) ? imagePrices(model) : requestPrices(type, model);
  const all = { ...cost, perSecond, perCharacter };
  const onlyTiers = tiers && tiers.length > 0 && Object.keys(stated(all)).length === 0;
  return { cost: all, ...(tiers && { tiers }), ...(onlyTiers && { priceStatus: 'variable' }) };
}

const isPicture = (type: string): boolean => type === 'image' || type === 'inpaint' || type === 'upscale';

function tokenPrices(model: Pricing): Price {
  const { context_token_threshold: above, ...extended } = model.extended;
  const long = stated(tokenCost(extended));
  const hasTier = above !== null && Object.keys(long).length > 0;
  return { cost: tokenCost(model), tiers: hasTier ? [{ when: { contextAbove: above }, cost: long }] : [] };
}

const tokenCost = (prices: Tokens) =>
  withoutZeros({
    input: perMillion(prices.input.usd),
    output: perMillion(prices.output.usd),
    cacheRead: perMillion(prices.cache_input.usd),
    cacheWrite: perMillion(prices.cache_write.usd),
  });

/** Per image, by resolution and quality where they matter. */
function imagePrices(model: Pricing): Price {
  const own = perUnit(model.generation.usd) ?? perUnit(model.inpaint.usd);
  const sizes = [...leaves(model['resolutions']), ...leaves(model['quality'])];
  const { base, tiers } = variantPrices('perImage', [{ variant: '', price: own }, ...sizes]);
  const upscaled = leaves(model['upscale'], 'upscale').flatMap((entry) =>
    entry.price === null ? [] : [{ when: { variant: entry.variant }, cost: { perImage: entry.price } }],
  );
  return { cost: { perImage: base }, tiers: [...tiers, ...upscaled] };
}

/** Per piece of music, by its length where it matters. */
function requestPrices(type: string, model: Pricing): Price {
  const own = type === 'music' ? perUnit(model.generation.usd) : null;
  const lengths = leaves(model['durations']).map((entry) => ({ ...entry, variant: `${entry.variant} s` }));
  const { base, tiers } = variantPrices('perRequest', [{ variant: '', price: own }, ...lengths]);
  return { cost: { perRequest: base }, tiers };
}

/** The prices in nested objects such as `{"1K": {"high": {"usd": 0.26}}}`, each named by its keys. */
function leaves(value: unknown, ...keys: readonly string[]): Variant[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  if ('usd' in value) return [{ variant: variantOf(...keys), price: perUnit(value.usd) }];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, ...keys, key));
}
