import type { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { CostField, Tier } from '../../model/model.js';
import { amount, count, flag, part, parts, partsByKey, text } from '../parse/fields.js';
import { isVariable, perToken, perUnit, stated } from '../parse/money.js';
import { type Variant, variantOf, variantPrices } from '../parse/variants.js';
import { withoutZeros } from '../parse/withoutZeros.js';

/** Ranges of prompt tokens, from `min` on and below `max`; the flat key beside them repeats the first one. */
const steps = parts({ cost: amount, min: count, max: count });

const service = { input: amount, output: amount, input_cache_read: amount, input_cache_write: amount };
const extended = { ...service, long_context: part({ ...service, threshold: count }) };
const tokens = {
  ...service,
  input_tiers: steps,
  output_tiers: steps,
  input_cache_read_tiers: steps,
  input_cache_write_tiers: steps,
};

/** A model's `pricing`: values of many types, of which each model has a few. */
export const pricing = part({
  ...tokens,
  service_tiers: partsByKey(extended),
  fast: part(extended),
  regional: partsByKey({ ...tokens, fast: part(extended) }),
  varies_by_provider: flag,
  image: amount,
  image_dimension_quality_pricing: parts({ cost: amount, size: text, quality: text, style: text, operation: text }),
  video_duration_pricing: parts({ cost_per_second: amount, resolution: text, mode: text, audio: flag }),
  audio_input_token_cost: amount,
  audio_output_token_cost: amount,
  speech_input_character_cost: amount,
  transcription_duration_cost_per_second: amount,
  realtime_session_duration_cost_per_second: amount,
});
type Pricing = z.infer<typeof pricing>;
type Service = Pick<Pricing, keyof typeof service>;
type Tokens = Service & Partial<Pick<Pricing, keyof typeof tokens>>;
type Extended = Pricing['fast'];
type When = Tier['when'];

const fields = [
  ['input', 'input'],
  ['output', 'output'],
  ['cacheRead', 'input_cache_read'],
  ['cacheWrite', 'input_cache_write'],
] as const;

/** The prices of a model, their tiers, and whether they depend on the call. */
export function priceOf(model: Pricing): Pick<Draft, 'cost' | 'tiers' | 'priceStatus'> {
  if (isVariable(model.input) || isVariable(model.output)) return { priceStatus: 'variable' };
  const image = variantPrices('perImage', model.image_dimension_quality_pricing.map(imageVariant));
  const video = variantPrices('perSecond', model.video_duration_pricing.map(videoVariant));
  const perCharacter = aboveZero(model.speech_input_character_cost);
  const perAudioSecond = aboveZero(model.transcription_duration_cost_per_second);
  const cost = withoutZeros({
    ...tokenCost(model),
    // Beside a price per character or second, `input` repeats it or holds a stand-in: it is none per token.
    ...(perCharacter !== null || perAudioSecond !== null ? { input: null } : {}),
    inputAudio: perToken(model.audio_input_token_cost),
    outputAudio: perToken(model.audio_output_token_cost),
    perImage: aboveZero(model.image) ?? image.base,
    perSecond: perAudioSecond ?? aboveZero(model.realtime_session_duration_cost_per_second) ?? video.base,
    perCharacter,
  });
  const tiers = [...tokenTiers(model), ...image.tiers, ...video.tiers];
  const onlyTiers = tiers.length > 0 && Object.keys(stated(cost)).length === 0;
  return { cost, tiers, ...((onlyTiers || model.varies_by_provider) && { priceStatus: 'variable' }) };
}

/** A price per image, second or character; 0 is how lists write that there is none. */
const aboveZero = (quoted: unknown): number | null => perUnit(quoted) || null;

/** The first range counts before the flat price. */
const tokenCost = (prices: Tokens) =>
  Object.fromEntries(
    fields.map(([field, key]) => [
      field,
      perToken(prices[`${key}_tiers`]?.find(({ min }) => min === null)?.cost) ?? perToken(prices[key]),
    ]),
  );

const tokenTiers = (model: Pricing): Tier[] => [
  ...contextTiers(model, {}),
  ...Object.entries(model.service_tiers).flatMap(([serviceTier, prices]) => serviceTiers(prices, { serviceTier })),
  ...serviceTiers(model.fast, { serviceTier: 'fast' }),
  ...Object.entries(model.regional).flatMap(([region, prices]) => [
    ...tier({ region }, tokenCost(prices)),
    ...contextTiers(prices, { region }),
    ...serviceTiers(prices.fast, { region, serviceTier: 'fast' }),
  ]),
];

const serviceTiers = (prices: Extended, when: When): Tier[] => {
  const { threshold } = prices.long_context;
  return [
    ...tier(when, tokenCost(prices)),
    ...(threshold ? tier({ ...when, contextAbove: threshold }, tokenCost(prices.long_context)) : []),
  ];
};

/** One tier for each length at which a price changes; a range from 200,001 on is what is above 200,000. */
function contextTiers(prices: Tokens, when: When): Tier[] {
  const starts = fields.flatMap(([, key]) => prices[`${key}_tiers`]?.flatMap(({ min }) => min ?? []) ?? []);
  return [...new Set(starts)]
    .sort((a, b) => a - b)
    .flatMap((start) => {
      const cost: [CostField, number | null][] = fields.map(([field, key]) => {
        const inRange = prices[`${key}_tiers`]?.filter(
          ({ min, max }) => (min ?? 0) <= start && start < (max ?? Infinity),
        );
        const last = inRange?.sort((a, b) => (a.min ?? 0) - (b.min ?? 0)).at(-1);
        return [field, perToken(last?.cost)];
      });
      return tier({ ...when, contextAbove: start - 1 }, Object.fromEntries(cost));
    });
}

const tier = (when: When, cost: { [field in CostField]?: number | null }): Tier[] => {
  const known = stated(withoutZeros(cost));
  return Object.values(known).some((price) => price > 0) ? [{ when, cost: known }] : [];
};

type Of<Field extends 'image_dimension_quality_pricing' | 'video_duration_pricing'> = Pricing[Field][number];

const imageVariant = ({ cost, operation, quality, size, style }: Of<'image_dimension_quality_pricing'>): Variant => ({
  variant: variantOf(operation, quality, size, style),
  price: aboveZero(cost),
});

const videoVariant = ({ cost_per_second: cost, mode, resolution, audio }: Of<'video_duration_pricing'>): Variant => ({
  variant: variantOf(mode, resolution, audio === null ? null : audio ? 'with audio' : 'without audio'),
  price: aboveZero(cost),
});
