import { Decimal } from 'decimal.js';

/** No product of a count and a price, and no sum of them, loses a digit. */
export const Exact = Decimal.clone({ precision: 80, toExpNeg: -60, toExpPos: 60 });
export type Exact = Decimal;

/** An amount that is a number or its digits; null for anything else, and for one below 0. */
export function dollars(value: unknown): Decimal | null {
  const isDigits = typeof value === 'string' && /^\d+(\.\d+)?(e[-+]?\d+)?$/i.test(value);
  if (!isDigits && !(typeof value === 'number' && Number.isFinite(value) && value >= 0)) return null;
  return new Exact(value);
}
