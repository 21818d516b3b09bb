import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';
import { paged } from './ask.js';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource, type Endpoint } from './define.js';
import { isoDay } from './parse/dates.js';
import { text } from './parse/fields.js';
import { jsonObject, jsonPages } from './parse/json.js';
import { openRouterDraft, openRouterRow } from './parse/openRouterRow.js';

const row = openRouterRow.extend({ hugging_face_id: text, knowledge_cutoff: text });

const models = (name: string, url: string): Endpoint =>
  defineEndpoint({
    name,
    requests: { list: paged({ url }, next) },
    rows: ({ list }) => jsonPages(list, 'data'),
    row,
    normalize: (model) => ({
      ...openRouterDraft(model),
      openWeights: model.hugging_face_id ? true : null,
      knowledge: isoDay(model.knowledge_cutoff),
    }),
  });

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
  endpoints: [
    models('api-all', 'https://openrouter.ai/api/v1/models?output_modalities=all'),
    { ...models('api', 'https://openrouter.ai/api/v1/models'), fills: false },
    catalog('openrouter'),
  ],
});

/** The envelope's `links.next`, null in all bodies seen so far. */
function next(page: Page): Request[] {
  const link = (jsonObject(page)['links'] as { next?: unknown } | null | undefined)?.next;
  return typeof link === 'string' && link !== '' ? [{ url: new URL(link, page.url).href }] : [];
}
