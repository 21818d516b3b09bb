import type { z } from 'zod';
import type { CostField, Tier } from '../../model/cost.js';
import { amount, count, part, parts, partsByKey } from '../parse/fields.js';
import { multiple, perToken, stated } from '../parse/money.js';
import { whenOf } from '../parse/openRouterTiers.js';
import { withoutZeros } from '../parse/withoutZeros.js';

/** Ranges of prompt tokens, from `min` on and below `max`; the flat key beside them repeats the first one. */
const steps = parts({ cost: amount, min: count, max: count });

const service = { input: amount, output: amount, input_cache_read: amount, input_cache_write: amount };
const extended = { ...service, long_context: part({ ...service, threshold: count }) };
const tokens = {
  ...service,
  input_tiers: steps,
  output_tiers: steps,
  input_cache_read_tiers: steps,
  input_cache_write_tiers: steps,
};

/** The part of a model's `pricing` that is of tokens. */
export const tokenPricing = {
  ...tokens,
  service_tiers: partsByKey(extended),
  fast: part(extended),
  regional: partsByKey({ ...tokens, fast: part(extended) }),
  peak_pricing: part({ multiplier: amount }),
};
type Pricing = z.infer<ReturnType<typeof part<typeof tokenPricing>>>;
type Service = Pick<Pricing, keyof typeof service>;
type Tokens = Service & Partial<Pick<Pricing, keyof typeof tokens>>;
type Extended = Pricing['fast'];
type When = Tier['when'];

const fields = [
  ['input', 'input'],
  ['output', 'output'],
  ['cacheRead', 'input_cache_read'],
  ['cacheWrite', 'input_cache_write'],
] as const;

/** The first range counts before the flat price. */
export const tokenCost = (prices: Tokens) =>
  Object.fromEntries(
    fields.map(([field, key]) => [
      field,
      perToken(prices[`${key}_tiers`]?.find(({ min }) => min === null)?.cost) ?? perToken(prices[key]),
    ]),
  );

export const tokenTiers = (model: Pricing): Tier[] => [
  ...contextTiers(model, {}),
  ...Object.entries(model.service_tiers).flatMap(([serviceTier, prices]) => serviceTiers(prices, { serviceTier })),
  ...serviceTiers(model.fast, { serviceTier: 'fast' }),
  ...Object.entries(model.regional).flatMap(([region, prices]) => [
    ...tier({ region }, tokenCost(prices)),
    ...contextTiers(prices, { region }),
    ...serviceTiers(prices.fast, { region, serviceTier: 'fast' }),
  ]),
  ...peakTiers(model),
];

const serviceTiers = (prices: Extended, when: When): Tier[] => {
  const { threshold } = prices.long_context;
  return [
    ...tier(when, tokenCost(prices)),
    ...(threshold ? tier({ ...when, contextAbove: threshold }, tokenCost(prices.long_context)) : []),
  ];
};

/**
 * One tier for each length at which a price changes; a range from 200,001 on is what is above 200,000. One with an end
 * after which no other begins says so.
 */
function contextTiers(prices: Tokens, when: When): Tier[] {
  const starts = fields.flatMap(([, key]) => prices[`${key}_tiers`]?.flatMap(({ min }) => min ?? []) ?? []);
  return [...new Set(starts)]
    .sort((a, b) => a - b)
    .flatMap((start) => {
      const steps = fields.map(([field, key]) => [field, stepAt(prices[`${key}_tiers`], start)] as const);
      const end = Math.max(...steps.flatMap(([, step]) => (step ? (step.max ?? Infinity) : [])));
      const cost = Object.fromEntries(steps.map(([field, step]) => [field, perToken(step?.cost)]));
      const isLast = Number.isFinite(end) && !starts.includes(end);
      return tier({ ...when, contextAbove: start - 1, ...(isLast && { contextUpTo: end - 1 }) }, cost);
    });
}

const stepAt = (list: Tokens['input_tiers'], start: number) =>
  list
    ?.filter(({ min, max }) => (min ?? 0) <= start && start < (max ?? Infinity))
    .sort((a, b) => (a.min ?? 0) - (b.min ?? 0))
    .at(-1);

const tier = (when: When, cost: { [field in CostField]?: number | null }): Tier[] => {
  const known = stated(withoutZeros(cost));
  return Object.values(known).some((price) => price > 0) ? [{ when, cost: known }] : [];
};

/** In the stated hours, or at what the list calls peak, every price is so many times as high. */
function peakTiers(model: Pricing): Tier[] {
  const { multiplier, ...hours } = model.peak_pricing;
  const when = whenOf(hours, () => false) ?? {};
  const peak = when.timeUtc ? when : { ...when, variant: ['peak', when.variant].filter(Boolean).join(', ') };
  return [{ when: {}, cost: tokenCost(model) }, ...contextTiers(model, {})].flatMap(({ when: length, cost }) =>
    tier(
      { ...length, ...peak },
      Object.fromEntries(Object.entries(cost).map(([field, price]) => [field, multiple(price, multiplier)])),
    ),
  );
}
