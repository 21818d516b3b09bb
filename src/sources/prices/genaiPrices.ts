import { z } from 'zod';
import type { CostField } from '../../model/cost.js';
import { operator, type PriceRow } from '../../model/price.js';
import { defineEndpoint, definePriceList } from '../define.js';
import { id, text } from '../parse/fields.js';
import { jsonList } from '../parse/json.js';
import { stated } from '../parse/money.js';
import { dayOf } from '../parse/terms.js';
import { unitsFor } from '../reading/unitsFor.js';
import { alternativesOf } from './genaiPrices/alternatives.js';
import { dated } from './genaiPrices/dated.js';
import { kindOf } from './genaiPrices/kindOf.js';
import { costsOf, prices } from './genaiPrices/prices.js';
import { sellers } from './genaiPrices/sellers.js';

const provider = z.looseObject({ id, models: z.array(z.unknown()) });
const model = z.looseObject({ id, match: z.unknown().optional(), prices: z.unknown().optional() });

const row = z.looseObject({
  provider: id,
  model: id,
  operator,
  id,
  name: text,
  asOf: z.string(),
  prices: z.array(z.looseObject({ constraint: z.unknown().optional(), prices })),
});
type Row = z.infer<typeof row>;

/**
 * Pydantic's genai-prices, no key: one document of all providers, USD per 1M tokens and per 1,000 calls, kept by hand.
 * Evidence: a body of 21 August 2026, 36 providers, 1,466 models.
 *
 * A row for each name that a model stands for; all have its prices. The price is that of the day of the list; prices of
 * other days and hours are tiers. A dated price of a third party is a forecast, not a fact: the provider may think better of
 * it. `{}` says free, which is the provider's to say, so a model without any price is none here. Providers that another one
 * stands in for (Azure: OpenAI and Anthropic) have their own rows alone. The providers behind Hugging Face's router keep
 * their own names, for the model itself has no price there.
 */
export const genaiPrices = definePriceList({
  id: 'genai-prices',
  name: 'genai-prices',
  docs: 'https://github.com/pydantic/genai-prices',
  env: [],
  unit: 'USD per 1M tokens',
  evidence: 'recorded',
  endpoints: [
    defineEndpoint({
      name: 'list',
      requests: {
        list: { url: 'https://raw.githubusercontent.com/pydantic/genai-prices/main/prices/new_data/v2/data.json' },
      },
      rows: ({ list }) => jsonList(list).flatMap((entry) => rowsOf(entry, dayOf(list))),
      row,
      ignores: {
        '*.cache_audio_read_mtok': 'no field for audio that is read from the cache',
        '*.cache_image_read_mtok': 'no field for images that are read from the cache',
        '*.input_video_mtok': 'no field for tokens of video',
        '*.output_video_mtok': 'no field for tokens of video',
        '*.output_citation_mtok': 'no field for tokens of citations',
        price_comments: 'a note for people, though it may begin with a price',
      },
      normalize,
    }),
  ],
  sellers,
});

/** A row for each name of each model, the first one of a name: the list takes the first model that fits, in any case. */
function rowsOf(entry: unknown, asOf: string): unknown[] {
  const listed = provider.safeParse(entry);
  if (!listed.success) return [entry];
  const seen = new Set<string>();
  return listed.data.models.flatMap((value) => {
    const read = model.safeParse(value);
    if (!read.success) return [value];
    const { prices: some } = read.data;
    return alternativesOf(read.data.id, read.data.match)
      .filter((name) => seen.size < seen.add(`${name.operator} ${name.model.toLowerCase()}`).size)
      .map((name) => ({
        ...read.data,
        ...name,
        provider: listed.data.id,
        prices: Array.isArray(some) ? (some as unknown[]) : [{ prices: some }],
        asOf,
      }));
  });
}

function normalize({ provider: seller, model: name, operator: how, ...listed }: Row): PriceRow | undefined {
  const costs = dated(listed.prices, listed.asOf).map(({ price, ...time }) => ({ ...costsOf(price.prices), ...time }));
  const priced = new Set(costs.flatMap(({ base }) => Object.keys(base) as CostField[]));
  const kind = kindOf(listed.id, listed.name, priced);
  const inUnits = (cost: PriceRow['cost']) => stated(unitsFor(kind, cost).cost);
  const cost = inUnits(costs.find(({ isBase }) => isBase)?.base ?? {});
  const tiers = costs
    .flatMap(({ base, above, when, isBase }) => [
      ...(isBase ? [] : [{ when, cost: inUnits(base) }]),
      ...[...above].map(([contextAbove, longer]) => ({ when: { ...when, contextAbove }, cost: inUnits(longer) })),
    ])
    .filter((tier) => Object.keys(tier.cost).length > 0);
  const isPriced = [cost, ...tiers.map((tier) => tier.cost)].some((some) => Object.values(some).some(Boolean));
  return isPriced
    ? { provider: seller, model: name, operator: how, cost, ...(tiers.length > 0 && { tiers }) }
    : undefined;
}
