import { z } from 'zod';
import { amount, count, flag, id, part, parts, partsByKey, text, texts } from '../parse/fields.js';

const prices = {
  input: amount,
  output: amount,
  cache_read: amount,
  cache_write: amount,
  reasoning: amount,
  input_audio: amount,
  output_audio: amount,
};

/** A model of models.dev; prices are USD per 1M tokens. */
export const row = z.looseObject({
  id,
  name: text,
  family: text,
  attachment: flag,
  reasoning: flag,
  tool_call: flag,
  temperature: flag,
  structured_output: flag,
  open_weights: flag,
  knowledge: text,
  release_date: text,
  last_updated: text,
  modalities: part({ input: texts, output: texts }),
  limit: part({ context: count, input: count, output: count }),
  status: text,
  cost: part({
    ...prices,
    tiers: parts({ ...prices, tier: part({ type: text, size: count }) }),
    context_over_200k: part(prices),
  }),
  experimental: part({ modes: partsByKey({ cost: part(prices) }) }),
});
export type Row = z.infer<typeof row>;
export type Prices = Row['cost']['context_over_200k'];
