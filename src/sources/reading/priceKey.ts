import { remember } from '../parse/remember.js';

/** Words that are the price itself, in one word with others as well (`inputprice`). */
const price = /pric(e|ing)|cost/;
const money = new Set(['fee', 'fees', 'rate', 'rates', 'charge', 'charges', 'tariff', 'tariffs']);

/** Rates that are no money. */
const otherRates = new Set(
  'win error success failure hit sample sampling frame bit pass refresh response acceptance uptime limit'.split(' '),
);

/** Words for numbers that are no price, whatever stands before them: `price_unit`, `currency`, `updated_at`. */
const otherNumbers = new Set(
  (
    'limit limits unit units currency discount discounts ratio multiplier multipliers threshold thresholds size sizes ' +
    'count counts version score scores quantity rank id date time timestamp at updated created percent percentage ' +
    'scale range ranges context window length quota decimals precision'
  ).split(' '),
);

/** Keys that are a bound or a place in an order where they stand alone, and may name a price with others. */
const bounds = new Set(
  'min max minimum maximum from to start end begin until above below gt gte lt lte order step steps level index position'.split(
    ' ',
  ),
);

/** What is counted, not paid, where the number is whole and that large: 200000 tokens. */
const counted = new Set(['token', 'tokens']);

/** Below these, nothing is a price. */
const apart = new Set([
  'limit',
  'limits',
  'threshold',
  'thresholds',
  'range',
  'ranges',
  'quota',
  'discount',
  'discounts',
]);

/** `inputCost_per1k` -> `input`, `cost`, `per`, `1`, `k`. */
const wordsOf = (key: string): string[] =>
  key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .match(/[a-z]+|\d+/g) ?? [];

/** The word that says what the number is: the last one before "per" (`price_per_unit` is a price, `price_unit` a unit). */
function headOf(words: readonly string[]): string {
  const per = words.indexOf('per');
  return (per === -1 ? words : words.slice(0, per)).at(-1) ?? '';
}

/** Whether a key by its own name holds a price, or prices below it. */
export const isPriceKey = remember((key: string): boolean => {
  const words = wordsOf(key);
  const head = headOf(words);
  if (otherNumbers.has(head)) return false;
  if (price.test(words.join(' ')) || price.test(key.toLowerCase())) return true;
  const at = words.findIndex((word) => money.has(word));
  return at !== -1 && !otherRates.has(words[at - 1] ?? '') && !otherRates.has(words[at + 1] ?? '');
});

/** Whether prices may stand below a key. */
export const mayHoldPrices = remember((key: string): boolean => !apart.has(headOf(wordsOf(key))));

/** Whether that number may be a price where it stands below a price key: not a bound, a count, a day. */
export function mayBePrice(key: string, number: number): boolean {
  const words = wordsOf(key);
  const head = headOf(words);
  if (otherNumbers.has(head) || (words.length === 1 && bounds.has(head))) return false;
  return !(counted.has(head) && number >= 1000 && Number.isInteger(number));
}
