import { z } from 'zod';
import type { Draft } from '../model/draft.js';
import type { Lifecycle } from '../model/model.js';
import type { Page } from '../model/page.js';
import type { Request } from '../model/request.js';
import { companions, paged } from './ask.js';
import { defineEndpoint, defineSource } from './define.js';
import { modeIn, sidesOf } from './fal/category.js';
import { legacy } from './fal/legacy.js';
import { isoDay } from './parse/dates.js';
import { amount, flag, id, part, parts, text } from './parse/fields.js';
import { jsonObject, jsonPages } from './parse/json.js';
import { unitPrices } from './parse/unitPrice.js';

const priced = z.looseObject({
  prices: parts({ endpoint_id: text, unit_price: amount, unit: text, currency: text }),
});
type Price = z.infer<typeof priced>['prices'][number];

/** A model of the list with its prices, where they came. */
const row = z.looseObject({
  endpoint_id: id,
  metadata: part({ display_name: text, category: text, status: text, date: text, updated_at: text }),
  prices: parts({ unit_price: amount, unit: text, currency: text }),
});
type Row = z.infer<typeof row>;

const list = 'https://api.fal.ai/v1/models?status=active&limit=100';
const pricing = 'https://api.fal.ai/v1/models/pricing';

/** As many models as one request for prices may name. */
const mostIds = 50;

/**
 * fal: GET /v1/models, no key, pages by cursor; and GET /v1/models/pricing for the models of each page (key): USD per
 * image, second, megapixel …, seldom per token. Evidence: the docs; facts of a dump of the older list of 28 January
 * 2026, which is the second endpoint.
 */
export const fal = defineSource({
  id: 'fal',
  name: 'fal',
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

/** The next page by its cursor. */
function next(page: Page): Request[] {
  const { next_cursor: at, has_more: more } = cursor.parse(jsonObject(page));
  const { url } = page.request;
  const address = `${url.replace(/&cursor=.*$/, '')}&cursor=${encodeURIComponent(at ?? '')}`;
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
    return own.length > 0 && typeof model === 'object' ? { ...model, prices: own } : model;
  });

function normalize({ endpoint_id: modelId, metadata, prices }: Row): Draft {
  const talks = metadata.category?.toLowerCase() === 'llm';
  return {
    id: modelId,
    name: metadata.display_name,
    mode: modeIn(metadata.category),
    modalities: sidesOf(metadata.category),
    releaseDate: isoDay(metadata.date),
    lastUpdated: isoDay(metadata.updated_at),
    status: statuses[metadata.status?.toLowerCase() ?? ''] ?? null,
    cost: unitPrices(
      prices.flatMap(({ unit, unit_price: price, currency }) =>
        bothWays(unit ?? '', talks).map((each) => ({ unit: each, price, currency })),
      ),
    ),
  };
}

const statuses: Readonly<Record<string, Lifecycle>> = { active: 'active', deprecated: 'deprecated' };

/** Tokens of no direction are any tokens of a language model; elsewhere nobody says which they are. */
const bothWays = (unit: string, talks: boolean): string[] =>
  talks && /^(per )?([\d,.]* ?(k|m|thousand|million)? )?tokens?$/i.test(unit.trim())
    ? ['input token', 'output token'].map((kind) => unit.trim().replace(/tokens?$/i, kind))
    : [unit];
