import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import { isoDay } from './dates.js';
import { amount, count, id, part, parts, text, texts } from './fields.js';
import { attachable, modalitiesOf, modeOf } from './modalities.js';
import { isVariable, perToken, perUnit, stated } from './money.js';
import { withoutZeros } from './withoutZeros.js';

/** The prices of a row, USD per token but for `request`. */
export const hostPrices = {
  prompt: amount,
  completion: amount,
  input_cache_read: amount,
  /** An older spelling. */
  input_cache_reads: amount,
  input_cache_write: amount,
  input_cache_writes: amount,
  request: amount,
};

/** Prices by length of prompt come as a list, the first without `min_context`. */
const stepped = z
  .unknown()
  .optional()
  .transform((value): unknown => (Array.isArray(value) ? { ...value[0], steps: value.slice(1) as unknown[] } : value))
  .pipe(part({ ...hostPrices, steps: parts({ ...hostPrices, min_context: count }) }));
type Prices = Partial<z.infer<typeof stepped>>;
const pricing: z.ZodType<Prices> = stepped;

/**
 * A row of the list that many hosts of open models publish, in the form that OpenRouter asks of its providers:
 * prices are USD per token. Hosts leave out what they like.
 */
export const hostRow = z.looseObject({
  id,
  name: text,
  context_length: count,
  max_completion_tokens: count,
  max_output_length: count,
  input_modalities: texts,
  output_modalities: texts,
  supported_features: texts,
  supported_sampling_parameters: texts,
  quantization: text,
  deprecation_date: text,
  pricing,
});
type HostRow = z.infer<typeof hostRow>;

/** What such a row says. A price of 0 is none: these hosts give nothing away. */
export function hostDraft(row: HostRow): Draft {
  const input = modalitiesOf(row.input_modalities);
  const output = modalitiesOf(row.output_modalities);
  return {
    id: row.id,
    name: row.name,
    ownedBy: vendorOf(row.id),
    mode: modeOf(input, output),
    modalities: { input, output },
    limit: { context: row.context_length, output: row.max_completion_tokens ?? row.max_output_length },
    capabilities: { ...featuresOf(row.supported_features), attachment: attachable(input), ...samplingOf(row) },
    quantization: row.quantization,
    deprecatedAt: isoDay(row.deprecation_date),
    ...priceOf(row.pricing),
  };
}

/** The lab in an id such as `deepseek-ai/DeepSeek-V3.1`; null for a bare one. */
export const vendorOf = (model: string): string | null => /^([^/]+)\/./.exec(model)?.[1] ?? null;

/** What a list of features says; null throughout where there is none. */
export function featuresOf(features: readonly string[] | null): NonNullable<Draft['capabilities']> {
  const names = features?.map((feature) => feature.toLowerCase().replaceAll('-', '_')) ?? null;
  const has = (...any: string[]): boolean | null => names && any.some((name) => names.includes(name));
  return {
    toolCall: has('tools', 'function_calling'),
    reasoning: has('reasoning', 'reasoning_effort'),
    structuredOutput: has('structured_outputs'),
  };
}

const samplingOf = ({ supported_sampling_parameters: parameters }: HostRow) => ({
  temperature: parameters && parameters.includes('temperature'),
});

/** Prices in USD per token; a negative one says that it varies. */
export function priceOf(pricing: Prices): Pick<Draft, 'cost' | 'tiers' | 'priceStatus'> {
  if (isVariable(pricing.prompt) || isVariable(pricing.completion)) return { priceStatus: 'variable' };
  const tiers = (pricing.steps ?? []).flatMap(({ min_context: from, ...prices }) => {
    const cost = stated(costOf(prices));
    return from && Object.values(cost).some((price) => price > 0) ? [{ when: { contextAbove: from }, cost }] : [];
  });
  return { cost: costOf(pricing), ...(tiers.length > 0 && { tiers }) };
}

const costOf = (prices: Prices) =>
  withoutZeros({
    input: perToken(prices.prompt),
    output: perToken(prices.completion),
    cacheRead: perToken(prices.input_cache_read ?? prices.input_cache_reads),
    cacheWrite: perToken(prices.input_cache_write ?? prices.input_cache_writes),
    perRequest: perUnit(prices.request),
  });
