import { sellers } from '../sources/prices/litellm/sellers.js';
import type { Export, Table } from './export.js';
import { entryLines } from './json.js';
import { keyOf } from './litellm/keyOf.js';
import { metadataOf } from './litellm/metadataOf.js';
import { pricesOf } from './litellm/pricesOf.js';
import { byKey, offersIn } from './offersIn.js';

/** LiteLLM's name of a provider of ours; one that it does not know keeps our id. */
const nameOf = (provider: string): string =>
  ((sellers as Readonly<Record<string, string>>)[provider] ?? provider).toLowerCase();

export const litellm: Export = {
  format: 'litellm',
  path: 'litellm/model_prices_and_context_window.json',
  summary: "LiteLLM's price map: LiteLLM by LITELLM_MODEL_COST_MAP_URL, and what reads its table",
  notes: [
    'keys are provider/model, bare at OpenAI, Anthropic, Cohere and Bedrock; a provider that LiteLLM does not know has our id',
    'providers that are one at LiteLLM share their keys (vertex_ai, azure); the first has a key that two of them have',
    'what is not known is left out',
    'supports_… and the limits are told where somebody says them',
  ],
  write: (table: Table) => {
    const entries = offersIn(table).map((offer) => {
      const { model, lines } = offer;
      const provider = nameOf(model.provider);
      const { value, losses } = pricesOf(model, lines);
      return { key: keyOf(provider, model.id), offer, value: { ...metadataOf(model, provider), ...value }, losses };
    });
    const { values, losses } = byKey(entries);
    return { content: entryLines(values), losses };
  },
};
