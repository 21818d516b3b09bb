import { Decimal } from 'decimal.js';
import type { CostField } from '../../../src/model/cost.js';
import type { PriceLine } from '../../../src/cost/priceLines.js';

/** A price as a consumer of a format takes it, back in the units of the record. */
export type Read = Omit<PriceLine, 'offer'>;

/** Reads a format as its consumers do, by the format's own grammar; knows what they would find of an offer. */
export type Reader = (
  content: string | Uint8Array,
) => Promise<(provider: string, id: string) => readonly Read[]> | ((provider: string, id: string) => readonly Read[]);

/** A quoted number in USD per 1,000 tokens or per one, with the 15 digits that every double holds. */
export const scaled = (quoted: unknown, factor: Decimal.Value, divisor: Decimal.Value = 1): number => {
  if (typeof quoted !== 'number') throw new Error(`${String(quoted)} is no number`);
  const exact = Decimal.clone({ precision: 40 });
  return new exact(quoted).times(factor).dividedBy(divisor).toSignificantDigits(15).toNumber();
};

/** The prices of an object that names them in its own words. */
export const readFields = (
  prices: Readonly<Record<string, unknown>>,
  names: Readonly<Record<string, readonly [CostField, Decimal.Value, Decimal.Value?]>>,
  when: PriceLine['when'],
): Read[] =>
  Object.entries(names).flatMap(([name, [field, factor, divisor]]) =>
    name in prices ? [{ field, when, price: scaled(prices[name], factor, divisor) }] : [],
  );
