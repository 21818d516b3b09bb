import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { openaiRow } from './openaiList.js';
import { vendorOf } from './parse/hostList.js';
import { withDrafts } from './withDrafts.js';

/**
 * NVIDIA NIM: GET /v1/models, no key; ids alone: no prices (trial credits), and `created` is the same day of 1993 in
 * every row. Some ids are listed twice. models.dev's entry knows limits and modalities; the
 * prices that it has for a few are left out.
 * Evidence: rows of a body of 18 September 2026.
 */
export const nvidia = defineSource({
  id: 'nvidia',
  name: 'NVIDIA NIM',
  providerKind: 'host',
  docs: 'https://docs.api.nvidia.com/nim/reference/llm-apis',
  env: ['NVIDIA_API_KEY'],
  unit: 'no prices',
  evidence: 'recorded',
  endpoints: [
    listEndpoint('api', {
      list: { url: 'https://integrate.api.nvidia.com/v1/models' },
      row: openaiRow,
      normalize: (model) => ({ id: model.id, ownedBy: model.owned_by ?? vendorOf(model.id), noPrice }),
    }),
    withDrafts(catalog('nvidia'), (draft) => ({ ...draft, cost: {}, tiers: [] })),
  ],
});

const noPrice = 'the list has no prices: calls are paid with trial credits';
