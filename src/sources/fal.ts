import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Issue } from '../model/pricing.js';
import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';
import { companions, paged } from './ask.js';
import { defineEndpoint, defineSource } from './define.js';
import { modeIn, categorySides } from './fal/category.js';
import { legacy } from './fal/legacy.js';
import { pricesOf } from './fal/prices.js';
import { isoDay } from './parse/dates.js';
import { amount, flag, id, part, parts, text } from './parse/fields.js';
import { jsonObject, jsonPages } from './parse/json.js';
import { lifecycleNamed } from './parse/lifecycleNamed.js';
import { shapeError } from './parse/shapeError.js';

const priced = z.looseObject({
  prices: parts({ endpoint_id: text, unit_price: amount, unit: text, currency: text }),
});
type Price = z.infer<typeof priced>['prices'][number];

/** A model of the list with its prices, where they came. */
const row = z.looseObject({
  endpoint_id: id,
  metadata: part({ display_name: text, category: text, status: text, updated_at: text }),
  prices: parts({ unit_price: amount, unit: text, currency: text }),
  /** No prices came of any model. */
  isUnasked: flag,
});
type Row = z.infer<typeof row>;

const list = 'https://api.fal.ai/v1/models?status=active&limit=100';
const pricing = 'https://api.fal.ai/v1/models/pricing';

/** As many models as one request for prices may name. */
const mostIds = 50;

/**
 * fal: GET /v1/models, no key, pages by cursor; and GET /v1/models/pricing for the models of each page (key): USD per
 * image, second, megapixel …, seldom per token. Evidence: the docs; facts of a dump of the older list of 28 January
 * 2026, which is the second endpoint. `date` is when a model was listed, no release.
 */
export const fal = defineSource({
  id: 'fal',
  name: 'fal',
  providerKind: 'host',
  docs: 'https://docs.fal.ai/platform-apis/v1/models',
  env: ['FAL_KEY'],
  unit: 'USD per image, second, megapixel …',
  evidence: 'schema',
  endpoints: [
    defineEndpoint({
      name: 'api',
      requests: {
        list: paged({ url: list }, next),
        prices: companions({
          of: { list: priceRequests },
          next,
          brings: 'prices',
          read: (page) => priced.parse(jsonObject(page)).prices,
        }),
      },
      rows: ({ list, prices }) => withPrices(jsonPages(list, 'models'), prices.flat()),
      row,
      normalize,
    }),
    legacy,
  ],
});

const cursor = z.looseObject({ next_cursor: text, has_more: flag });

/** The next page by its cursor. One that is not there, or does not move on, would cut the list off without a word. */
function next(page: Page): Request[] {
  const { next_cursor: at, has_more: more } = cursor.parse(jsonObject(page));
  const { url } = page.request;
  const isStuck = at !== null && new URL(url).searchParams.get('cursor') === at;
  if (more !== false && isStuck) throw shapeError('the cursor of the next page is that of this one');
  if (more === true && at === null) throw shapeError('there are more pages, but no cursor to them');
  const address = `${url.replace(/&cursor=.*$/s, '')}&cursor=${encodeURIComponent(at ?? '')}`;
  return at !== null && more !== false ? [{ ...page.request, url: address }] : [];
}

const listed = z.looseObject({ models: parts({ endpoint_id: text }) });

/** What asks for the prices of a page's models. */
function priceRequests(page: Page): Request[] {
  const ids = listed.parse(jsonObject(page)).models.flatMap((model) => model.endpoint_id ?? []);
  return Array.from({ length: Math.ceil(ids.length / mostIds) }, (_, i) => ({
    url: `${pricing}?${ids
      .slice(i * mostIds, (i + 1) * mostIds)
      .map(asParameter)
      .join('&')}`,
    key: { env: ['FAL_KEY'], prefix: 'Key ' },
  }));
}

/** The docs leave the slashes of an id as they are. */
const asParameter = (model: string): string => `endpoint_id=${encodeURIComponent(model).replaceAll('%2F', '/')}`;

const withPrices = (models: readonly unknown[], prices: readonly Price[]): unknown[] =>
  models.map((model) => {
    const modelId = row.safeParse(model).data?.endpoint_id;
    const own = prices.filter((price) => price.endpoint_id === modelId);
    if (typeof model !== 'object' || (own.length === 0 && prices.length > 0)) return model;
    return { ...model, ...(prices.length === 0 ? { isUnasked: true } : { prices: own }) };
  });

const needsKey: Issue = { code: 'not-priced', detail: 'the prices are told with FAL_KEY only, and none came' };

function normalize({ endpoint_id: modelId, metadata, prices, isUnasked }: Row): Draft {
  return {
    id: modelId,
    name: metadata.display_name,
    mode: modeIn(metadata.category),
    modalities: categorySides(metadata.category),
    lastUpdated: isoDay(metadata.updated_at),
    status: lifecycleNamed(metadata.status),
    ...pricesOf(prices, metadata.category),
    ...(isUnasked && { issues: [needsKey] }),
  };
}
