import { z } from 'zod';
import { amount, count, id, part, parts, text } from '../../parse/fields.js';

/** US cents for one: a token, an image, a second. */
const price = part({ price: amount });
const prices = parts({ price: amount, variant: text });

const rates = part({
  request_token: price,
  response_token: price,
  /** What the others are where a model writes or reads images as well. */
  request_text_token: price,
  response_text_token: price,
  cache_read_input_token: price,
  cache_read_text_input_token: price,
  cached_text_input_token: price,
  cache_write_input_token: price,
  reasoning_token: price,
  request_audio_token: price,
  response_audio_token: price,
  request_image_token: price,
  response_image_token: price,
  images: prices,
  seconds: prices,
  additional_units: part({
    cache_write_1h: price,
    image_token: price,
    image_1k: price,
    megapixels: price,
    request_audio_token: price,
    response_audio_token: price,
    video_seconds: price,
    input_video_essential: price,
    input_video_standard: price,
    input_video_plus: price,
    web_search_low_context: price,
    web_search_medium_context: price,
    web_search_high_context: price,
  }),
});

export const row = z.looseObject({
  provider: id,
  model: id,
  currency: text,
  rates,
  batch: rates,
  fixed_cost: part({ request: price, response: price }),
  offers: parts({ region: text, serviceTier: text, contextAbove: count, contextUpTo: count, variant: text, rates }),
});

export type Row = z.infer<typeof row>;
export type Rates = z.infer<typeof rates>;
export type Price = z.infer<typeof price>;
