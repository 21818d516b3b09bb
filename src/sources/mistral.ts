import { z } from 'zod';
import type { Request } from '../model/request.js';
import { catalog } from './catalog.js';
import { defineSource, type Endpoint } from './define.js';
import { listEndpoint } from './listEndpoint.js';
import { api } from './mistral/api.js';
import { priceOf, type PriceRow, priceRows } from './mistral/prices.js';
import { saidOfPrice } from './mistral/saidOfPrice.js';
import { flag, text, texts } from './parse/fields.js';

const documented = z.looseObject({
  id: z.string().min(1),
  name: text,
  isNameOnly: flag,
  input: text,
  cached: text,
  output: text,
  stray: texts,
  noPrice: text,
});

const docs: Request = { url: 'https://docs.mistral.ai/inference/pricing' };
const pricing: Request = { url: 'https://mistral.ai/pricing' };

/** A page of prices: names and slugs, from which the ids are told, or the ids themselves. */
const page = (name: string, request: Request): Endpoint =>
  listEndpoint(name, {
    list: request,
    rows: (page) => oneEach(priceRows(page)),
    row: documented,
    normalize: (model) => ({
      id: model.id,
      name: model.name,
      isNameOnly: model.isNameOnly ?? false,
      ...saidOfPrice(model),
      ...(model.noPrice && { noPrice: model.noPrice }),
    }),
  });

/** The rows by id; of several that share one and disagree the page does not say which the id means today. */
function oneEach(rows: readonly PriceRow[]): unknown[] {
  const ids = new Set(rows.map((row) => row.ids[0]));
  return [...ids].map((id) => {
    const [first, ...more] = rows.filter((row) => row.ids[0] === id);
    const price = first && JSON.stringify(priceOf(first));
    if (more.every((other) => JSON.stringify(priceOf(other)) === price)) return { ...first, id };
    const names = [first, ...more].map((row) => row?.name).join(', ');
    return { id, noPrice: `the page names several models by this id, at different prices: ${names}` };
  });
}

/**
 * Mistral: GET /v1/models (key; no prices), the pricing page of the documentation (HTML) and that of the site (data for
 * React): USD per 1M tokens, 1,000 pages, minute or characters, as each cell says; "Free" = 0.
 * Evidence: API bodies of July 2025 to February 2026 and the official schema; the pages of 2026.
 */
export const mistral = defineSource({
  id: 'mistral',
  name: 'Mistral',
  providerKind: 'lab',
  docs: 'https://docs.mistral.ai/models',
  env: ['MISTRAL_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [api(docs, pricing), page('docs', docs), page('pricing', pricing), catalog('mistral')],
});
