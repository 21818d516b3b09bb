import { type PriceRow, priceRow } from '../../model/price.js';
import type { Kind } from '../kind.js';

/** The rows of a price list stay rows: prices under the list's own names. */
export const priceRows: Kind<PriceRow, PriceRow> = {
  name: 'prices',
  item: (row, { pageName, index }) => priceRow.parse({ ...row, evidence: { endpoint: pageName, row: index } }),
  // A list may price one name twice; that it does is for the join to see, so no row is another one's double.
  key: () => null,
  pricedBy: (_row, endpoint) => endpoint,
  prices: () => [],
  fill: (rows) => rows,
  jumps: () => [],
  holdBack: (now) => now,
  finish: (row) => row,
  isUnplaced: () => false,
  isOffer: () => true,
  isOwn: () => false,
  listedBy: (row) => row,
  keep: (now) => ({ items: now, kept: { records: 0, prices: 0, facts: 0 } }),
  pages: ({ evidence }) => (evidence ? [evidence.endpoint] : []),
};
