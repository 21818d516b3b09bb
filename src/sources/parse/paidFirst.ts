/** The first price above 0 of those that stand for the same thing, else the first that is stated: a 0 says "look there". */
export const paidFirst = (...prices: readonly (number | null | undefined)[]): number | null =>
  prices.find((price) => typeof price === 'number' && price > 0) ??
  prices.find((price) => typeof price === 'number') ??
  null;
