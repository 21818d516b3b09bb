import type { Model } from '../model/model.js';
import type { Endpoint } from './define.js';
import { type FactField, factFields, factOf, sortedNotes, withFacts } from './facts.js';
import { quoteOf } from './quoteOf.js';

/** The name under which an endpoint's word stands in `from`. */
export const fillOrigin = ({ origin, name }: Pick<Endpoint, 'name' | 'origin'>): string => origin ?? name;

/**
 * The origin of a model's price: a filling endpoint's, the one that alone listed the model, or the endpoint that gave the
 * others; null where it has none.
 */
export const pricedBy = ({ pricing, from }: Model, endpoint: string): string | null =>
  pricing.status === 'unknown' ? null : (from['cost'] ?? from['*'] ?? endpoint);

/**
 * Fills what is null in `models` from the models of a later endpoint, matched by id, whatever its case, else by a name that
 * only one of them has; one that is another of `models` by its id speaks for that one only.
 *
 * Each filled field is noted in `from` with the endpoint's origin. Prices are taken as a whole, and only where the first
 * endpoint is silent about them; where it is not, the other price is a quote beside it.
 */
export function fill(models: readonly Model[], others: readonly Model[], origin: string): Model[] {
  const byId = new Map([
    ...others.map((other) => [other.id.toLowerCase(), other] as const),
    ...others.map((other) => [other.id, other] as const),
  ]);
  const own = new Set(models.map(({ id }) => id.toLowerCase()));
  const byName = uniqueNames(others);
  return models.map((model) => {
    const namesake = byName.get(nameKey(model) ?? '');
    const free = namesake && !own.has(namesake.id.toLowerCase()) ? namesake : undefined;
    const other = byId.get(model.id) ?? byId.get(model.id.toLowerCase()) ?? free;
    return other ? filled(model, other, origin) : model;
  });
}

const nameKey = (model: Model): string | undefined => model.name?.toLowerCase().replace(/\s+/g, ' ').trim();

function uniqueNames(models: readonly Model[]): Map<string, Model> {
  const names = new Map<string, Model | undefined>();
  for (const model of models) {
    const key = nameKey(model);
    if (key) names.set(key, names.has(key) ? undefined : model);
  }
  return new Map([...names].filter((entry): entry is [string, Model] => entry[1] !== undefined));
}

/** What the provider itself says of why it states no price; no other catalog's price stands in then. */
const hasReason = ({ pricing }: Model): boolean => pricing.issues.some(({ code }) => code === 'no-list-price');

/** Prices that the provider states and nobody could read: no other price takes that back. */
const unreadOf = ({ pricing }: Model): Model['pricing']['issues'] =>
  pricing.issues.filter(({ code }) => code === 'unread-price' || code === 'unknown-unit');

/** What a provider says of a price that it does not state, and of one that could not be read. */
export const reasonsOf = ({ pricing }: Model): Model['pricing']['issues'] =>
  pricing.issues.filter(({ code }) => ['no-list-price', 'unread-price', 'unknown-unit'].includes(code));

function filled(model: Model, other: Model, origin: string): Model {
  const values = new Map<FactField, unknown>();
  for (const field of factFields) {
    const value = factOf(other, field);
    if (value !== null && factOf(model, field) === null) values.set(field, value);
  }
  const isOpen = model.pricing.status === 'unknown' && !hasReason(model);
  const prices = isOpen && other.pricing.status !== 'unknown';
  const reasons = isOpen && !prices && !origin.startsWith('catalog:') ? reasonsOf(other) : [];
  const quotes = isOpen ? [] : quoteOf(other);
  if (values.size === 0 && !prices && reasons.length === 0 && quotes.length === 0) return model;
  // Notes stand last: a record is written as it is read again.
  const { from, ...rest } = withFacts(model, values);
  const notes = { ...from, ...Object.fromEntries([...values.keys()].map((field) => [field, origin])) };
  const { cost, tiers } = other;
  const issues = [...other.pricing.issues.filter(({ code }) => code !== 'name-only'), ...unreadOf(model)];
  const pricing = { ...other.pricing, issues };
  return {
    ...rest,
    ...(prices && { cost, tiers, pricing }),
    ...(quotes.length > 0 && { quotes: [...(model.quotes ?? []), ...quotes] }),
    ...(reasons.length > 0 && { pricing: { ...model.pricing, issues: [...model.pricing.issues, ...reasons] } }),
    from: sortedNotes({ ...notes, ...(prices && { cost: origin }) }),
  };
}
