import type { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import { amount, flag, part, parts, text } from '../parse/fields.js';
import { isVariable, perToken, perUnit, stated } from '../parse/money.js';
import { type Variant, variantOf, variantPrices } from '../parse/variants.js';
import { withoutZeros } from '../parse/withoutZeros.js';
import { tokenCost, tokenPricing, tokenTiers } from './tokens.js';
import { videoTokens, videoTokenTiers } from './videoTokens.js';

/** A model's `pricing`: values of many types, of which each model has a few. */
export const pricing = part({
  ...tokenPricing,
  varies_by_provider: flag,
  image: amount,
  image_dimension_quality_pricing: parts({ cost: amount, size: text, quality: text, style: text, operation: text }),
  video_duration_pricing: parts({ cost_per_second: amount, resolution: text, mode: text, audio: flag }),
  audio_input_token_cost: amount,
  audio_output_token_cost: amount,
  speech_input_character_cost: amount,
  transcription_duration_cost_per_second: amount,
  realtime_session_duration_cost_per_second: amount,
  video_token_pricing: videoTokens,
});
type Pricing = z.infer<typeof pricing>;

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
  const tiers = [...tokenTiers(model), ...image.tiers, ...video.tiers, ...videoTokenTiers(model.video_token_pricing)];
  const onlyTiers = tiers.length > 0 && Object.keys(stated(cost)).length === 0;
  return { cost, tiers, ...((onlyTiers || model.varies_by_provider) && { priceStatus: 'variable' }) };
}

/** A price per image, second or character; 0 is how lists write that there is none. */
const aboveZero = (quoted: unknown): number | null => perUnit(quoted) || null;

type Of<Field extends 'image_dimension_quality_pricing' | 'video_duration_pricing'> = Pricing[Field][number];

const imageVariant = ({ cost, operation, quality, size, style }: Of<'image_dimension_quality_pricing'>): Variant => ({
  variant: variantOf(operation, quality, size, style),
  price: aboveZero(cost),
});

const videoVariant = ({ cost_per_second: cost, mode, resolution, audio }: Of<'video_duration_pricing'>): Variant => ({
  variant: variantOf(mode, resolution, audio === null ? null : audio ? 'with audio' : 'without audio'),
  price: aboveZero(cost),
});
