import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Page } from '../model/page.js';
import { catalog } from './catalog.js';
import { defineSource } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { amount, count, id, part, text, texts } from './parse/fields.js';
import { featuresOf, hostPrices, priceOf, vendorOf } from './parse/hostList.js';
import { jsonList } from './parse/json.js';
import { lifecycleNamed } from './parse/lifecycleNamed.js';
import { attachable } from './parse/modalities.js';
import { isVariable, perMillion } from './parse/money.js';
import { sidesOf } from './parse/sidesOf.js';
import { withoutZeros } from './parse/withoutZeros.js';

const listed = z.looseObject({
  id,
  name: text,
  context_length: count,
  architecture: part({ modality: text }),
  pricing: part(hostPrices),
  supported_features: texts,
});
type Listed = z.infer<typeof listed>;

const flavor = z.looseObject({
  id,
  name: text,
  status: text,
  label: text,
  max_model_len: count,
  input_price_per_million_tokens: amount,
  output_price_per_million_tokens: amount,
  cached_input_price_per_million_tokens: amount,
});
type Flavor = z.infer<typeof flavor>;

/**
 * Nebius Token Factory: GET /v1/models?verbose=true (key; strings, USD per token; features and modalities) and the
 * site's own list of models with their flavors (no key; USD per 1M), each of which is an offer. `created` is the day of the
 * listing.
 * Evidence: typed clients and collectors to 22 August 2026; no raw body seen.
 */
export const nebius = defineSource({
  id: 'nebius',
  name: 'Nebius Token Factory',
  providerKind: 'host',
  docs: 'https://docs.tokenfactory.nebius.com',
  env: ['NEBIUS_API_KEY'],
  unit: 'USD per 1M tokens; with a key USD per token, strings',
  evidence: 'schema',
  endpoints: [
    listEndpoint('api', {
      list: { url: 'https://api.tokenfactory.nebius.com/v1/models?verbose=true', key: { env: ['NEBIUS_API_KEY'] } },
      row: listed,
      normalize: fromApi,
    }),
    listEndpoint('public', {
      list: { url: 'https://tokenfactory.nebius.com/api/public/models_info' },
      rows: flavorsOf,
      row: flavor,
      normalize: fromPublic,
    }),
    catalog('nebius'),
  ],
});

function fromApi(model: Listed): Draft {
  const { modality } = model.architecture;
  const { input, output } = sidesOf(modality);
  return {
    id: model.id,
    name: model.name,
    ownedBy: vendorOf(model.id),
    mode: /->\s*embedding\s*$/i.test(modality ?? '') ? 'embedding' : null,
    modalities: { input, output },
    limit: { context: model.context_length },
    capabilities: { ...featuresOf(model.supported_features), attachment: attachable(input) },
    ...priceOf(model.pricing),
  };
}

/** One row a flavor, with what the model says of itself; a model without flavors is one row that offers nothing. */
function flavorsOf(page: Page): unknown[] {
  return jsonList(page, 'data', 'models').flatMap((model): unknown[] => {
    const { name, status, flavors } = (model ?? {}) as Record<string, unknown>;
    if (!Array.isArray(flavors)) return [model];
    if (flavors.length === 0) return [{ id: name, status: 'inactive' }];
    return flavors.map((each: unknown) =>
      typeof each === 'object' && each !== null
        ? { name, status, ...each, id: (each as { model_id?: unknown }).model_id }
        : each,
    );
  });
}

function fromPublic(model: Flavor): Draft | undefined {
  const status = model.status?.toLowerCase();
  if (status === 'inactive') return undefined;
  return {
    id: model.id,
    name: model.label && model.label !== 'cheap' && model.name ? `${model.name} (${model.label})` : model.name,
    ownedBy: vendorOf(model.id),
    limit: { context: model.max_model_len },
    status: lifecycleNamed(status),
    ...flavorPrice(model),
  };
}

function flavorPrice(model: Flavor): Pick<Draft, 'cost' | 'priceStatus'> {
  const { input_price_per_million_tokens: input, output_price_per_million_tokens: output } = model;
  if (isVariable(input) || isVariable(output)) return { priceStatus: 'variable' };
  return {
    cost: withoutZeros({
      input: perMillion(input),
      output: perMillion(output),
      cacheRead: perMillion(model.cached_input_price_per_million_tokens),
    }),
  };
}
