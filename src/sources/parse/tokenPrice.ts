import { perMillion } from './money.js';
import { shownAmounts } from './shownAmounts.js';
import { isPerMillion } from './shownPrice.js';

/**
 * The price of tokens that a cell shows, USD per 1M -> USD per 1K: "$5 / MTok" -> 0.005. null for another unit or currency,
 * for none, and for two amounts of which nobody knows what each is for: "$0.25 (from May $0.50)".
 */
export function tokenPrice(cell: string | null | undefined): number | null {
  const [amount, other] = new Set(shownAmounts(cell));
  return other === undefined && isPerMillion(cell) ? perMillion(amount) : null;
}
