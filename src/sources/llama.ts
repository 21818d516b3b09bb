import type { Draft } from '../model/draft.js';
import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { openaiList } from './openaiList.js';
import { withDrafts } from './withDrafts.js';

/** The API is a free preview, so the catalog's 0 is a price here, not a gap. */
const freePreview = withDrafts(catalog('llama'), (draft) =>
  isZero(draft.cost) ? { ...draft, priceStatus: 'free' } : draft,
);

/** Input and output are both said to cost 0, and nothing else costs more. */
function isZero(cost: Draft['cost']): boolean {
  return cost?.input === 0 && cost.output === 0 && Object.values(cost).every((price) => !price);
}

/**
 * Meta's Llama API: GET /v1/models (key; ids in mixed case, no prices) and models.dev, where all prices are 0: a free,
 * limited preview. The docs page shows its table only to a browser.
 * Evidence: the list from typed clients, its body inferred; models.dev of July 2026.
 */
export const llama = defineSource({
  id: 'llama',
  name: 'Llama',
  providerKind: 'lab',
  docs: 'https://llama.developer.meta.com/docs/models',
  env: ['LLAMA_API_KEY'],
  unit: 'free preview (models.dev: 0 USD per 1M tokens)',
  evidence: 'inferred',
  endpoints: [
    // `owned_by` is the host of a variant: Meta itself, Cerebras or Groq.
    openaiList('https://api.llama.com/v1/models', { env: ['LLAMA_API_KEY'] }, ({ owned_by: host }) =>
      host?.toLowerCase() === 'meta' ? host : null,
    ),
    freePreview,
  ],
});
