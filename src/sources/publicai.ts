import { defineSource } from './define.js';
import { routed } from './routed.js';

/**
 * Public AI: its entries in the Hugging Face router's list, no key; numbers, USD per 1M tokens. The ids are the hub's.
 * Evidence: schemas of several typed clients, trimmed rows of 26 September 2026.
 */
export const publicai = defineSource({
  id: 'publicai',
  name: 'Public AI',
  providerKind: 'host',
  docs: 'https://huggingface.co/docs/inference-providers',
  env: ['HF_TOKEN'],
  unit: 'USD per 1M tokens',
  evidence: 'schema',
  endpoints: [routed('publicai')],
});
