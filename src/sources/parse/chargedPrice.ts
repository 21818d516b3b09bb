import { perMillion } from './money.js';
import { shownAmounts } from './shownAmounts.js';
import { isPerMillion } from './shownPrice.js';

/**
 * What a cell says that is charged, USD per 1M tokens -> USD per 1K: "$0.30 / M tokens" -> 0.0003. Of a list price and
 * what is charged in its place ("$0.50 $0.25") the last one counts. null for another unit or currency, and for none.
 */
export const chargedPrice = (cell: string | null): number | null =>
  isPerMillion(cell) ? perMillion(shownAmounts(cell).at(-1)) : null;
