import { z } from 'zod';
import { amount, count, id, part, parts, text, texts } from '../../parse/fields.js';

/** USD per one of what the name says: a token is ONE token. */
const prices = {
  input_cost_per_token: amount,
  output_cost_per_token: amount,
  cache_read_input_token_cost: amount,
  /** The older name of the cached read. */
  input_cost_per_token_cache_hit: amount,
  cache_creation_input_token_cost: amount,
  cache_creation_input_token_cost_above_1hr: amount,
  output_cost_per_reasoning_token: amount,
  citation_cost_per_token: amount,
  input_cost_per_audio_token: amount,
  output_cost_per_audio_token: amount,
  input_cost_per_image_token: amount,
  output_cost_per_image_token: amount,
  input_cost_per_image: amount,
  output_cost_per_image: amount,
  input_cost_per_pixel: amount,
  input_cost_per_second: amount,
  output_cost_per_second: amount,
  output_cost_per_second_1080p: amount,
  output_cost_per_video_per_second: amount,
  input_cost_per_audio_per_second: amount,
  input_cost_per_video_per_second: amount,
  input_cost_per_video_per_second_above_8s_interval: amount,
  input_cost_per_video_per_second_above_15s_interval: amount,
  input_cost_per_character: amount,
  output_cost_per_character: amount,
  input_cost_per_query: amount,
  input_cost_per_request: amount,
  ocr_cost_per_page: amount,
  annotation_cost_per_page: amount,
};

const range = z.array(z.number()).optional().catch(undefined);

/** The prices of an entry: without a condition, and under one. */
const entry = {
  ...prices,
  conditions: parts({ ...prices, contextAbove: count, serviceTier: text }),
  /** By the length of the prompt in tokens, or by the number of results. */
  tiered_pricing: parts({ ...prices, range, max_results_range: range }),
  /** How many times the price it is where a request must stay in the region. */
  regional_processing_uplift_multiplier_eu: amount,
  regional_processing_uplift_multiplier_us: amount,
  /** The same of Anthropic's models: to stay in the US, and the fast mode. */
  provider_specific_entry: part({ us: amount, fast: amount }),
  search_context_cost_per_query: part({
    search_context_size_low: amount,
    search_context_size_medium: amount,
    search_context_size_high: amount,
  }),
};

export const row = z.looseObject({
  key: id,
  model: text,
  litellm_provider: text,
  mode: text,
  supported_modalities: texts,
  supported_output_modalities: texts,
  ...entry,
  copies: parts({ ...entry, region: text, variant: text, pixels: count }),
});

export type Row = z.infer<typeof row>;
export type Prices = Readonly<Record<keyof typeof prices, z.infer<typeof amount>>>;
export type Entry = Pick<Row, keyof typeof entry>;
