import { Decimal } from 'decimal.js';
import type { Model } from '../../model/model.js';
import { writesNothing } from '../../sources/reading/unitsFor.js';

/** A price in USD per 1K tokens as people say it, per 1M: exact, in plain digits. */
export const usdPerMillion = (price: number): string => new Decimal(price).times(1000).toFixed();

/** USD of 1,000 tokens in and 1,000 out, or in alone where nothing comes out; null where it has no such price, or costs nothing. */
export function tokensCost({ pricing, cost, mode }: Model): number | null {
  if (pricing.status !== 'priced' || typeof cost.input !== 'number') return null;
  if (writesNothing(mode)) return cost.input;
  return typeof cost.output === 'number' ? new Decimal(cost.input).plus(cost.output).toNumber() : null;
}
