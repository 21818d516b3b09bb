import type { CostField } from '../../model/cost.js';
import type { Model } from '../../model/model.js';
import { noPlace, stepOf } from '../conditions.js';
import { perOneToken } from '../exact.js';
import type { Loss } from '../export.js';
import type { PriceLine } from '../../cost/priceLines.js';
import type { Entry } from '../offersIn.js';
import { isOfTokens } from '../units.js';

/** LiteLLM's name of a price, USD per one token, or USD per one of what it is for. */
const tokenFields: Partial<Record<CostField, string>> = {
  input: 'input_cost_per_token',
  output: 'output_cost_per_token',
  cacheRead: 'cache_read_input_token_cost',
  cacheWrite: 'cache_creation_input_token_cost',
  cacheWrite1h: 'cache_creation_input_token_cost_above_1hr',
  reasoning: 'output_cost_per_reasoning_token',
  inputAudio: 'input_cost_per_audio_token',
  outputAudio: 'output_cost_per_audio_token',
  inputImage: 'input_cost_per_image_token',
  outputImage: 'output_cost_per_image_token',
};

/** How LiteLLM's keys end for a service tier. */
const levels: Readonly<Record<string, string>> = { batch: '_batches', flex: '_flex', priority: '_priority' };

/** Prices that LiteLLM knows under a condition, by the last part of the ending. */
const conditional: Readonly<Record<string, readonly CostField[]>> = {
  _batches: ['input', 'output'],
  _flex: ['input', 'output', 'cacheRead', 'cacheWrite'],
  _priority: ['input', 'output', 'cacheRead', 'cacheWrite'],
  _tokens: ['input', 'output', 'cacheRead', 'cacheWrite', 'cacheWrite1h'],
};

/** The prices of an entry, by LiteLLM's keys. */
export function pricesOf({ mode }: Pick<Model, 'mode'>, lines: readonly PriceLine[]): Entry<Record<string, number>> {
  const value: Record<string, number> = {};
  const losses: Loss[] = [];
  for (const line of lines) {
    const name = tokenFields[line.field] ?? unitField(line.field, mode);
    const end = endOf(line, stepOf(line, lines));
    if (name === null || end === null) losses.push({ line, why: noPlace(line, name !== null) });
    else value[`${name}${end}`] = isOfTokens(line.field) ? perOneToken(line.price) : line.price;
  }
  return { value, losses };
}

/** How a key ends for a condition; null for one that LiteLLM has no ending for, or none with that price. */
function endOf({ field }: PriceLine, { contextAbove, serviceTier, ...others }: PriceLine['when']): string | null {
  if (Object.keys(others).length > 0 || (contextAbove !== undefined && contextAbove % 1000 !== 0)) return null;
  const level = serviceTier === undefined ? '' : levels[serviceTier];
  if (level === undefined || (level === '_batches' && contextAbove !== undefined)) return null;
  const end = `${contextAbove === undefined ? '' : `_above_${contextAbove / 1000}k_tokens`}${level}`;
  return end === '' || conditional[end.slice(end.lastIndexOf('_'))]?.includes(field) ? end : null;
}

/** What a price of no token is called depends on what the model is for. */
function unitField(field: CostField, mode: Model['mode']): string | null {
  switch (field) {
    case 'perImage':
      return mode === 'image' ? 'output_cost_per_image' : null;
    case 'perInputImage':
      return mode === 'embedding' || mode === 'image' ? 'input_cost_per_image' : null;
    case 'perSecond':
      if (mode === 'transcription') return 'input_cost_per_second';
      return mode === 'video' || mode === 'speech' ? 'output_cost_per_second' : null;
    case 'perCharacter':
      return mode === 'speech' ? 'input_cost_per_character' : null;
    case 'perSearch':
      return mode === 'rerank' ? 'input_cost_per_query' : null;
    case 'perRequest':
      return 'input_cost_per_request';
    case 'perPage':
      return mode === 'ocr' ? 'ocr_cost_per_page' : null;
    default:
      return null;
  }
}
