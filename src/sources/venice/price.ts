import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Issue } from '../../model/pricing.js';
import { amount, count, part } from '../parse/fields.js';
import { perMillion, perUnit, scaled, stated } from '../parse/money.js';
import { withoutZeros } from '../parse/withoutZeros.js';
import { imagePrices, leaves, requestPrices } from './variants.js';

/** Each price stands in dollars and in Venice's own credits. */
const price = part({ usd: amount });
const nested = z.unknown().optional();
const tokens = { input: price, output: price, cache_input: price, cache_write: price };

/** A model's `pricing`; which keys it has depends on the type of the model. */
export const pricing = part({
  ...tokens,
  extended: part({ ...tokens, context_token_threshold: count }),
  generation: price,
  inpaint: price,
  resolutions: nested,
  quality: nested,
  upscale: nested,
  durations: nested,
  inputImages: part({ included: amount, additional: price }),
  per_second: price,
  per_audio_second: price,
  per_thousand_characters: price,
});
export type Pricing = z.infer<typeof pricing>;
type Tokens = Pick<Pricing, keyof typeof tokens>;
type Price = Pick<Draft, 'cost' | 'tiers' | 'priceStatus' | 'issues' | 'noPrice'>;

/** The prices of a model of that type; a price whose unit the type does not tell is left out and told. */
export function priceOf(type: string, model: Pricing): Price {
  const read = isText(type) ? tokenPrices(model) : unitPrices(type, model);
  const issues = [...unreadIn(type, model), ...(read.issues ?? [])];
  const isSilent = leaves(model).every((leaf) => leaf.price === null);
  return { ...read, issues, ...(type === 'video' && isSilent && { noPrice: 'the list states no prices of videos' }) };
}

const isText = (type: string): boolean => type === 'text' || type === 'code' || type === 'embedding';
const isPicture = (type: string): boolean => type === 'image' || type === 'inpaint' || type === 'upscale';

function unitPrices(type: string, model: Pricing): Price {
  const perSecond = perUnit(model.per_second.usd) ?? perUnit(model.per_audio_second.usd);
  const perCharacter =
    scaled(model.per_thousand_characters.usd, 1, 1000) ??
    (type === 'tts' ? scaled(model.input.usd, 1, 1_000_000) : null);
  const { cost, tiers } = isPicture(type) ? imagePrices(model) : requestPrices(type, model);
  const all = { ...cost, perSecond, perCharacter };
  const onlyTiers = tiers && tiers.length > 0 && Object.keys(stated(all)).length === 0;
  return { cost: all, ...(tiers && { tiers }), ...(onlyTiers && { priceStatus: 'variable' }) };
}

/** The keys that are read of a model of that type. */
function readKeys(type: string): readonly string[] {
  if (isText(type)) return [...Object.keys(tokens), 'extended'];
  const sound = ['per_second', 'per_audio_second', 'per_thousand_characters'];
  if (isPicture(type)) return [...sound, 'generation', 'inpaint', 'resolutions', 'quality', 'upscale', 'inputImages'];
  return [...sound, 'durations', ...(type === 'tts' ? ['input'] : []), ...(type === 'music' ? ['generation'] : [])];
}

/** Prices that a model of that type has in keys of another one. */
const unreadIn = (type: string, model: Pricing): Issue[] =>
  Object.keys(pricing.out.shape)
    .filter((key) => !readKeys(type).includes(key))
    .flatMap((key) => leaves(model[key], key))
    .filter((leaf) => (leaf.price ?? 0) > 0)
    .map((leaf) => ({
      code: 'unread-price',
      detail: `${leaf.variant}: ${leaf.price} of a model of type ${type || '?'}`,
    }));

function tokenPrices(model: Pricing): Price {
  const { context_token_threshold: above, ...extended } = model.extended;
  const long = stated(tokenCost(extended));
  const cost = tokenCost(model);
  if (Object.keys(long).length === 0) return { cost };
  return above === null
    ? { cost, issues: [{ code: 'unread-condition', detail: 'a price of long prompts without its threshold' }] }
    : { cost, tiers: [{ when: { contextAbove: above }, cost: long }] };
}

const tokenCost = (prices: Tokens) =>
  withoutZeros({
    input: perMillion(prices.input.usd),
    output: perMillion(prices.output.usd),
    cacheRead: perMillion(prices.cache_input.usd),
    cacheWrite: perMillion(prices.cache_write.usd),
  });
