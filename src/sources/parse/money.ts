import { Decimal } from 'decimal.js';
import { remember } from './remember.js';
import { mostDigitsQuoted } from './limits.js';
import { shapeError } from './shapeError.js';

/** 40 digits: no price times a power of ten loses one. */
const Exact = Decimal.clone({ precision: 40, toExpNeg: -30, toExpPos: 30 });

/** All that a double shows exactly; only a repeating decimal, such as a third of a price, has more. */
const mostDigits = 15;

/** What a price may arrive as; anything else is no price. */
export type Quoted = string | number | null | undefined;

/** A float's artefact shows beyond the 12th digit and vanishes when rounded there; a real price has fewer digits. */
const withoutFloatNoise = (value: Decimal): Decimal => {
  if (value.precision() <= 13) return value;
  const rounded = value.toSignificantDigits(12);
  return rounded.precision() <= 10 ? rounded : value;
};

const textOf = (quoted: unknown): string =>
  typeof quoted === 'number' ? String(quoted) : typeof quoted === 'string' ? quoted.trim() : '';

const decimal = (quoted: unknown): Decimal | null => decimalIn(textOf(quoted));

const decimalIn = remember((text: string): Decimal | null => {
  if (!/^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d+)?$/i.test(text)) return null;
  if (text.length > mostDigitsQuoted) throw shapeError(`a price is longer than ${mostDigitsQuoted} characters`);
  const value = new Exact(text);
  return value.isFinite() ? withoutFloatNoise(value) : null;
});

const converted = (value: Decimal, factor: Decimal.Value, divisor: Decimal.Value): number | null => {
  const result = value.times(factor).dividedBy(divisor).toSignificantDigits(mostDigits).toNumber();
  return Number.isFinite(result) ? result : null;
};

/**
 * `quoted` times `factor` over `divisor`, exactly.
 *
 * null for what is no price: absent, not a number, or negative (-1 is how several providers say "varies").
 */
export function scaled(quoted: unknown, factor: Decimal.Value, divisor: Decimal.Value = 1): number | null {
  const value = decimal(quoted);
  if (value?.isZero()) return 0;
  return value === null || value.isNegative() ? null : converted(value, factor, divisor);
}

/** As `scaled`, for a price list whose negative rows are to be judged, not overlooked. */
export const scaledSigned = (quoted: unknown, factor: Decimal.Value, divisor: Decimal.Value = 1): number | null => {
  const value = decimal(quoted);
  return value === null ? null : converted(value, factor, divisor);
};

/** `scaled` by one factor, worked out once for each price: a list of thousands of rows has some hundred. */
export function scaledBy(factor: Decimal.Value, divisor?: Decimal.Value): (quoted: unknown) => number | null {
  const price = remember((text) => scaled(text, factor, divisor));
  return (quoted) => price(textOf(quoted));
}

/** USD per token -> USD per 1K tokens: "0.00000014" -> 0.00014. */
export const perToken = scaledBy(1000);

/** USD per 1M tokens -> USD per 1K tokens: 0.15 -> 0.00015. */
export const perMillion = scaledBy(1, 1000);

/** US cents per token -> USD per 1K tokens: 0.000026 -> 0.00026. */
export const centsPerToken = scaledBy(10);

/** USD per one of something (image, request, second) or per 1K tokens, unchanged but for float noise. */
export const perUnit = scaledBy(1);

/** A price given as a multiple of another one, already converted: half of 0.0026 -> 0.0013. */
export const multiple = (price: number | null | undefined, rate: unknown): number | null => {
  const value = decimal(rate);
  if (price === null || price === undefined || value === null || value.isNegative()) return null;
  return converted(value, price, 1);
};

/** Negative: the provider's way of saying that the price depends on the call. */
export const isVariable = (quoted: unknown): boolean =>
  decimal(quoted)?.isNegative() === true && !decimal(quoted)?.isZero();

/** The dollar amounts in a text, in order, as decimal strings: "$1,250.50 input" -> ["1250.50"]. */
export const dollars = (text: string): string[] =>
  [...text.matchAll(/\$\s*(\d[\d,]*(?:\.\d+)?|\.\d+)/g)].map((found) => (found[1] ?? '').replaceAll(',', ''));

/** The prices that are known, for a tier: a price it does not have is left out, not null. */
export function stated<Field extends string>(cost: { readonly [field in Field]?: number | null | undefined }): {
  [field in Field]?: number;
} {
  const known: { [field in Field]?: number } = {};
  // A loop, for lists state some hundred thousand prices.
  for (const field in cost) {
    const price = cost[field];
    if (typeof price === 'number') known[field] = price;
  }
  return known;
}
