import { api } from './anthropic/api.js';
import { docs, overviewOnly } from './anthropic/docs.js';
import { catalog } from './catalog.js';
import { defineSource } from './define.js';

/**
 * Anthropic: GET /v1/models (key; no prices), then pages of the documentation as markdown: the prices of all models (USD
 * per 1M tokens), the overview (ids, limits, knowledge) and the deprecations (ids, days).
 * Evidence: API body, deprecations and overview of 22 August 2026, the whole pricing page of 21 August 2026.
 */
export const anthropic = defineSource({
  id: 'anthropic',
  name: 'Anthropic',
  providerKind: 'lab',
  docs: 'https://platform.claude.com/docs/en/about-claude/models/overview',
  env: ['ANTHROPIC_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [api, docs, overviewOnly, catalog('anthropic')],
});
