import type { Draft } from '../model/draft.js';
import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { hfRouter, routerDraft, type RouterRow, routerRow, routerRows } from './parse/hfRouter.js';

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
  providerKind: 'gateway',
  docs: 'https://huggingface.co/docs/inference-providers',
  env: ['HF_TOKEN'],
  unit: 'USD per 1M tokens, a provider',
  evidence: 'schema',
  endpoints: [
    listEndpoint('router', {
      list: hfRouter,
      rows: routerRows,
      row: routerRow,
      normalize,
    }),
    catalog('huggingface'),
  ],
});

/** A live provider may state no price; then none of them does, or the model would have one. */
function normalize(model: RouterRow): Draft | undefined {
  const draft = routerDraft(model);
  if (!draft || draft.cost || draft.tiers || draft.priceStatus) return draft;
  const names = model.providers?.flatMap(({ provider }) => provider ?? []).join(', ') ?? '';
  return { ...draft, issues: [{ code: 'no-price', detail: `no provider states one: ${names || 'none is named'}` }] };
}
