import { Exact } from '../cost/dollars.js';

/** Digits after the point, where a quotient has no end. */
const places = 6;

/** By how much a price moved, in percent of what it was, exact; null where one side is not known or 0. */
export function percentOf(before: unknown, after: unknown): number | null {
  if (typeof before !== 'number' || typeof after !== 'number' || before === 0 || after === 0) return null;
  return new Exact(after).minus(before).times(100).div(before).toDecimalPlaces(places).toNumber();
}
