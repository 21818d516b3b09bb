import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { flag } from './parse/fields.js';
import { openRouterIgnores } from './parse/openRouterPrice.js';
import { openRouterDraft, openRouterRow } from './parse/openRouterRow.js';
import { sameList } from './sameList.js';

const row = openRouterRow.extend({ isFree: flag });

/**
 * Kilo Gateway: GET /api/gateway/models, no key; strings, USD per token, "-1" = depends on the model that is routed to.
 * Evidence: a full row of June 2026, trimmed rows of September 2026, the route's own source of February 2026.
 */
export const kilo = defineSource({
  id: 'kilo',
  name: 'Kilo Gateway',
  providerKind: 'gateway',
  docs: 'https://kilo.ai/docs/gateway',
  env: ['KILO_API_KEY'],
  unit: 'USD per token, strings',
  evidence: 'recorded',
  endpoints: [
    ...sameList({
      ways: {
        api: { url: 'https://api.kilo.ai/api/gateway/models' },
        'api-older-address': { url: 'https://api.kilo.ai/api/openrouter/models' },
      },
      row,
      ignores: openRouterIgnores,
      normalize: (model) => openRouterDraft(model, model.isFree ?? undefined),
    }),
    catalog('kilo'),
  ],
});
