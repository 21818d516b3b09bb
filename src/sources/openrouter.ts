import { z } from 'zod';
import type { Page, Request } from '../fetch/request.js';
import { type Modality, modality, type Tier } from '../model/model.js';
import { catalog } from './catalog.js';
import { isoDay, unixDay } from './parse/dates.js';
import { amount, count, id, part, parts, text, texts } from './parse/fields.js';
import { jsonObject, jsonPages } from './parse/json.js';
import { isVariable, perToken, perUnit, stated } from './parse/money.js';
import { defineLink, defineSource, type Draft } from './source.js';

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

const row = z.looseObject({
  id,
  name: text,
  created: count,
  hugging_face_id: text,
  context_length: count,
  architecture: part({ input_modalities: texts, output_modalities: texts }),
  pricing: part({
    ...prices,
    overrides: parts({ ...prices, min_prompt_tokens: count, utc_start: text, utc_end: text }),
  }),
  top_provider: part({ context_length: count, max_completion_tokens: count }),
  supported_parameters: texts,
  knowledge_cutoff: text,
  expiration_date: text,
});
type Row = z.infer<typeof row>;
type Prices = Omit<Row['pricing'], 'overrides'>;

/**
 * OpenRouter: GET /api/v1/models, no key; strings, USD per token, "-1" = depends on the model that is routed to.
 * Evidence: bodies of 18 May and 1 August 2026; without `output_modalities=all` only models that write text are listed.
 */
export const openrouter = defineSource({
  id: 'openrouter',
  name: 'OpenRouter',
  docs: 'https://openrouter.ai/docs/api-reference',
  env: ['OPENROUTER_API_KEY'],
  unit: 'USD per token, strings',
  evidence: 'recorded',
  links: [
    defineLink<Row>({
      name: 'api-all',
      requests: [{ url: 'https://openrouter.ai/api/v1/models?output_modalities=all' }],
      next,
      rows,
      row,
      normalize,
    }),
    defineLink<Row>({
      name: 'api',
      fills: false,
      requests: [{ url: 'https://openrouter.ai/api/v1/models' }],
      next,
      rows,
      row,
      normalize,
    }),
    catalog('openrouter'),
  ],
});

function rows(pages: readonly Page[]): unknown[] {
  return jsonPages(pages, 'data');
}

/** The envelope's `links.next`, null in all bodies seen so far. */
function next(page: Page): Request[] {
  const link = (jsonObject(page)['links'] as { next?: unknown } | undefined)?.next;
  return typeof link === 'string' && link !== '' ? [{ url: new URL(link, page.url).href }] : [];
}

function normalize(model: Row): Draft {
  const { pricing, supported_parameters: parameters } = model;
  const can = (...names: string[]) => parameters && names.some((name) => parameters.includes(name));
  const variable = isVariable(pricing.prompt) || isVariable(pricing.completion);
  const free = model.id.endsWith(':free') || model.id === 'openrouter/free';
  const input = modalities(model.architecture.input_modalities);
  return {
    id: model.id,
    name: model.name?.replace(/^[^:]{1,40}: /, '').replace(/ \(free\)$/, '') ?? null,
    ownedBy: model.id.replace(/^~/, '').split('/')[0] ?? null,
    modalities: { input, output: modalities(model.architecture.output_modalities) },
    limit: { context: model.context_length, output: model.top_provider.max_completion_tokens },
    capabilities: {
      toolCall: can('tools', 'tool_choice'),
      reasoning: can('reasoning', 'include_reasoning'),
      structuredOutput: can('structured_outputs'),
      attachment: input.length > 0 ? input.some((kind) => kind !== 'text') : null,
      temperature: can('temperature'),
    },
    openWeights: model.hugging_face_id ? true : null,
    knowledge: isoDay(model.knowledge_cutoff),
    releaseDate: unixDay(model.created),
    retiresAt: retirement(model.expiration_date),
    ...(variable ? { priceStatus: 'variable' } : { cost: costOf(pricing), tiers: tiersOf(pricing) }),
    ...(free && { priceStatus: 'free' }),
  };
}

const modalities = (names: readonly string[] | null): Modality[] =>
  (names ?? [])
    .map((name) => (name === 'file' ? 'pdf' : name))
    .filter((name): name is Modality => modality.safeParse(name).success);

/** "2098-12-31" and the like stand for "no date". */
const retirement = (day: string | null): string | null => (day !== null && day < '2090' ? isoDay(day) : null);

function costOf(pricing: Prices): NonNullable<Draft['cost']> {
  const perRequest = perUnit(pricing.request);
  return {
    input: perToken(pricing.prompt),
    output: perToken(pricing.completion),
    cacheRead: perToken(pricing.input_cache_read),
    cacheWrite: perToken(pricing.input_cache_write),
    cacheWrite1h: perToken(pricing.input_cache_write_1h),
    reasoning: perToken(pricing.internal_reasoning),
    inputAudio: perToken(pricing.audio),
    outputAudio: perToken(pricing.audio_output),
    inputImage: perToken(pricing.image),
    outputImage: perToken(pricing.image_output),
    perRequest: perRequest === 0 ? null : perRequest,
  };
}

const tiersOf = (pricing: Row['pricing']): Tier[] =>
  pricing.overrides.flatMap((override) => {
    const { min_prompt_tokens: above, utc_start: start, utc_end: end } = override;
    const when = { ...(above && { contextAbove: above }), ...(start && end && { timeUtc: `${start}-${end}` }) };
    return Object.keys(when).length > 0 ? [{ when, cost: stated(costOf(override)) }] : [];
  });
