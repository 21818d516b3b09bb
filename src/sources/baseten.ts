import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { hostDraft, hostRow } from './parse/hostList.js';

/**
 * Baseten Model APIs: GET /v1/models, only with a key (`Authorization: Api-Key …`); strings, USD per token. Without one
 * models.dev's entry, which is made from that list.
 * Evidence: models.dev's schema and three typed clients, August 2026; no raw body seen.
 */
export const baseten = defineSource({
  id: 'baseten',
  name: 'Baseten',
  providerKind: 'host',
  docs: 'https://docs.baseten.co/inference/model-apis/overview',
  env: ['BASETEN_API_KEY'],
  unit: 'USD per token, strings',
  evidence: 'schema',
  endpoints: [
    listEndpoint('api', {
      list: { url: 'https://inference.baseten.co/v1/models', key: { env: ['BASETEN_API_KEY'], prefix: 'Api-Key ' } },
      row: hostRow,
      normalize: hostDraft,
    }),
    catalog('baseten'),
  ],
});
