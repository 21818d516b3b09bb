import { z } from 'zod';
import { catalog } from './catalog.js';
import { isoDay, unixDay } from './parse/dates.js';
import { amount, count, flag, id, part, text, texts } from './parse/fields.js';
import { jsonPages } from './parse/json.js';
import { attachable, modalitiesOf, modeOf } from './parse/modalities.js';
import { isVariable, perToken, perUnit } from './parse/money.js';
import { defineLink, defineSource, type Draft, type Link } from './source.js';

const row = z.looseObject({
  id,
  name: text,
  created: count,
  architecture: part({ input_modalities: texts, output_modalities: texts }),
  top_provider: part({ context_length: count, max_completion_tokens: count }),
  pricing: part({
    prompt: amount,
    completion: amount,
    input_cache_read: amount,
    input_cache_write: amount,
    internal_reasoning: amount,
    image: amount,
    request: amount,
  }),
  context_length: count,
  supported_parameters: texts,
  expiration_date: text,
  isFree: flag,
});
type Row = z.infer<typeof row>;

const list: Omit<Link<Row>, 'name' | 'requests'> = { rows: (pages) => jsonPages(pages, 'data'), row, normalize };

/**
 * Kilo Gateway: GET /api/gateway/models, no key; strings, USD per token, "-1" = depends on the model that is routed to.
 * Evidence: a full row of June 2026, trimmed rows of September 2026, the route's own source of February 2026.
 */
export const kilo = defineSource({
  id: 'kilo',
  name: 'Kilo Gateway',
  docs: 'https://kilo.ai/docs/gateway',
  env: ['KILO_API_KEY'],
  unit: 'USD per token, strings',
  evidence: 'recorded',
  links: [
    defineLink({ ...list, name: 'api', requests: [{ url: 'https://api.kilo.ai/api/gateway/models' }] }),
    defineLink({
      ...list,
      name: 'api-older-address',
      fills: false,
      requests: [{ url: 'https://api.kilo.ai/api/openrouter/models' }],
    }),
    catalog('kilo'),
  ],
});

function normalize(model: Row): Draft {
  const { supported_parameters: parameters } = model;
  const can = (...names: string[]) => parameters && names.some((name) => parameters.includes(name));
  const input = modalitiesOf(model.architecture.input_modalities);
  const output = modalitiesOf(model.architecture.output_modalities);
  return {
    id: model.id,
    name: nameOf(model.name),
    ownedBy: model.id.includes('/') ? model.id.replace(/^~/, '').split('/')[0] : null,
    mode: modeOf(input, output),
    modalities: { input, output },
    limit: {
      context: model.context_length ?? model.top_provider.context_length,
      output: model.top_provider.max_completion_tokens,
    },
    capabilities: {
      toolCall: can('tools', 'tool_choice'),
      reasoning: can('reasoning', 'include_reasoning'),
      structuredOutput: can('structured_outputs'),
      attachment: attachable(input),
      temperature: can('temperature'),
    },
    releaseDate: unixDay(model.created),
    retiresAt: retirement(model.expiration_date),
    ...priceOf(model),
  };
}

/** "Qwen: Qwen3.7 Max (50% off)" -> "Qwen3.7 Max": the vendor before it and the notes behind it are no part of the name. */
const nameOf = (name: string | null): string | null =>
  name?.replace(/^[^:]{1,40}: /, '').replace(/(\s*\((\d+(\.\d+)?\s*% off|free|new)\))+$/i, '') ?? null;

/** "2098-12-31" and the like stand for "no date". */
const retirement = (day: string | null): string | null => (day !== null && day < '2090' ? isoDay(day) : null);

function priceOf({ id, isFree, pricing }: Row): Pick<Draft, 'cost' | 'priceStatus'> {
  if (isVariable(pricing.prompt) || isVariable(pricing.completion)) return { priceStatus: 'variable' };
  const cost = {
    input: perToken(pricing.prompt),
    output: perToken(pricing.completion),
    cacheRead: perToken(pricing.input_cache_read),
    cacheWrite: perToken(pricing.input_cache_write),
    reasoning: perToken(pricing.internal_reasoning),
    inputImage: perToken(pricing.image),
    perRequest: perUnit(pricing.request),
  };
  const free =
    (isFree ?? /(:free|\/free)$/.test(id)) && !Object.values(cost).some((price) => price !== null && price > 0);
  // Only the two main prices are written as 0 where they are 0; elsewhere it stands for "none".
  const { input, output, ...others } = cost;
  const stated = Object.fromEntries(Object.entries(others).map(([field, price]) => [field, price || null]));
  return { cost: { input, output, ...stated }, ...(free && { priceStatus: 'free' }) };
}
