import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { openaiList } from './openaiList.js';

/**
 * v0 by Vercel: GET /v1/models (key; ids only); everything else, prices in USD per 1M tokens included, is in models.dev.
 * No page for machines states the prices. Evidence: the list from typed clients, its body inferred; models.dev of July 2026.
 */
export const v0 = defineSource({
  id: 'v0',
  name: 'v0',
  providerKind: 'lab',
  docs: 'https://v0.app/docs/api/model',
  env: ['V0_API_KEY'],
  unit: 'USD per 1M tokens (models.dev)',
  evidence: 'inferred',
  endpoints: [openaiList('https://api.v0.dev/v1/models', { env: ['V0_API_KEY'] }), catalog('v0')],
});
