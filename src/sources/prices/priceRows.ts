import { type PriceRow, priceRow } from '../../model/price.js';
import { compiled } from '../parse/compiled.js';
import type { Kind } from '../kind.js';
import { checkedRow } from './checkedRow.js';
import { heldBackRows } from './heldBackRows.js';
import { keepRows } from './keepRows.js';
import { rowMoves } from './rowMoves.js';
import { rowName } from './rowName.js';

/** The rows of a price list stay rows: prices under the list's own names. */
export const priceRows: Kind<PriceRow, PriceRow> = {
  name: 'prices',
  item: (row, { pageName, index }) =>
    checkedRow(compiled(priceRow).parse({ ...row, evidence: { endpoint: pageName, row: index } })),
  // A list may price one name twice; that it does is for the join to see, so no row is another one's double.
  key: () => null,
  identity: rowName,
  pricedBy: (_row, endpoint) => endpoint,
  prices: () => [],
  fill: (rows) => rows,
  moves: rowMoves,
  holdBack: heldBackRows,
  finish: (row) => row,
  isUnplaced: () => false,
  isOffer: () => true,
  isOwn: () => false,
  listedBy: (row) => row,
  keep: keepRows,
  pages: ({ evidence }) => (evidence ? [evidence.endpoint] : []),
};
