import { z } from 'zod';
import type { Page, Request } from '../../fetch/request.js';
import { mode as modeSchema } from '../../model/model.js';
import { unixDay } from '../parse/dates.js';
import { amount, count, id, part, text, texts } from '../parse/fields.js';
import { jsonList } from '../parse/json.js';
import { attachable, modalitiesOf } from '../parse/modalities.js';
import { scaled, stated } from '../parse/money.js';
import { withoutZeros } from '../parse/withoutZeros.js';
import { defineLink, type Draft } from '../source.js';

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
const modes: Readonly<Record<string, string>> = {
  language: 'chat',
  'image-generation': 'image',
  'video-generation': 'video',
};
const lists = Object.keys(modes).map((kind, i): Request => ({
  url: `https://api.x.ai/v1/${kind}-models`,
  key,
  ...(i > 0 && { optional: true }),
}));

/** Three lists with a key, by what a model makes. Aliases are other names of the same offer, up to 15 of them. */
export const api = defineLink<Row>({
  name: 'api',
  requests: lists,
  rows: (pages) => pages.flatMap((page, i) => (i === 0 ? modelsIn(page) : modelsOrNone(page))),
  row,
  normalize,
});

/** The rows, with what the list is about. */
const modelsIn = (page: Page): unknown[] =>
  jsonList(page, 'models', 'data').map((model) => {
    const kind = /\/v1\/(.+)-models/.exec(page.request.url)?.[1] ?? '';
    return typeof model === 'object' && model !== null ? { ...model, mode: modes[kind] } : model;
  });

function modelsOrNone(page: Page): unknown[] {
  try {
    return modelsIn(page);
  } catch {
    return [];
  }
}

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
