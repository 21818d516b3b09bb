import type { CostField } from '../../model/cost.js';
import { perHour, perMillion, perMillionTokens, perThousand } from '../exact.js';

/** The list's name of a price, and what makes its number of ours. */
export const fields: Partial<Record<CostField, readonly [string, (price: number) => number]>> = {
  input: ['input_mtok', perMillionTokens],
  output: ['output_mtok', perMillionTokens],
  cacheRead: ['cache_read_mtok', perMillionTokens],
  cacheWrite: ['cache_write_mtok', perMillionTokens],
  cacheWrite1h: ['cache_write_1h_mtok', perMillionTokens],
  reasoning: ['output_reasoning_mtok', perMillionTokens],
  inputAudio: ['input_audio_mtok', perMillionTokens],
  outputAudio: ['output_audio_mtok', perMillionTokens],
  inputImage: ['input_image_mtok', perMillionTokens],
  outputImage: ['output_image_mtok', perMillionTokens],
  perRequest: ['requests_kcount', perThousand],
  perSearch: ['web_searches_kcount', perThousand],
  perSecond: ['audio_hours', perHour],
  perCharacter: ['input_mchars', perMillion],
};

/** The price that has to be there as well, or no price is worked out. */
const wanted: Partial<Record<CostField, CostField>> = {
  cacheRead: 'input',
  cacheWrite: 'input',
  cacheWrite1h: 'cacheWrite',
  inputAudio: 'input',
  inputImage: 'input',
  reasoning: 'output',
  outputAudio: 'output',
  outputImage: 'output',
};

const caches: readonly CostField[] = ['cacheRead', 'cacheWrite', 'cacheWrite1h'];

/** Prices that overlap, of which the first is left out: a cached image has a price of its own, which nobody states. */
const overlapping: Partial<Record<CostField, readonly CostField[]>> = {
  inputAudio: caches,
  inputImage: caches,
  reasoning: ['outputAudio', 'outputImage'],
};

/** Why a price can't stand among those that are known of a model; null where it can. */
export function misfit(field: CostField, known: ReadonlySet<CostField>): string | null {
  for (let above = wanted[field]; above; above = wanted[above]) {
    if (!known.has(above)) return `the format wants ${above} beside ${field}, and it is not known`;
  }
  const other = overlapping[field]?.find((one) => known.has(one));
  return other ? `the format wants a price of ${field} and ${other} together, and none is known` : null;
}
