/** Below this many prices, quartiles say little. */
const ENOUGH = 100;
/** USD per 1K tokens: above the 75 USD per 1M that GPT-4.5 cost, the most that one provider alone has asked so far. */
const HIGHEST = 0.1;

/** Tukey's upper fence (third quartile + 1.5 interquartile ranges) of the logarithms of prices: beyond it lie the outliers.
 * At most 100 USD per 1M, since a list full of errors widens its own quartiles. */
export function fenceOf(prices: readonly number[]): number {
  if (prices.length < ENOUGH) return HIGHEST;
  const sorted = prices.map((price) => Math.log10(price)).sort((a, b) => a - b);
  const quartile = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  const [first, third] = [quartile(0.25), quartile(0.75)];
  return Math.min(10 ** (third + 1.5 * (third - first)), HIGHEST);
}

/** The middle price, the lower of two, since most errors are too dear; 1 for an empty list. */
export const medianOf = (prices: readonly number[]): number =>
  [...prices].sort((a, b) => a - b)[Math.floor((prices.length - 1) / 2)] ?? 1;
