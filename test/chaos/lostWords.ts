import type { Model } from '../../src/model/model.js';
import type { PriceRow } from '../../src/model/price.js';
import type { Snapshot } from '../../src/model/snapshot.js';
import type { Endpoint } from '../../src/sources/define.js';
import { factFields, factOf } from '../../src/sources/facts.js';

/** An earlier reading, today's as it was read where it was, and what is made of the two. */
export interface Days {
  readonly before: Snapshot<Model>;
  readonly reading?: Snapshot<Model> | undefined;
  readonly after: Snapshot<Model>;
  readonly endpoints: readonly Pick<Endpoint, 'name' | 'origin'>[];
}

const json = (value: unknown): string => JSON.stringify(value);

const pricesOf = ({ cost, tiers, pricing: { status, source } }: Model): string =>
  json({ status, source, cost: Object.entries(cost).filter(([, price]) => price !== null), tiers });

const amountsOf = ({ cost, tiers, pricing: { status, source } }: Model): string =>
  json({ status, source, amounts: Object.values(cost).filter((price) => price !== null), tiers });

const quotesOf = ({ quotes = [] }: Model): string[] => quotes.map(({ witness, cost }) => json([witness, cost]));

/** What is said of a price, but who was asked for one: that is another today. */
const reasonsOf = ({ pricing }: Model): string[] =>
  pricing.issues.filter(({ code }) => code !== 'not-priced').map(({ code, detail }) => `${code} ${detail}`);

/** What was known before and is not now, or is a lesser endpoint's word now, and what is kept without its day. */
export function lostWords({ before, reading, after, endpoints }: Days): string[] {
  const now = new Map(after.items.map((model) => [model.id, model]));
  const read = new Map(reading?.items.map((model) => [model.id, model]));
  const rankOf = (model: Model, field: string, by: string): number => {
    const told = model.from[field] ?? model.from['*'] ?? by;
    return endpoints.findIndex(({ name, origin }) => told === name || told === origin);
  };
  return before.items.flatMap((was): string[] => {
    const is = now.get(was.id);
    if (is === undefined) return [`${was.id} is gone`];
    const raw = read.get(was.id);
    const dayOf = (field: string): string => was.kept?.[field] ?? was.kept?.['*'] ?? before.fetchedAt.slice(0, 10);
    const isMarked = (field: string): boolean =>
      after.status === 'stale' || (is.kept?.[field] ?? is.kept?.['*']) === dayOf(field);

    const facts = factFields.flatMap((field): string[] => {
      const value = json(factOf(was, field));
      if (factOf(was, field) === null) return [];
      if (json(factOf(is, field)) !== value) return [`${field} ${value} is ${json(factOf(is, field))}`];
      // A mode may be concluded, and is nobody's word then.
      if (field !== 'mode' && rankOf(is, field, after.endpoint) > rankOf(was, field, before.endpoint))
        return [`${field} is a lesser endpoint's`];
      const isKept = raw === undefined || json(factOf(raw, field)) !== value;
      return isKept && !isMarked(field) ? [`${field} is kept without its day`] : [];
    });
    // In which unit a price of today stands may be concluded of what is kept.
    const isPriceKept = raw === undefined || amountsOf(raw) !== amountsOf(was);
    const price =
      pricesOf(is) !== pricesOf(was)
        ? [`${pricesOf(was)} is ${pricesOf(is)}`]
        : isPriceKept && was.pricing.status !== 'unknown' && !isMarked('cost')
          ? ['cost is kept without its day']
          : [];
    const goneFrom = (had: readonly string[], has: readonly string[]): string[] =>
      had.filter((one) => !has.includes(one)).map((one) => `${one} is gone`);
    const beside = [...goneFrom(quotesOf(was), quotesOf(is)), ...goneFrom(reasonsOf(was), reasonsOf(is))];
    return [...facts, ...price, ...beside].map((what) => `${was.id}: ${what}`);
  });
}

const nameOf = ({ provider, operator, model, cost, tiers }: PriceRow): string =>
  json([provider, operator, model, cost, tiers]);

/** The rows of a price list that are not as they were, or are kept without the day on their page. */
export function lostRows(before: Snapshot<PriceRow>, after: Snapshot<PriceRow>): string[] {
  const now = new Map(after.items.map((row) => [nameOf(row), row]));
  const day = before.fetchedAt.slice(0, 10);
  const came = new Set(Object.keys(after.sources));
  return before.items.flatMap((row) => {
    const page = now.get(nameOf(row))?.evidence?.endpoint;
    if (page === undefined) return [`${nameOf(row)} is gone`];
    return came.has(page) || page.endsWith(day) ? [] : [`${nameOf(row)} is kept without its day`];
  });
}
