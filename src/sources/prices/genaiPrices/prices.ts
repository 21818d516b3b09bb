import { z } from 'zod';
import type { CostField } from '../../../model/cost.js';
import type { PriceRow } from '../../../model/price.js';
import { amount, count, parts } from '../../parse/fields.js';
import { scaledSigned } from '../../parse/money.js';

/** A number, or `{base, tiers}`: above `start` input tokens all tokens are at the tier's price. */
const price = z
  .unknown()
  .optional()
  .transform((value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? value : { base: value },
  )
  .pipe(z.looseObject({ base: amount, tiers: parts({ start: count, price: amount }) }));

/** `_mtok` is USD per 1M tokens, `_kcount` USD per 1,000 calls. */
export const prices = z.looseObject({
  input_mtok: price,
  output_mtok: price,
  cache_read_mtok: price,
  cache_write_mtok: price,
  cache_write_1h_mtok: price,
  output_reasoning_mtok: price,
  input_audio_mtok: price,
  output_audio_mtok: price,
  input_image_mtok: price,
  output_image_mtok: price,
  requests_kcount: price,
  web_searches_kcount: price,
});
export type Prices = z.infer<typeof prices>;

type Key = keyof typeof prices.shape;

const fields: readonly (readonly [Key, CostField])[] = [
  ['input_mtok', 'input'],
  ['output_mtok', 'output'],
  ['cache_read_mtok', 'cacheRead'],
  ['cache_write_mtok', 'cacheWrite'],
  ['cache_write_1h_mtok', 'cacheWrite1h'],
  ['output_reasoning_mtok', 'reasoning'],
  ['input_audio_mtok', 'inputAudio'],
  ['output_audio_mtok', 'outputAudio'],
  ['input_image_mtok', 'inputImage'],
  ['output_image_mtok', 'outputImage'],
  ['requests_kcount', 'perRequest'],
  ['web_searches_kcount', 'perSearch'],
];

/** One in a thousand: per 1M tokens to per 1,000 tokens, per 1,000 calls to per call. */
const thousandth = (quoted: unknown) => scaledSigned(quoted, 1, 1000);

/** The prices of a call with a short prompt, and those of longer ones by the number of tokens that the prompt is above. */
export function costsOf(stated: Prices): { base: PriceRow['cost']; above: ReadonlyMap<number, PriceRow['cost']> } {
  const base: PriceRow['cost'] = {};
  const above = new Map<number, PriceRow['cost']>();
  for (const [key, field] of fields) {
    const short = thousandth(stated[key].base);
    if (short !== null) base[field] = short;
    for (const { start, price: quoted } of stated[key].tiers) {
      const long = thousandth(quoted);
      if (start !== null && long !== null) above.set(start, { ...above.get(start), [field]: long });
    }
  }
  return { base, above };
}
