import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { api } from './togetherai/api.js';
import { docs, docsTwin } from './togetherai/docs.js';
import { supported } from './togetherai/supported.js';

/**
 * Together AI: GET /v2/supported-models (key; USD per 1M serverless tokens), GET /v1/models (key; a bare list of all
 * models, USD per 1M tokens, 0/0 = not served serverless) and the page of serverless models as markdown (USD per 1M
 * tokens, flags). `created` is the day of the listing.
 * Evidence: the page from bodies of two dates, the last of October 2026; the lists from their
 * schemas, the older one from a sync of August 2026 as well.
 */
export const togetherai = defineSource({
  id: 'togetherai',
  name: 'Together AI',
  providerKind: 'host',
  docs: 'https://docs.together.ai/docs/serverless-models',
  env: ['TOGETHER_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [supported, api, docs, docsTwin, catalog('togetherai')],
});
