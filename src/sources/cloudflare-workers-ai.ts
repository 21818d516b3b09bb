import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Modality, Mode } from '../model/model.js';
import type { Page } from '../model/page.js';
import { catalog } from './catalog.js';
import { authorOf, fromOpenRouterForm, openRouterRow } from './cloudflare-workers-ai/openRouterForm.js';
import { pricesIn } from './cloudflare-workers-ai/prices.js';
import { searched } from './cloudflare-workers-ai/search.js';
import { defineEndpoint, defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { isoDay } from './parse/dates.js';
import { amount, count, flag, id, part, parts, text } from './parse/fields.js';
import { jsonList } from './parse/json.js';

/** `id` is a UUID; the API takes `name`. */
const row = z.looseObject({
  name: id,
  task: part({ name: text }),
  deprecated: flag,
  properties: parts({ property_id: text, value: z.unknown().optional() }),
  asOf: text,
});
type Row = z.infer<typeof row>;

/** The values of the property bag are strings, whatever they stand for. */
const bag = z.looseObject({
  context_window: count,
  max_input_tokens: count,
  max_output_tokens: count,
  function_calling: flag,
  reasoning: flag,
  vision: flag,
  beta: flag,
  planned_deprecation_date: text,
  price: parts({ unit: text, price: amount, currency: text }),
});

/**
 * Cloudflare Workers AI: the list that Cloudflare's own docs are built from, no key, and the search API of an account
 * (key); a bag of properties, prices with the unit in words. Evidence: per-model files of the docs and a description
 * of the list of 28 September 2026; the OpenRouter form of the search is known from a client alone.
 */
export const cloudflareWorkersAi = defineSource({
  id: 'cloudflare-workers-ai',
  name: 'Cloudflare Workers AI',
  providerKind: 'host',
  docs: 'https://developers.cloudflare.com/workers-ai/models/',
  env: ['CLOUDFLARE_API_TOKEN', 'CLOUDFLARE_API_KEY'],
  unit: 'USD per 1M tokens; other units in words',
  evidence: 'recorded',
  endpoints: [
    listEndpoint('list', {
      list: { url: 'https://ai-cloudflare-com.pages.dev/api/models', headers: { accept: 'application/json' } },
      rows: (page) => dated(page, 'models'),
      row,
      normalize,
    }),
    defineEndpoint({
      name: 'api',
      fills: false,
      ...searched('', (page) => dated(page, 'result')),
      row,
      normalize,
    }),
    defineEndpoint({
      name: 'api-openrouter',
      ...searched('&format=openrouter', (page) => jsonList(page, 'data', 'result')),
      row: openRouterRow,
      normalize: fromOpenRouterForm,
    }),
    catalog('cloudflare-workers-ai'),
  ],
});

/** The day of the list goes with each row: a date of retirement counts from there. */
const dated = (page: Page, name: string): unknown[] =>
  jsonList(page, name).map((row) =>
    typeof row === 'object' && row !== null ? { ...row, asOf: page.fetchedAt.slice(0, 10) } : row,
  );

/** What each task turns into what, and what that is called here. */
const tasks: Readonly<Record<string, readonly [Mode, Modality[], Modality[]]>> = {
  'text generation': ['chat', ['text'], ['text']],
  'text embeddings': ['embedding', ['text'], []],
  'text-to-image': ['image', ['text'], ['image']],
  'text-to-speech': ['speech', ['text'], ['audio']],
  'automatic speech recognition': ['transcription', ['audio'], ['text']],
  'image-to-text': ['chat', ['image', 'text'], ['text']],
  'text classification': ['other', ['text'], ['text']],
  translation: ['other', ['text'], ['text']],
  summarization: ['other', ['text'], ['text']],
  'image classification': ['other', ['image'], ['text']],
  'object detection': ['other', ['image'], ['text']],
  'dumb pipe': ['other', [], []],
};

/** Undefined for a model whose date of retirement has passed. */
function normalize(model: Row): Draft | undefined {
  const properties = bag.parse(
    Object.fromEntries(model.properties.map((entry) => [entry.property_id ?? '', entry.value])),
  );
  const retiresAt = isoDay(properties.planned_deprecation_date);
  if (retiresAt !== null && model.asOf !== null && retiresAt < model.asOf) return undefined;
  const [mode, input, output] = tasks[model.task.name?.toLowerCase() ?? ''] ?? [null, [], []];
  return {
    id: model.name,
    ownedBy: authorOf(model.name),
    // A reranker is among the classifiers here.
    mode: /rerank/.test(model.name) ? 'rerank' : mode,
    modalities: { input: properties.vision ? [...input, 'image'] : input, output },
    limit: {
      context: properties.context_window ?? properties.max_input_tokens,
      output: properties.max_output_tokens,
    },
    capabilities: {
      toolCall: properties.function_calling,
      reasoning: properties.reasoning,
      attachment: properties.vision,
    },
    status: model.deprecated || retiresAt !== null ? 'deprecated' : properties.beta ? 'preview' : null,
    retiresAt,
    ...pricesIn(properties.price),
  };
}
