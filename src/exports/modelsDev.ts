import type { ProviderFile } from '../model/providerFile.js';
import type { Export, Loss, Table } from './export.js';
import { compactJson } from './json.js';
import { costOf } from './modelsDev/costOf.js';
import { metadataOf } from './modelsDev/metadataOf.js';
import { type ModelSdk, providerSdks } from './heads/modelsDev.js';
import { priceLines } from '../cost/priceLines.js';

/** The SDK of most providers, and of those that the catalog does not have. */
const commonSdk = '@ai-sdk/openai-compatible';

export const modelsDev: Export = {
  format: 'models.dev',
  path: 'models.dev/api.json',
  summary: "models.dev's api.json: opencode, tokenlens",
  notes: [
    'attachment, reasoning, tool_call and open_weights are false where nobody says; temperature and structured_output are left out',
    'limit.context and limit.output are 0 where nobody says, as in the original',
    'release_date is empty where nobody says',
    'cost is left out where the price of the input or of the output is not known, for the format wants both; an embedding or a rerank has no output and says 0',
    'a tier has all its prices, those of the base where it does not differ; context_over_200k repeats that of 200,000 tokens',
    'a preview is beta, a retired model deprecated',
    'npm and api of providers and models are those of the catalog; of a provider that it does not have, npm is @ai-sdk/openai-compatible',
  ],
  write: (table: Table) => {
    const losses: Loss[] = [];
    const providers = table.map((file) => [file.provider.id, providerOf(file, losses)] as const);
    return { content: compactJson(Object.fromEntries(providers)), losses };
  },
};

function providerOf({ provider: { id, name, docs, env }, models }: ProviderFile, losses: Loss[]): object {
  const sdk = providerSdks[id];
  const entries = models.map((model) => {
    const cost = costOf(model, priceLines(model));
    losses.push(...cost.losses);
    const own: ModelSdk | undefined = sdk?.models?.[model.id];
    return [model.id, { ...metadataOf(model), ...cost.value, ...(own && { provider: own }) }] as const;
  });
  return {
    ...{ id, env, npm: sdk?.npm ?? commonSdk, ...(sdk?.api && { api: sdk.api }), name, doc: docs },
    models: Object.fromEntries(entries),
  };
}
