import { conditionOf } from '../../settle/conditionOf.js';
import type { CostField } from '../../model/cost.js';
import { costFields } from '../../model/words.js';
import type { Offer } from '../book.js';
import { priceNames, priceText, type Unit } from '../money.js';

/** The prices that hold under one condition. */
export interface PriceRow {
  /** When they hold: `always`, or the condition. */
  readonly holds: string;
  /** USD for people, exact; null where the condition changes nothing of it. */
  readonly prices: readonly (string | null)[];
}

/** All prices of an offer: a column each, a row for each condition. */
export interface PriceTable {
  readonly fields: readonly CostField[];
  readonly rows: readonly PriceRow[];
}

/** A price in words: `$2.5 per 1M`, `$0.04`. */
export const usdWords = (price: number, field: CostField, unit: Unit): string =>
  `$${priceText(price, field, unit)}${field.startsWith('per') ? '' : ` per ${unit}`}`;

type Prices = Readonly<Partial<Record<CostField, number | null | undefined>>>;

/** The prices of a record in the order of its fields. */
export const pricesIn = (cost: Prices): [CostField, number][] =>
  costFields.flatMap((field): [CostField, number][] => {
    const price = cost[field];
    return typeof price === 'number' ? [[field, price]] : [];
  });

/** All prices of an offer: those that hold always, then those of its tiers in their order. */
export function priceTable({ cost, tiers }: Pick<Offer, 'cost' | 'tiers'>, unit: Unit): PriceTable {
  const all = [{ when: null, cost: cost as Prices }, ...tiers];
  const fields = costFields.filter((field) => all.some(({ cost }) => typeof cost[field] === 'number'));
  const rows = all
    .filter(({ cost }) => pricesIn(cost).length > 0)
    .map(({ when, cost }) => ({
      holds: when ? conditionOf(when) : 'always',
      prices: fields.map((field) => {
        const price = cost[field];
        return typeof price === 'number' ? `$${priceText(price, field, unit)}` : null;
      }),
    }));
  return { fields, rows };
}

/** Several prices in one text. */
export const pricesWords = (cost: Prices, unit: Unit): string =>
  pricesIn(cost)
    .map(([field, price]) => `${priceNames[field]} ${usdWords(price, field, unit)}`)
    .join(', ');
