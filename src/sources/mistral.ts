import { z } from 'zod';
import type { Request } from '../model/request.js';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource, type Endpoint } from './define.js';
import { api } from './mistral/api.js';
import { isFree, priceOf, priceRows } from './mistral/prices.js';
import { text, texts } from './parse/fields.js';

const documented = z.looseObject({
  id: z.string().min(1),
  name: text,
  ids: texts,
  input: text,
  cached: text,
  output: text,
});

const pricing: Request = { url: 'https://docs.mistral.ai/inference/pricing' };

/** A page of prices: names and slugs, from which the ids are told. */
const page = (name: string, request: Request, fills: boolean): Endpoint =>
  defineEndpoint({
    name,
    fills,
    requests: { list: request },
    rows: ({ list }) => priceRows(list).map((row) => ({ id: row.ids[0], ...row })),
    row: documented,
    normalize: (model) => {
      const shown = { input: model.input ?? '', cached: model.cached ?? '', output: model.output ?? '' };
      return {
        id: model.id,
        name: model.name,
        cost: priceOf(shown),
        ...(isFree(shown) && { priceStatus: 'free' }),
      };
    },
  });

/**
 * Mistral: GET /v1/models (key; no prices) and the pricing page of the documentation (HTML; USD per 1M tokens, 1,000
 * pages, minute or 1M characters, as each cell says; "Free" = 0). mistral.ai/pricing/api shows the same.
 * Evidence: API bodies of July 2025 to February 2026 and the official schema; the page from its component of 2026.
 */
export const mistral = defineSource({
  id: 'mistral',
  name: 'Mistral',
  docs: 'https://docs.mistral.ai/models',
  env: ['MISTRAL_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    api(pricing),
    page('docs', pricing, true),
    page('pricing', { url: 'https://mistral.ai/pricing/api' }, false),
    catalog('mistral'),
  ],
});
