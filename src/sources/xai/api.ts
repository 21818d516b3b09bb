import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import { mode as modeSchema, type Mode } from '../../model/model.js';
import type { Page } from '../../model/page.js';
import type { Request } from '../../model/request.js';
import { companion } from '../ask.js';
import { defineEndpoint } from '../define.js';
import { unixDay } from '../parse/dates.js';
import { amount, count, id, part, text, texts } from '../parse/fields.js';
import { jsonList } from '../parse/json.js';
import { attachable, modalitiesOf } from '../parse/modalities.js';
import { scaled, stated } from '../parse/money.js';
import { withoutZeros } from '../parse/withoutZeros.js';

const row = z.looseObject({
  id,
  mode: text,
  created: count,
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
  max_prompt_length: count,
  capabilities: part({ reasoning_effort: texts }),
});
type Row = z.infer<typeof row>;

const key = { env: ['XAI_API_KEY'] };
const images: Request = { url: 'https://api.x.ai/v1/image-generation-models', key };
const videos: Request = { url: 'https://api.x.ai/v1/video-generation-models', key };

/** Three lists with a key, by what a model makes. Aliases are other names of the same offer, up to 15 of them. */
export const api = defineEndpoint({
  name: 'api',
  requests: {
    language: { url: 'https://api.x.ai/v1/language-models', key },
    images: companion(images, { brings: 'models', read: (page) => modelsIn(page, 'image') }),
    videos: companion(videos, { brings: 'models', read: (page) => modelsIn(page, 'video') }),
  },
  rows: (pages) => [...modelsIn(pages.language, 'chat'), ...(pages.images ?? []), ...(pages.videos ?? [])],
  row,
  normalize,
});

/** The rows, with what the list is about. */
const modelsIn = (page: Page, mode: Mode): unknown[] =>
  jsonList(page, 'models', 'data').map((model) =>
    typeof model === 'object' && model !== null ? { ...model, mode } : model,
  );

/** Prices are whole numbers of 1e-10 USD, per token or per image; 0 is how a model without such a price is written. */
function normalize(model: Row): Draft {
  const perToken = (price: unknown) => scaled(price, 1, 10_000_000);
  const input = modalitiesOf(model.input_modalities);
  const mode = modeSchema.safeParse(model.mode).data ?? null;
  const long = stated(
    withoutZeros({
      input: perToken(model.prompt_text_token_price_long_context),
      output: perToken(model.completion_text_token_price_long_context),
      cacheRead: perToken(model.cached_prompt_text_token_price_long_context),
    }),
  );
  const isLong = model.long_context_threshold !== null && Object.values(long).some((price) => price > 0);
  return {
    id: model.id,
    ownedBy: model.owned_by,
    mode,
    modalities: { input, output: modalitiesOf(model.output_modalities) },
    limit: { context: model.max_prompt_length },
    capabilities: {
      reasoning: model.capabilities.reasoning_effort?.length ? true : null,
      attachment: attachable(input),
    },
    releaseDate: unixDay(model.created),
    cost: withoutZeros({
      input: perToken(model.prompt_text_token_price),
      output: perToken(model.completion_text_token_price),
      cacheRead: perToken(model.cached_prompt_text_token_price),
      inputImage: perToken(model.prompt_image_token_price),
      perImage: scaled(model.image_price, 1, 10_000_000_000),
    }),
    tiers: isLong ? [{ when: { contextAbove: model.long_context_threshold ?? 0 }, cost: long }] : [],
  };
}
