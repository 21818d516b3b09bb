import type { PriceRow } from '../model/price.js';

type RowCost = PriceRow['cost'];

/** Prices within 2 % are the same price, rounded or converted. */
const TOLERANCE = 0.02;

/** True where two prices, in the same unit, are the same but for rounding. */
export const agreeOn = (a: number, b: number): boolean =>
  Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));

/** True where two rows ask the same for input and output. */
export const agree = (a: RowCost, b: RowCost): boolean =>
  agreeOn(a.input ?? 0, b.input ?? 0) && agreeOn(a.output ?? 0, b.output ?? 0);

/** Equal for rows that are the same in every price. */
export const costKey = (cost: RowCost): string =>
  Object.entries(cost)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .join(' ');
