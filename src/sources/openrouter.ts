import type { z } from 'zod';
import type { Page, Request } from '../fetch/request.js';
import { catalog } from './catalog.js';
import { isoDay } from './parse/dates.js';
import { text } from './parse/fields.js';
import { jsonObject, jsonPages } from './parse/json.js';
import { openRouterDraft, openRouterRow } from './parse/openRouterRow.js';
import { defineLink, defineSource, type Link } from './source.js';

const row = openRouterRow.extend({ hugging_face_id: text, knowledge_cutoff: text });
type Row = z.infer<typeof row>;

const list: Omit<Link<Row>, 'name' | 'requests'> = {
  next,
  rows: (pages) => jsonPages(pages, 'data'),
  row,
  normalize: (model) => ({
    ...openRouterDraft(model),
    openWeights: model.hugging_face_id ? true : null,
    knowledge: isoDay(model.knowledge_cutoff),
  }),
};

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
    defineLink({
      ...list,
      name: 'api-all',
      requests: [{ url: 'https://openrouter.ai/api/v1/models?output_modalities=all' }],
    }),
    defineLink({ ...list, name: 'api', fills: false, requests: [{ url: 'https://openrouter.ai/api/v1/models' }] }),
    catalog('openrouter'),
  ],
});

/** The envelope's `links.next`, null in all bodies seen so far. */
function next(page: Page): Request[] {
  const link = (jsonObject(page)['links'] as { next?: unknown } | null | undefined)?.next;
  return typeof link === 'string' && link !== '' ? [{ url: new URL(link, page.url).href }] : [];
}
