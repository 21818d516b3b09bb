import { z } from 'zod';
import { defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { count, id } from './parse/fields.js';
import { vendorOf } from './parse/hostList.js';
import { routed } from './routed.js';

const row = z.looseObject({ id, context_length: count, max_completion_tokens: count });

/**
 * Hyperbolic: GET /v1/models, only with a key (ids, no prices seen), and the Hugging Face router's list of what it
 * serves (no key; USD per 1M tokens), which has the same ids.
 * Evidence: nobody has shown the first; the second from importers of it, 2026.
 */
export const hyperbolic = defineSource({
  id: 'hyperbolic',
  name: 'Hyperbolic',
  providerKind: 'host',
  docs: 'https://docs.hyperbolic.xyz',
  env: ['HYPERBOLIC_API_KEY'],
  unit: 'USD per 1M tokens (Hugging Face router)',
  evidence: 'inferred',
  endpoints: [
    listEndpoint('api', {
      list: { url: 'https://api.hyperbolic.xyz/v1/models', key: { env: ['HYPERBOLIC_API_KEY'] } },
      row,
      normalize: (model) => ({
        id: model.id,
        ownedBy: vendorOf(model.id),
        limit: { context: model.context_length, output: model.max_completion_tokens },
        openWeights: model.id.includes('/') ? true : null,
      }),
    }),
    routed('hyperbolic'),
  ],
});
