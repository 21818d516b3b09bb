import type { CostField, Tier } from '../../model/cost.js';
import type { Model } from '../../model/model.js';
import { conditionOf } from '../conditions.js';
import type { Keeping } from '../kind.js';
import { statedPrices } from '../statedPrices.js';
import { asOf } from './asOf.js';
import { noted } from './noted.js';
import { isLost, originOf, priceOrigin, rankOf } from './origins.js';
import { quoteOf } from '../quoteOf.js';
import { withoutEnded } from './withoutEnded.js';

/** The model with its earlier price, or with what of it a lost page brought; null where nothing is to be kept. */
export function withKeptPrice(model: Model, before: Model, how: Keeping): Model | null {
  const earlier = withoutEnded(before, model, how.today);
  if (earlier === null) return null;
  const origin = priceOrigin(earlier, how.before, how);
  if (origin === null || !isLost(origin, 'prices', how)) return null;
  const current = priceOrigin(model, how.now, how);
  const fell = how.lost.find((part) => part.fell && originOf(part.endpoint, how) === origin)?.fell;
  if (current === origin && fell !== 'all') {
    const isOfLostPage = fell === undefined && isPageGone(earlier, how);
    if (!isOfLostPage) return withRest(model, earlier, { ...how, fell: fell !== undefined });
    if (isSamePrice(model, earlier)) return null;
  }
  if (current !== null && rankOf(current, how) < rankOf(origin, how)) return null;
  const { cost, tiers, pricing } = earlier;
  const quotes = current === null || current === origin ? [] : quoteOf(model);
  return noted(
    {
      ...model,
      ...{ cost, tiers, pricing: asOf(pricing, how.day) },
      ...(quotes.length > 0 && { quotes: [...(model.quotes ?? []), ...quotes] }),
    },
    earlier,
    ['cost'],
    how,
  );
}

/** Whether the page that stated the price did not come: what is stated now is another page's word. */
const isPageGone = ({ pricing: { evidence } }: Model, { isGone }: Keeping): boolean =>
  evidence !== null && isGone(evidence.endpoint);

const isSamePrice = (a: Model, b: Model): boolean =>
  a.pricing.status === b.pricing.status && pricesIn(a).join() === pricesIn(b).join();

const pricesIn = (model: Model): string[] =>
  statedPrices(model, conditionOf)
    .map(([name, price]) => `${name} ${price}`)
    .sort();

/**
 * A price of which a page is missing, or a key: all that was stated before, with what is said of it now. Where a key is
 * missing, what is new or free now is not believed: a price may have lost its condition, and one that is gone may look free.
 */
function withRest(model: Model, earlier: Model, { fell, ...how }: Keeping & { readonly fell: boolean }): Model | null {
  const now = new Map(statedPrices(model, conditionOf));
  const isGone = ([name, was]: readonly [string, number]) => {
    const is = now.get(name);
    return is === undefined || (fell && is === 0 && was > 0);
  };
  if (!statedPrices(earlier, conditionOf).some(isGone)) return null;
  const known = new Map(model.tiers.map(({ when, cost }) => [conditionOf(when), cost]));
  const conditions = new Set(earlier.tiers.map(({ when }) => conditionOf(when)));
  const news = fell ? [] : model.tiers.filter(({ when }) => !conditions.has(conditionOf(when)));
  const tiers = earlier.tiers.map(({ when, cost }) => ({
    when,
    cost: updated(cost, known.get(conditionOf(when)) ?? {}, fell),
  }));
  const cost = updated(earlier.cost, model.cost, fell);
  const prices = { cost, tiers: [...news, ...tiers] };
  const isSaidNow =
    model.pricing.status === 'priced' &&
    statedPrices(prices, conditionOf).some(([name, price]) => now.get(name) === price);
  const pricing = isSaidNow ? model.pricing : asOf(earlier.pricing, how.day);
  return noted({ ...model, ...prices, pricing }, earlier, ['cost'], how);
}

/** The prices of `before`, each as it is stated now where it is; those that are new or free now unless some fell. */
function updated<Prices extends Tier['cost']>(before: Prices, now: Tier['cost'], fell: boolean): Prices {
  const isBelieved = (field: string, price: number): boolean => {
    const was = before[field as CostField] ?? null;
    return !fell || (was !== null && (price > 0 || was === 0));
  };
  const current = Object.entries(now).filter(([field, price]) => typeof price === 'number' && isBelieved(field, price));
  return { ...before, ...Object.fromEntries(current) };
}
