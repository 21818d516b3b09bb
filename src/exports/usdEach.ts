import { Decimal } from 'decimal.js';
import type { CostField } from '../model/cost.js';
import { isOfTokens } from './units.js';

/** Decimals of an exact price of one: a sixtieth of a price of 15 digits has 22. */
export const eachScale = 24;

const Exact = Decimal.clone({ precision: 80 });

/**
 * A price in the units of the record -> USD for one token, image or the like, exact, in units of 10^-24 USD: input 0.00015 ->
 * 150000000000000000n. Null for one that has more decimals.
 */
export function usdEach(field: CostField, price: number): bigint | null {
  const each = new Exact(price).times(`1e${eachScale - (isOfTokens(field) ? 3 : 0)}`);
  return each.isInteger() ? BigInt(each.toFixed()) : null;
}
