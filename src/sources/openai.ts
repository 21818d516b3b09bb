import { z } from 'zod';
import type { Page } from '../model/page.js';
import { companions } from './ask.js';
import { catalog } from './catalog.js';
import { defineEndpoint, defineSource } from './define.js';
import { detailsOf, modelOf, pageOf } from './openai/pages.js';
import { priceOf, type Shown, shownPrices } from './openai/prices.js';
import { unixDay } from './parse/dates.js';
import { count, id } from './parse/fields.js';
import { jsonList } from './parse/json.js';
import { plainText } from './parse/plainText.js';

const listed = z.looseObject({ id, created: count });

type Details = ReturnType<typeof detailsOf>;

const documented = z.looseObject({ id, prices: z.array(z.custom<Shown>()).catch([]), details: z.custom<Details>() });

/**
 * OpenAI: GET /v1/models (key; ids and dates only) and the pricing page as markdown (USD per 1M tokens; standard is
 * the price, batch and the like are tiers), then a page of each priced model for limits and features.
 * Evidence: API bodies of July 2025 to March 2026, excerpts of the pages of August to October 2026.
 */
export const openai = defineSource({
  id: 'openai',
  name: 'OpenAI',
  docs: 'https://developers.openai.com/api/docs/models',
  env: ['OPENAI_API_KEY'],
  unit: 'USD per 1M tokens',
  evidence: 'schema',
  endpoints: [
    defineEndpoint({
      name: 'api',
      requests: { list: { url: 'https://api.openai.com/v1/models', key: { env: ['OPENAI_API_KEY'] } } },
      rows: ({ list }) => jsonList(list, 'data'),
      row: listed,
      // `ft:…` are the account's own models; `owned_by` is a team (`system`) or the account.
      normalize: (model) =>
        model.id.startsWith('ft:')
          ? undefined
          : { id: model.id, ownedBy: 'openai', releaseDate: unixDay(model.created) },
    }),
    defineEndpoint({
      name: 'docs',
      requests: {
        prices: { url: 'https://developers.openai.com/api/docs/pricing.md' },
        models: companions({
          of: { prices: (page) => idsIn(page).map(pageOf) },
          brings: 'facts',
          read: (page) => [modelOf(page), detailsOf(plainText(page))] as const,
        }),
      },
      rows: ({ prices, models }) => rowsOf(prices, new Map(models)),
      row: documented,
      normalize: (model) => ({
        ...model.details,
        id: model.id,
        ownedBy: 'openai',
        ...priceOf(model.prices),
      }),
    }),
    catalog('openai'),
  ],
});

const idsIn = (page: Page): string[] => [...new Set(shownPrices(page.body).map((price) => price.id))];

function rowsOf(page: Page, details: ReadonlyMap<string, Details>): unknown[] {
  const models = new Map<string, Shown[]>();
  for (const price of shownPrices(page.body)) models.set(price.id, [...(models.get(price.id) ?? []), price]);
  return [...models].map(([model, prices]) => ({ id: model, prices, details: details.get(model) ?? {} }));
}
