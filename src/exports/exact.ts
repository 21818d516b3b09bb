import { scaledBy } from '../sources/parse/money.js';
import { Decimal } from 'decimal.js';

const shifted =
  (scale: (quoted: unknown) => number | null) =>
  (price: number): number => {
    const result = scale(price);
    if (result === null) throw new Error(`${price} is no price`);
    return result;
  };

/** USD per 1K tokens -> USD per token, to the last digit: 0.00015 -> 1.5e-7. */
export const perOneToken = shifted(scaledBy(1, 1000));

/** USD per 1K tokens -> USD per 1M tokens, to the last digit: 0.00015 -> 0.15. */
export const perMillionTokens = shifted(scaledBy(1000));

/** USD per one -> USD per 1,000. */
export const perThousand = shifted(scaledBy(1000));

/** USD per one -> USD per 1,000,000. */
export const perMillion = shifted(scaledBy(1_000_000));

/** USD per second -> USD per hour; a third of a price has more digits than any number, so 15 of them count. */
export const perHour = shifted(scaledBy(3600));

/** A price as people and spreadsheets write it, without an exponent: 1.5e-7 -> 0.00000015. */
export const plainDecimal = (price: number): string => new Decimal(price).toFixed();
