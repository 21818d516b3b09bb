import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { api } from './xai/api.js';
import { page } from './xai/docs.js';

/**
 * xAI: GET /v1/language-models and its two sisters (key; prices as whole numbers of 1e-10 USD per token), then the
 * models page as markdown (USD per 1M tokens). The pricing page has the same tables.
 * Evidence: typed clients and a sync of August 2026, excerpts of the page of September and October 2026.
 */
export const xai = defineSource({
  id: 'xai',
  name: 'xAI',
  docs: 'https://docs.x.ai/developers/models',
  env: ['XAI_API_KEY'],
  unit: 'USD per 1M tokens (API: 1e-10 USD per token)',
  evidence: 'schema',
  endpoints: [
    api,
    page('docs', 'https://docs.x.ai/docs/models.md', true),
    page('pricing', 'https://docs.x.ai/developers/pricing.md', false),
    catalog('xai'),
  ],
});
