import type { Draft } from '../../model/draft.js';
import { amountsIn } from './amountsIn.js';
import { stated } from './money.js';
import { unitPrice } from './unitPrice.js';

type Cost = NonNullable<Draft['cost']>;

/**
 * The prices of a text whose amounts have their units behind them: "$0.111 per hour", "$40.00 per 1M characters",
 * "€0.40 /million input tokens". `unitOf` puts the text's own words for a unit into those of `unitPrice`; the costs are in
 * the text's currency. Amounts whose unit nobody knows are `unread`, as shown, and so are two of one kind that differ.
 */
export function wordedPrices(
  text: string,
  unitOf: (words: string) => string,
  sign: '$' | '€' = '$',
): { cost: Cost; unread: string[] } {
  const found = amountsIn(text, sign).map(({ price, words }) => ({
    shown: `${sign}${price} ${words}`.trim(),
    cost: stated(unitPrice(unitOf(words.replace(/^\/\s*/, '')), price)),
  }));
  // Each cost has one price, or none.
  const isOne = (field: string) => new Set(found.flatMap(({ cost }) => cost[field as keyof Cost] ?? [])).size === 1;
  const isRead = ({ cost }: { readonly cost: Cost }) => Object.keys(cost).some(isOne);
  return {
    cost: Object.assign({}, ...found.filter(isRead).map(({ cost }) => cost)) as Cost,
    unread: found.filter((amount) => !isRead(amount)).map(({ shown }) => shown),
  };
}
