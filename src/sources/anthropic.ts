import { api } from './anthropic/api.js';
import { docs, overviewOnly } from './anthropic/docs.js';
import { catalog } from './catalog.js';
import { defineSource } from './define.js';

/**
 * Anthropic: GET /v1/models (key; no prices), then two pages of the documentation as markdown: the prices of all
 * models (USD per 1M tokens) and the overview (ids, limits, knowledge).
 * Evidence: API bodies of January and February 2026 and the documented newer shape, pages of June to September 2026.
 */
export const anthropic = defineSource({
  id: 'anthropic',
  name: 'Anthropic',
  docs: 'https://platform.claude.com/docs/en/about-claude/models/overview',
  env: ['ANTHROPIC_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [api, docs, overviewOnly, catalog('anthropic')],
});
