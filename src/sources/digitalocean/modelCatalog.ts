import { z } from 'zod';
import type { Draft } from '../../model/draft.js';
import type { Cost, Tier } from '../../model/cost.js';
import type { Page } from '../../model/page.js';
import type { Request } from '../../model/request.js';
import { paged } from '../ask.js';
import { defineEndpoint } from '../define.js';
import { amount, count, flag, id, part, parts, text, texts } from '../parse/fields.js';
import { jsonObject, jsonPages } from '../parse/json.js';
import { attachable, modalitiesOf, modeOf } from '../parse/modalities.js';
import { perMillion, perToken, type Quoted, stated } from '../parse/money.js';
import { withoutZeros } from '../parse/withoutZeros.js';
import { plainName } from './priceList.js';

const prices = {
  input_price_per_million: amount,
  output_price_per_million: amount,
  cache_read_input_price_per_million: amount,
  cache_write_5m_input_price_per_million: amount,
  cache_write_1h_input_price_per_million: amount,
};
type Prices = { readonly [field in keyof typeof prices]: Quoted };

const row = z.looseObject({
  model_id: id,
  name: text,
  provider: text,
  availability: texts,
  context_window: count,
  max_output_tokens: count,
  modalities: part({ input: texts, output: texts }),
  hugging_face_id: text,
  scaled_pricing_enabled: flag,
  pricing: part(prices),
  pricing_detail: part({ variants: parts({ mode: text, tier: text, prices: part(prices) }) }),
});
type Row = z.infer<typeof row>;

const first: Request = { url: 'https://api.digitalocean.com/v2/gen-ai/models/catalog?limit=200' };

/** The catalog of models, no key: ids, limits and prices. */
export const modelCatalog = defineEndpoint({
  name: 'model-catalog',
  requests: { list: paged(first, next) },
  rows: ({ list }) => jsonPages(list, 'data', 'models'),
  row,
  normalize,
});

/** The next page is linked, or counted. */
function next(page: Page): Request[] {
  const { links, meta } = z
    .looseObject({ links: part({ pages: part({ next: text }) }), meta: part({ page: count, pages: count }) })
    .parse(jsonObject(page));
  const number = (meta.page ?? 0) + 1;
  const counted = meta.page && meta.pages && number <= meta.pages ? `${first.url}&page=${number}` : null;
  const linked = links.pages.next && new URL(links.pages.next, first.url);
  if (linked && linked.origin === new URL(first.url).origin) return [{ url: linked.href }];
  return counted ? [{ url: counted }] : [];
}

function normalize(model: Row): Draft | undefined {
  // Models for machines of one's own are no offer.
  if (model.availability?.length && !model.availability.some((way) => /serverless/i.test(way))) return undefined;
  const input = modalitiesOf(model.modalities.input);
  const output = modalitiesOf(model.modalities.output);
  const name = model.name && plainName(model.name);
  return {
    id: model.model_id,
    name,
    ownedBy: model.provider !== null && /^digitalocean$/i.test(model.provider) ? null : model.provider,
    mode: modeOf(input, output),
    modalities: { input, output },
    limit: { context: model.context_window, output: model.max_output_tokens },
    capabilities: { attachment: attachable(input) },
    openWeights: model.hugging_face_id ? true : null,
    status: name === model.name ? null : 'preview',
    ...pricesOf(model),
  };
}

function pricesOf({ pricing, pricing_detail: { variants }, scaled_pricing_enabled: scaled }: Row) {
  const read = variants.map(({ mode, tier, prices }) => ({ when: whenOf(mode, tier), cost: costOf(prices) }));
  const [base] = read.filter(({ when }) => Object.keys(when).length === 0);
  return {
    cost: { ...stated(costOf(pricing)), ...(base && stated(base.cost)) },
    tiers: read.filter((tier) => tier !== base).map(({ when, cost }): Tier => ({ when, cost: stated(cost) })),
    ...(scaled && { priceStatus: 'variable' as const }),
  };
}

/** `MODEL_BILLING_MODE_BATCH` -> a level of service; `…_TIER_EXTENDED_272K` -> above so many tokens. */
function whenOf(mode: string | null, tier: string | null): Tier['when'] {
  const service = (mode ?? '').replace(/^MODEL_BILLING_MODE_/, '').toLowerCase();
  const size = (tier ?? '').replace(/^MODEL_PRICING_TIER_/, '').toLowerCase();
  const thousands = Number(/^extended_(\d+)k$/.exec(size)?.[1]);
  // The longer window of 1M tokens begins above 200,000.
  const above = size === 'extended_1m' ? 200_000 : thousands * 1000;
  return {
    ...(!isPlain(service) && { serviceTier: service }),
    ...(above ? { contextAbove: above } : !isPlain(size) && { variant: size }),
  };
}

const isPlain = (word: string): boolean => /^(|interactive|standard|default|unspecified)$/.test(word);

const costOf = (prices: Prices): Partial<Cost> =>
  withoutZeros({
    input: price(prices.input_price_per_million),
    output: price(prices.output_price_per_million),
    cacheRead: price(prices.cache_read_input_price_per_million),
    cacheWrite: price(prices.cache_write_5m_input_price_per_million),
    cacheWrite1h: price(prices.cache_write_1h_input_price_per_million),
  }) as Partial<Cost>;

/** The names say per million and the values are per token; no million costs less than a tenth of a cent. */
const price = (quoted: Quoted): number | null => (Number(quoted) < 0.001 ? perToken(quoted) : perMillion(quoted));
