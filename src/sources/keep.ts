import type { CostField, Model, Pricing, Tier } from '../model/model.js';
import { type FactField, factFields, factOf, sortedNotes, withFacts } from './facts.js';
import { fillOrigin, pricedBy } from './fill.js';
import type { Brought } from './ask.js';
import { conditionOf } from './conditions.js';
import type { Keeping, Kept } from './kind.js';
import { statedPrices } from './statedPrices.js';

/**
 * Keeps what an earlier reading had from an endpoint, or a page of it, that failed now, where what there is now is nothing
 * or the word of a lesser endpoint: models, prices as a whole, other fields one by one. What is kept is noted in
 * `kept` with the day of the reading that it comes from, also where it was kept before.
 */
export function keep(now: readonly Model[], before: readonly Model[], how: Keeping): Kept<Model> {
  const known = new Map(before.map((model) => [model.id, model]));
  const kept = { records: 0, prices: 0, facts: 0 };
  const items = now.map((model) => {
    const earlier = known.get(model.id);
    if (earlier === undefined) return model;
    const facts = lostFacts(model, earlier, how);
    const priced = withPrice(withKeptFacts(model, earlier, facts, how), earlier, how);
    kept.facts += facts.size > 0 ? 1 : 0;
    kept.prices += priced === null ? 0 : 1;
    return priced ?? withKeptFacts(model, earlier, facts, how);
  });
  const gone = missing(now, before, how);
  return { items: [...items, ...gone], kept: { ...kept, records: gone.length } };
}

/** An endpoint by the one name that `from` has for it, whether it is told by that or by its own. */
function originOf(told: string, { endpoints }: Keeping): string {
  const endpoint = endpoints.find((one) => one.name === told || fillOrigin(one) === told);
  return endpoint ? fillOrigin(endpoint) : told;
}

/** Where an endpoint stands in the chain; one that is not in it any more is the last. */
function rankOf(origin: string, { endpoints }: Keeping): number {
  const rank = endpoints.findIndex((endpoint) => fillOrigin(endpoint) === origin);
  return rank < 0 ? endpoints.length : rank;
}

const isLost = (origin: string, what: Brought, how: Keeping): boolean =>
  how.lost.some(({ endpoint, brings }) => brings.includes(what) && originOf(endpoint, how) === origin);

/** Who said a field of a record that `endpoint` gave. */
const saidBy = (model: Model, field: string, endpoint: string, how: Keeping): string =>
  originOf(model.from[field] ?? endpoint, how);

function lostFacts(model: Model, earlier: Model, how: Keeping): Map<FactField, unknown> {
  const lost = new Map<FactField, unknown>();
  for (const field of factFields) {
    const value = factOf(earlier, field);
    if (value === null) continue;
    const origin = saidBy(earlier, field, how.before, how);
    if (!isLost(origin, 'facts', how)) continue;
    const isKnown = factOf(model, field) !== null;
    if (!isKnown || rankOf(saidBy(model, field, how.now, how), how) > rankOf(origin, how)) lost.set(field, value);
  }
  return lost;
}

/** Notes that fields are an earlier reading's. */
function noted(model: Model, earlier: Model, fields: readonly string[], how: Keeping): Model {
  const from = new Map(Object.entries(model.from));
  const kept = { ...model.kept };
  for (const field of fields) {
    const origin = saidBy(earlier, field, how.before, how);
    kept[field] = earlier.kept?.[field] ?? earlier.kept?.['*'] ?? how.day;
    if (origin === originOf(how.now, how)) from.delete(field);
    else from.set(field, origin);
  }
  return { ...model, from: sortedNotes(Object.fromEntries(from)), kept: sortedNotes(kept) };
}

const withKeptFacts = (model: Model, earlier: Model, facts: ReadonlyMap<FactField, unknown>, how: Keeping): Model =>
  facts.size === 0 ? model : noted(withFacts(model, facts), earlier, [...facts.keys()], how);

const priceOrigin = (model: Model, endpoint: string, how: Keeping): string | null => {
  const by = pricedBy(model, endpoint);
  return by === null ? null : originOf(by, how);
};

/** The model with its earlier price, or with what of it a lost page brought; null where nothing is to be kept. */
function withPrice(model: Model, earlier: Model, how: Keeping): Model | null {
  const origin = priceOrigin(earlier, how.before, how);
  if (origin === null || !isLost(origin, 'prices', how)) return null;
  const current = priceOrigin(model, how.now, how);
  const fell = how.lost.find((part) => part.fell && originOf(part.endpoint, how) === origin)?.fell;
  if (current === origin && fell !== 'all') return withRest(model, earlier, { ...how, fell: fell !== undefined });
  if (current !== null && rankOf(current, how) < rankOf(origin, how)) return null;
  const { cost, tiers, pricing } = earlier;
  return noted({ ...model, cost, tiers, pricing: asOf(pricing, how.day) }, earlier, ['cost'], how);
}

/** What is said of a price in an earlier reading: its page is called by the day, beside the one of today. */
export const asOf = <Said extends Pick<Pricing, 'evidence'>>(said: Said, day: string): Said =>
  said.evidence === null
    ? said
    : { ...said, evidence: { ...said.evidence, endpoint: pageAsOf(said.evidence.endpoint, day) } };

/** The name of an earlier reading's page: `docs@2026-08-01`; one that was kept before has its day already. */
export const pageAsOf = (name: string, day: string): string => (name.includes('@') ? name : `${name}@${day}`);

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

/** Models that a lost page alone listed, as they were. */
function missing(now: readonly Model[], before: readonly Model[], how: Keeping): Model[] {
  if (how.now !== how.before || !isLost(originOf(how.before, how), 'models', how)) return [];
  const ids = new Set(now.map(({ id }) => id));
  return before
    .filter(({ id }) => !ids.has(id))
    .map((model) => ({
      ...model,
      pricing: asOf(model.pricing, how.day),
      ...(model.quotes && { quotes: model.quotes.map((quote) => asOf(quote, how.day)) }),
      kept: { '*': how.day, ...model.kept },
    }));
}
