import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { api } from './github-copilot/api.js';
import { prices } from './github-copilot/prices.js';
import { page, status } from './github-copilot/status.js';

/**
 * GitHub Copilot: the YAML data behind the docs' price table (strings such as "$2.50", USD per 1M tokens; no ids, these
 * are the names in kebab case) and, with a Copilot token, GET /models (ids and limits, no prices).
 * Evidence: YAML bodies of July and August 2026; the list from typed clients.
 */
export const githubCopilot = defineSource({
  id: 'github-copilot',
  name: 'GitHub Copilot',
  providerKind: 'plan',
  docs: 'https://docs.github.com/en/copilot/reference/ai-models/supported-models',
  env: ['GH_COPILOT_TOKEN', 'GITHUB_TOKEN'],
  unit: 'USD per 1M tokens, strings with $',
  evidence: 'recorded',
  endpoints: [prices, api, status, page, catalog('github-copilot')],
});
