import { pricing } from './ai21/pricing.js';
import { table } from './ai21/table.js';
import { catalog } from './catalog.js';
import { defineSource } from './define.js';

/**
 * AI21 Labs: LiteLLM's price table (USD per token) and AI21's own price page (HTML; USD per 1M tokens), which names the
 * two current aliases alone. The list of its API is not asked: it answers 200 with an empty list, key or no key.
 * Evidence: the table of 1 August 2026, the page from a public parser of October 2026.
 */
export const ai21 = defineSource({
  id: 'ai21',
  name: 'AI21 Labs',
  providerKind: 'lab',
  docs: 'https://docs.ai21.com/docs/jamba-foundation-models',
  env: ['AI21_API_KEY'],
  unit: 'USD per token (page: USD per 1M tokens)',
  evidence: 'recorded',
  endpoints: [table, pricing, catalog('ai21')],
});
