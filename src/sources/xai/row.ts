import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import { type Tier } from '../../model/cost.js';
import { mode as modeSchema, type Mode } from '../../model/model.js';
import { amount, count, id, part, parts, text, texts } from '../parse/fields.js';
import { attachable, modalitiesOf } from '../parse/modalities.js';
import { scaledBy, stated } from '../parse/money.js';
import { variantOf, variantPrices } from '../parse/variants.js';
import { withoutZeros } from '../parse/withoutZeros.js';

/** A row of any of the lists: they share their fields and leave out what they don't have. */
export const row = z.looseObject({
  id,
  mode: text,
  aliasOf: text,
  owned_by: text,
  input_modalities: texts,
  output_modalities: texts,
  prompt_text_token_price: amount,
  cached_prompt_text_token_price: amount,
  completion_text_token_price: amount,
  prompt_image_token_price: amount,
  prompt_text_token_price_long_context: amount,
  cached_prompt_text_token_price_long_context: amount,
  completion_text_token_price_long_context: amount,
  long_context_threshold: count,
  image_price: amount,
  pricing: parts({ quality: text, resolution: text, price_per_image: amount }),
  context_length: count,
  max_prompt_length: count,
  capabilities: part({ reasoning_effort: texts }),
});
type Row = z.infer<typeof row>;

/** Prices are whole numbers of 1e-10 USD, per token or per image. */
const perToken = scaledBy(1, 10_000_000);
const perImage = scaledBy(1, 10_000_000_000);

/** 0 is how a model without such a price is written. */
export function draftOf(model: Row): Draft {
  const input = modalitiesOf(model.input_modalities);
  const images = imagePrices(model);
  return {
    id: model.id,
    ownedBy: model.owned_by,
    mode: modeSchema.safeParse(model.mode).data ?? modeBy(model),
    modalities: { input, output: modalitiesOf(model.output_modalities) },
    limit: { context: model.context_length ?? model.max_prompt_length },
    capabilities: {
      reasoning: model.capabilities.reasoning_effort?.length ? true : null,
      attachment: attachable(input),
    },
    cost: withoutZeros({
      input: perToken(model.prompt_text_token_price),
      output: perToken(model.completion_text_token_price),
      cacheRead: perToken(model.cached_prompt_text_token_price),
      inputImage: perToken(model.prompt_image_token_price),
      perImage: images.base,
    }),
    tiers: [...longTiers(model), ...images.tiers],
    ...(model.aliasOf && { issues: [{ code: 'alias', detail: `stands for ${model.aliasOf} today` }] }),
  };
}

/** What it is paid for; videos have no price in the lists, so that the name alone tells them. */
function modeBy(model: Row): Mode | null {
  if (/(^|-)video(-|$)/.test(model.id)) return 'video';
  if (model.pricing.length > 0 || Number(model.image_price) > 0) return 'image';
  return Number(model.prompt_text_token_price) > 0 ? 'chat' : null;
}

/** By quality and size where the row says so: `image_price` is one of those then. */
function imagePrices({ pricing, image_price: price }: Row) {
  const bySize = pricing.map((entry) => ({
    variant: variantOf(entry.quality, entry.resolution),
    price: perImage(entry.price_per_image),
  }));
  return bySize.some((entry) => entry.price !== null)
    ? variantPrices('perImage', bySize)
    : { base: perImage(price), tiers: [] };
}

function longTiers(model: Row): Tier[] {
  const cost = stated(
    withoutZeros({
      input: perToken(model.prompt_text_token_price_long_context),
      output: perToken(model.completion_text_token_price_long_context),
      cacheRead: perToken(model.cached_prompt_text_token_price_long_context),
    }),
  );
  const above = model.long_context_threshold;
  if (!Object.values(cost).some((price) => price > 0)) return [];
  return [{ when: above === null ? { variant: 'long context' } : { contextAbove: above }, cost }];
}
