import type { PriceRow } from '../../model/price.js';
import { beyondAll } from '../reading/beyondAll.js';

/** The row; throws where a number of it is beyond any price, so that nobody is ever shown it. */
export function checkedRow(row: PriceRow): PriceRow {
  for (const cost of [row.cost, ...(row.tiers ?? []).map((tier) => tier.cost)]) {
    const odd = Object.entries(cost).find(([, price]) => beyondAll(price));
    if (odd) throw new Error(`${odd[0]}: ${odd[1]} USD is beyond any price`);
  }
  return row;
}
