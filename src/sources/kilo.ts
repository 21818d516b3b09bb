import type { z } from 'zod';
import { catalog } from './catalog.js';
import { flag } from './parse/fields.js';
import { jsonPages } from './parse/json.js';
import { openRouterDraft, openRouterRow } from './parse/openRouterRow.js';
import { defineLink, defineSource, type Link } from './source.js';

const row = openRouterRow.extend({ isFree: flag });
type Row = z.infer<typeof row>;

const list: Omit<Link<Row>, 'name' | 'requests'> = {
  rows: (pages) => jsonPages(pages, 'data'),
  row,
  normalize: (model) => openRouterDraft(model, model.isFree ?? undefined),
};

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
