import type { PriceRow } from '../../model/price.js';
import { conditionOf } from '../conditions.js';
import { grouped } from '../parse/grouped.js';
import { statedPrices } from '../statedPrices.js';
import { rowName } from './rowName.js';

/**
 * The rows by name. Of several with one name each has its number, the cheapest first, and how many there are: so each is
 * compared with its like of another reading, whatever their order, and with none where there are more or fewer of them.
 */
export function numberedRows(rows: readonly PriceRow[]): ReadonlyMap<string, PriceRow> {
  const numbered = new Map<string, PriceRow>();
  for (const [name, some] of grouped(rows, rowName)) {
    const sorted = some.length === 1 ? some : some.toSorted(byPrice);
    for (const [i, row] of sorted.entries())
      numbered.set(some.length === 1 ? name : `${name} (${i + 1} of ${some.length})`, row);
  }
  return numbered;
}

/** The dearer one last; of two that cost the same, whatever tells them apart. */
function byPrice(a: PriceRow, b: PriceRow): number {
  const [one, other] = [pricesOf(a), pricesOf(b)];
  const sum = (prices: readonly [string, number][]) => prices.reduce((all, [, price]) => all + price, 0);
  return sum(one) - sum(other) || (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1);
}

const pricesOf = ({ cost, tiers = [] }: PriceRow): [string, number][] =>
  statedPrices({ cost, tiers }, conditionOf).sort(([a], [b]) => (a < b ? -1 : 1));
