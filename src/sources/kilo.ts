import { catalog } from './catalog.js';
import { defineEndpoint, defineSource, type Endpoint } from './define.js';
import { flag } from './parse/fields.js';
import { jsonList } from './parse/json.js';
import { openRouterIgnores } from './parse/openRouterPrice.js';
import { openRouterDraft, openRouterRow } from './parse/openRouterRow.js';

const row = openRouterRow.extend({ isFree: flag });

const list = (name: string, url: string): Endpoint =>
  defineEndpoint({
    name,
    requests: { list: { url } },
    rows: ({ list }) => jsonList(list, 'data'),
    row,
    ignores: openRouterIgnores,
    normalize: (model) => openRouterDraft(model, model.isFree ?? undefined),
  });

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
  endpoints: [
    list('api', 'https://api.kilo.ai/api/gateway/models'),
    { ...list('api-older-address', 'https://api.kilo.ai/api/openrouter/models'), fills: false },
    catalog('kilo'),
  ],
});
