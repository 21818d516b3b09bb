import { z } from 'zod';
import type { Page } from '../fetch/request.js';
import { catalog } from './catalog.js';
import { detailsOf, modelOf, pageOf } from './openai/pages.js';
import { priceOf, type Shown, shownPrices } from './openai/prices.js';
import { unixDay } from './parse/dates.js';
import { count, id, text } from './parse/fields.js';
import { jsonPages } from './parse/json.js';
import { defineLink, defineSource } from './source.js';

const listed = z.looseObject({ id, created: count });

const documented = z.looseObject({ id, prices: z.array(z.custom<Shown>()).catch([]), page: text });
type Documented = z.infer<typeof documented>;

const pricing = 'https://developers.openai.com/api/docs/pricing.md';

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
  links: [
    defineLink<z.infer<typeof listed>>({
      name: 'api',
      requests: [{ url: 'https://api.openai.com/v1/models', key: { env: ['OPENAI_API_KEY'] } }],
      rows: (pages) => jsonPages(pages, 'data'),
      row: listed,
      // `ft:…` are the account's own models; `owned_by` is a team (`system`) or the account.
      normalize: (model) =>
        model.id.startsWith('ft:')
          ? undefined
          : { id: model.id, ownedBy: 'openai', releaseDate: unixDay(model.created) },
    }),
    defineLink<Documented>({
      name: 'docs',
      requests: [{ url: pricing }],
      next: (page) => (page.request.url === pricing ? idsIn(page).map(pageOf) : []),
      rows,
      row: documented,
      normalize: (model) => ({
        ...(model.page !== null && detailsOf(model.page)),
        id: model.id,
        ownedBy: 'openai',
        ...priceOf(model.prices),
      }),
    }),
    catalog('openai'),
  ],
});

const idsIn = (page: Page): string[] => [...new Set(shownPrices(page.body).map((price) => price.id))];

function rows([page, ...companions]: readonly Page[]): unknown[] {
  const bodies = new Map(companions.map((companion) => [modelOf(companion), companion.body]));
  const models = new Map<string, Shown[]>();
  for (const price of shownPrices(page?.body ?? '')) models.set(price.id, [...(models.get(price.id) ?? []), price]);
  return [...models].map(([model, prices]) => ({ id: model, prices, page: bodies.get(model) ?? null }));
}
