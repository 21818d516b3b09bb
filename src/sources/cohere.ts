import { catalog } from './catalog.js';
import { api } from './cohere/api.js';
import { docs, modelsPage } from './cohere/docs.js';
import { defineSource } from './define.js';

const repository = 'https://raw.githubusercontent.com/cohere-ai/cohere-developer-experience/main/fern';

/**
 * Cohere: GET /v1/models (key; no prices), the page of models as markdown (limits, status) and, by display name only,
 * the data of the pricing page (USD per 1M tokens). The page's source stands in its public repository too.
 * Evidence: the official schema and a sync of August 2026; the page of 20 August 2026; the pricing page from a parser.
 */
export const cohere = defineSource({
  id: 'cohere',
  name: 'Cohere',
  providerKind: 'lab',
  docs: 'https://docs.cohere.com/docs/models',
  env: ['COHERE_API_KEY', 'CO_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    api,
    docs('docs', modelsPage, true),
    docs('repository', `${repository}/pages/models/models.mdx`, false),
    catalog('cohere'),
  ],
});
