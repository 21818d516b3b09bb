import { catalog } from './catalog.js';
import { defineEndpoint, defineSource } from './define.js';
import { hfRouter, routerDraft, routerRow, routerRows } from './parse/hfRouter.js';

/**
 * Hugging Face Inference Providers: the router's GET /v1/models, no key; numbers, USD per 1M tokens at each provider.
 * Evidence: schemas of several typed clients, trimmed rows of 26 September 2026.
 *
 * One offer a model id. The list has no price of the model itself: where the live providers disagree the offer is
 * variable and each price is a tier named by its provider, which `<id>:<provider>` calls.
 */
export const huggingface = defineSource({
  id: 'huggingface',
  name: 'Hugging Face',
  docs: 'https://huggingface.co/docs/inference-providers',
  env: ['HF_TOKEN'],
  unit: 'USD per 1M tokens, a provider',
  evidence: 'schema',
  endpoints: [
    defineEndpoint({
      name: 'router',
      requests: { list: hfRouter },
      rows: ({ list }) => routerRows(list),
      row: routerRow,
      normalize: routerDraft,
    }),
    catalog('huggingface'),
  ],
});
