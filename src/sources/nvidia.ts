import { z } from 'zod';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource, type Endpoint } from './define.js';
import { id, text } from './parse/fields.js';
import { vendorOf } from './parse/hostList.js';
import { jsonList } from './parse/json.js';

const row = z.looseObject({ id, owned_by: text });

/**
 * NVIDIA NIM: GET /v1/models, no key; ids alone: no prices (trial credits), and `created` is the same day of 1993 in
 * every row. Some ids are listed twice. models.dev's entry knows limits and modalities; the
 * prices that it has for a few are left out.
 * Evidence: rows of a body of 18 September 2026.
 */
export const nvidia = defineSource({
  id: 'nvidia',
  name: 'NVIDIA NIM',
  docs: 'https://docs.api.nvidia.com/nim/reference/llm-apis',
  env: ['NVIDIA_API_KEY'],
  unit: 'no prices',
  evidence: 'recorded',
  endpoints: [
    defineEndpoint({
      name: 'api',
      requests: { list: { url: 'https://integrate.api.nvidia.com/v1/models' } },
      rows: ({ list }) => jsonList(list, 'data'),
      row,
      normalize: (model) => ({ id: model.id, ownedBy: model.owned_by ?? vendorOf(model.id), noPrice }),
    }),
    unpriced(catalog('nvidia')),
  ],
});

const noPrice = 'the list has no prices: calls are paid with trial credits';

function unpriced(endpoint: Endpoint): Endpoint {
  const normalize: Endpoint['normalize'] = (model) => {
    const draft = endpoint.normalize(model);
    return draft && { ...draft, cost: {}, tiers: [] };
  };
  return { ...endpoint, normalize };
}
