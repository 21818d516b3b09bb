import type { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';
import { paged } from './ask.js';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource, type Endpoint } from './define.js';
import { isoDay } from './parse/dates.js';
import { part, text } from './parse/fields.js';
import { jsonObject, jsonPages } from './parse/json.js';
import { openRouterIgnores, openRouterPricing, openRouterTier } from './parse/openRouterPrice.js';
import { openRouterDraft, openRouterRow, pricedRow } from './parse/openRouterRow.js';
import { rowId } from './parse/rowId.js';

const row = openRouterRow.extend({
  hugging_face_id: text,
  knowledge_cutoff: text,
  batch: part({ pricing: openRouterPricing }),
});

const models = (name: string, url: string): Endpoint =>
  defineEndpoint({
    name,
    requests: { list: paged({ url }, next) },
    rows: ({ list }) => withBatches(jsonPages(list, 'data')),
    row,
    ignores: { ...openRouterIgnores, '*.win_rate': 'of a benchmark' },
    normalize,
  });

/**
 * OpenRouter: GET /api/v1/models, no key; strings, "-1" = depends on the model that is routed to. USD per token where text
 * or images are written; per minute, hour, second or character of sound. Evidence: the whole list of 22 August 2026.
 */
export const openrouter = defineSource({
  id: 'openrouter',
  name: 'OpenRouter',
  providerKind: 'gateway',
  docs: 'https://openrouter.ai/docs/api-reference',
  env: ['OPENROUTER_API_KEY'],
  unit: 'USD per token, strings',
  evidence: 'recorded',
  endpoints: [
    models('api-all', 'https://openrouter.ai/api/v1/models?output_modalities=all'),
    // Without the query only models that write text are listed.
    { ...models('api', 'https://openrouter.ai/api/v1/models'), fills: false },
    catalog('openrouter'),
  ],
});

function normalize(model: z.infer<typeof row>): Draft {
  const draft = openRouterDraft(model);
  const batch = openRouterTier(pricedRow(model), model.batch.pricing, { serviceTier: 'batch' });
  return {
    ...draft,
    openWeights: model.hugging_face_id ? true : null,
    knowledge: isoDay(model.knowledge_cutoff),
    ...(batch.length > 0 && { tiers: [...(draft.tiers ?? []), ...batch] }),
  };
}

/** The batch price of a model stands in a row of its own, `<id>:batch`: it goes with the model's, where that is listed. */
function withBatches(rows: readonly unknown[]): unknown[] {
  const byId = new Map(rows.map((one) => [rowId(one), one]));
  return rows.flatMap((one) => {
    const id = rowId(one);
    if (id.endsWith(':batch') && byId.has(id.slice(0, -':batch'.length))) return [];
    const batch = byId.get(`${id}:batch`);
    return id !== '' && batch ? [{ ...(one as object), batch }] : [one];
  });
}

/** The envelope's `links.next`, null in all bodies seen so far. */
function next(page: Page): Request[] {
  const link = (jsonObject(page)['links'] as { next?: unknown } | null | undefined)?.next;
  return typeof link === 'string' && link !== '' ? [{ url: new URL(link, page.url).href }] : [];
}
