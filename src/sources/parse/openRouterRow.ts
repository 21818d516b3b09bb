import { z } from 'zod';
import type { Lifecycle, Mode, Tier } from '../../model/model.js';
import type { Draft } from '../../model/draft.js';
import { isoDay, unixDay } from './dates.js';
import { amount, count, id, part, parts, text, texts } from './fields.js';
import { vendorOf } from './hostList.js';
import { attachable, modalitiesOf, modeOf } from './modalities.js';
import { isVariable, perToken, perUnit, stated } from './money.js';

const prices = {
  prompt: amount,
  completion: amount,
  input_cache_read: amount,
  input_cache_write: amount,
  input_cache_write_1h: amount,
  internal_reasoning: amount,
  image: amount,
  image_output: amount,
  audio: amount,
  audio_output: amount,
  request: amount,
};

/** A row of OpenRouter's own list, and of those that pass it on; prices are USD per token but for `request`. */
export const openRouterRow = z.looseObject({
  id,
  name: text,
  created: count,
  context_length: count,
  architecture: part({ input_modalities: texts, output_modalities: texts }),
  pricing: part({ ...prices, overrides: parts({ ...prices, min_prompt_tokens: count }) }),
  top_provider: part({ context_length: count, max_completion_tokens: count }),
  supported_parameters: texts,
  reasoning: z.unknown().optional(),
  expiration_date: text,
});
type OpenRouterRow = z.infer<typeof openRouterRow>;
type Pricing = OpenRouterRow['pricing'];
type Override = Pricing['overrides'][number];

/** What such a row says. `free`: whether it says that the model is. */
export function openRouterDraft(model: OpenRouterRow, free = /(:|\/)free$/.test(model.id)): Draft {
  const { architecture, supported_parameters: parameters, top_provider: server } = model;
  const can = (...names: string[]) => parameters && names.some((name) => parameters.includes(name));
  const input = modalitiesOf(architecture.input_modalities);
  const outputs = architecture.output_modalities?.map((name) => name.toLowerCase()) ?? [];
  const output = modalitiesOf(outputs.map((name) => (name === 'transcription' ? 'text' : name)));
  return {
    id: model.id,
    name: nameOf(model.name),
    ownedBy: vendorOf(model.id.replace(/^~/, '')),
    mode: (outputs.length === 1 && modes[outputs[0] ?? '']) || modeOf(input, output),
    modalities: { input, output },
    limit: { context: model.context_length ?? server.context_length, output: server.max_completion_tokens },
    capabilities: {
      toolCall: can('tools', 'tool_choice'),
      reasoning: isObject(model.reasoning) || can('reasoning', 'include_reasoning'),
      structuredOutput: can('structured_outputs'),
      attachment: attachable(input),
      temperature: can('temperature'),
    },
    releaseDate: unixDay(model.created),
    ...expiry(model.expiration_date),
    ...priceOf(model.pricing, free),
  };
}

/** What the list calls the output of models that don't chat. */
const modes: Readonly<Record<string, Mode>> = {
  embeddings: 'embedding',
  embedding: 'embedding',
  rerank: 'rerank',
  speech: 'speech',
  transcription: 'transcription',
};

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** "Qwen: Qwen3.7 Max (50% off)" -> "Qwen3.7 Max": the vendor before it and the notes behind it are no part of the name. */
const nameOf = (name: string | null): string | null =>
  name?.replace(/^[^:]{1,40}: /, '').replace(/(\s*\((\d+(\.\d+)?\s*% off|free|new)\))+$/i, '') ?? null;

/** "2098-12-31" and the like stand for "no date". */
function expiry(day: string | null): { status?: Lifecycle; retiresAt?: string } {
  const retiresAt = day !== null && day < '2090' ? isoDay(day) : null;
  return retiresAt === null ? {} : { status: 'deprecated', retiresAt };
}

/** "-1" depends on the model that is routed to. Of a free model the two main prices are 0; any other 0 stands for "none". */
function priceOf(pricing: Pricing, saysFree: boolean): Pick<Draft, 'cost' | 'tiers' | 'priceStatus'> {
  if (isVariable(pricing.prompt) || isVariable(pricing.completion)) return { priceStatus: 'variable' };
  const cost = costOf(pricing);
  const tiers = pricing.overrides.flatMap(tierOf);
  if (Object.keys(cost).length > 0) return { cost, tiers };
  const zero = { input: perToken(pricing.prompt), output: perToken(pricing.completion) };
  return { cost: zero, tiers, ...(saysFree && { priceStatus: 'free' }) };
}

/** The prices above 0. */
function costOf(pricing: Omit<Override, 'min_prompt_tokens'>) {
  return stated({
    input: perToken(pricing.prompt) || null,
    output: perToken(pricing.completion) || null,
    cacheRead: perToken(pricing.input_cache_read) || null,
    cacheWrite: perToken(pricing.input_cache_write) || null,
    cacheWrite1h: perToken(pricing.input_cache_write_1h) || null,
    reasoning: perToken(pricing.internal_reasoning) || null,
    inputAudio: perToken(pricing.audio) || null,
    outputAudio: perToken(pricing.audio_output) || null,
    inputImage: perToken(pricing.image) || null,
    outputImage: perToken(pricing.image_output) || null,
    perRequest: perUnit(pricing.request) || null,
  });
}

/** A condition is never dropped: one that has no field of its own is told in the list's words. */
function tierOf(override: Override): Tier[] {
  const { utc_start: start, utc_end: end, min_prompt_tokens: above, ...rest } = override;
  const hours = isWord(start) && isWord(end) ? `${start}-${end}` : null;
  const others = Object.entries(hours === null ? override : rest).filter(
    ([key, value]) => /^(utc|min|max)_/.test(key) && key !== 'min_prompt_tokens' && value !== null,
  );
  const variant = others.map(([key, value]) => `${key} ${words(value)}`).join(', ');
  const when = {
    ...(above && { contextAbove: above }),
    ...(hours !== null && { timeUtc: hours }),
    ...(variant && { variant }),
  };
  const cost = costOf(override);
  return Object.keys(when).length > 0 && Object.keys(cost).length > 0 ? [{ when, cost }] : [];
}

const isWord = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

const words = (value: unknown): string =>
  Array.isArray(value) ? value.join(' ') : JSON.stringify(value).replaceAll('"', '');
