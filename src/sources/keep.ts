import type { Cost, Model, Tier } from '../model/model.js';
import { type FactField, factFields, factOf, sortedNotes, withFacts } from './facts.js';
import { fillOrigin, pricedBy } from './fill.js';
import type { Brought } from './ask.js';
import type { Keeping, Kept } from './kind.js';

/**
 * Keeps what an earlier reading had from an endpoint, or a page of it, that failed now, where what there is now is nothing
 * or the word of a lesser endpoint: models, prices as a whole, other fields one by one. What is kept is noted in
 * `source.kept` with the day of the reading that it comes from, also where it was kept before.
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

/** An endpoint by the one name that `source.filled` has for it, whether it is told by that or by its own. */
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
  originOf(model.source.filled?.[field] ?? endpoint, how);

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
  const filled = new Map(Object.entries(model.source.filled ?? {}));
  const kept = { ...model.source.kept };
  for (const field of fields) {
    const origin = saidBy(earlier, field, how.before, how);
    kept[field] = earlier.source.kept?.[field] ?? earlier.source.kept?.['*'] ?? how.day;
    if (origin === originOf(how.now, how)) filled.delete(field);
    else filled.set(field, origin);
  }
  const { url, fetchedAt, sha256, via } = model.source;
  const notes = filled.size > 0 && { filled: sortedNotes(Object.fromEntries(filled)) };
  return { ...model, source: { url, fetchedAt, sha256, via, ...notes, kept: sortedNotes(kept) } };
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
  if (current === origin) return withRest(model, earlier, how);
  if (current !== null && rankOf(current, how) < rankOf(origin, how)) return null;
  const { cost, tiers, pricing } = earlier;
  return noted({ ...model, cost, tiers, pricing }, earlier, ['cost'], how);
}

/** A price of which a page is missing: what else that page brought is added. */
function withRest(model: Model, earlier: Model, how: Keeping): Model | null {
  const fields = Object.keys(earlier.cost) as (keyof Cost)[];
  const gone = fields.filter(
    (field) => typeof earlier.cost[field] === 'number' && typeof model.cost[field] !== 'number',
  );
  const conditions = new Set(model.tiers.map(conditionOf));
  const tiers = earlier.tiers.filter((tier) => !conditions.has(conditionOf(tier)));
  if (gone.length === 0 && tiers.length === 0) return null;
  const cost = { ...model.cost, ...Object.fromEntries(gone.map((field) => [field, earlier.cost[field]])) };
  const pricing = gone.length > 0 && model.pricing.status !== 'priced' ? earlier.pricing : model.pricing;
  return noted({ ...model, cost, tiers: [...model.tiers, ...tiers], pricing }, earlier, ['cost'], how);
}

const conditionOf = ({ when }: Tier): string =>
  JSON.stringify(Object.entries(when).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Models that a lost page alone listed, as they were. */
function missing(now: readonly Model[], before: readonly Model[], how: Keeping): Model[] {
  if (how.now !== how.before || !isLost(originOf(how.before, how), 'models', how)) return [];
  const ids = new Set(now.map(({ id }) => id));
  return before
    .filter(({ id }) => !ids.has(id))
    .map((model) => ({ ...model, source: { ...model.source, kept: { '*': how.day, ...model.source.kept } } }));
}
