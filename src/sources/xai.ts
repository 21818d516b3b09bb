import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { api, models } from './xai/api.js';
import { page } from './xai/docs.js';

/**
 * xAI: GET /v1/models, then /v1/language-models and its two sisters for the modalities (key; prices as whole numbers of
 * 1e-10 USD per token), then the models page as markdown (USD per 1M tokens). The pricing page has the same tables.
 * Evidence: the list of August 2026, typed clients, excerpts of the page of September and October 2026.
 */
export const xai = defineSource({
  id: 'xai',
  name: 'xAI',
  providerKind: 'lab',
  docs: 'https://docs.x.ai/developers/models',
  env: ['XAI_API_KEY'],
  unit: 'USD per 1M tokens (API: 1e-10 USD per token)',
  evidence: 'recorded',
  endpoints: [
    models,
    api,
    page('docs', 'https://docs.x.ai/docs/models.md', true),
    page('pricing', 'https://docs.x.ai/developers/pricing.md', false),
    catalog('xai'),
  ],
});
