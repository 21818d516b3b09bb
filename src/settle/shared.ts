import { medianOf } from '../match/fence.js';
import type { PriceIndex } from '../match/priceIndex.js';

/** The fields that all lists have. */
export type TokenField = 'input' | 'output';

/** What a list asks, USD per 1K tokens, by name and seller. */
export type TokenPrices = ReadonlyMap<string, number>;

/** The prices of two lists for the same model at the same seller, compared. */
export interface Shared {
  /** How many they are. */
  readonly count: number;
  /** How often the one list's price is the other's, in the middle. */
  readonly factor: number;
  /** How many are this factor apart, but for rounding. */
  readonly atFactor: number;
  /** How many are the same to the digit. */
  readonly same: number;
  /** The middle price of the one list and of the other. */
  readonly middle: number;
  readonly theirs: number;
}

/** The prices of a list that others may have too; of rows with one name the first counts. */
export function tokenPricesOf(
  { rows, sellerOf }: Pick<PriceIndex, 'rows' | 'sellerOf'>,
  field: TokenField,
): TokenPrices {
  const prices = new Map<string, number>();
  const sellers = new Map<string, string>();
  for (const { row, name } of rows) {
    const price = row.cost[field] ?? 0;
    if (price <= 0) continue;
    const seller = sellers.get(row.provider) ?? sellerOf(row.provider);
    sellers.set(row.provider, seller);
    const key = `${name.key}|${seller}`;
    if (!prices.has(key)) prices.set(key, price);
  }
  return prices;
}

/** Prices that were rounded, or are a little older, are this near to one factor. */
const near = 1.05;

/** Compares the prices that both lists have. */
export function shared(one: TokenPrices, other: TokenPrices): Shared {
  const both = [...one].flatMap(([key, own]): (readonly [number, number])[] => {
    const theirs = other.get(key);
    return theirs === undefined ? [] : [[own, theirs]];
  });
  const ratios = both.map(([own, theirs]) => own / theirs);
  const factor = medianOf(ratios);
  return {
    ...{ count: both.length, factor },
    atFactor: ratios.filter((ratio) => ratio < factor * near && ratio > factor / near).length,
    same: ratios.filter((ratio) => ratio === 1).length,
    middle: medianOf(both.map(([own]) => own)),
    theirs: medianOf(both.map(([, theirs]) => theirs)),
  };
}
