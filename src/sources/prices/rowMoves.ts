import type { PriceRow } from '../../model/price.js';
import type { Move } from '../kind.js';
import { movesBetween } from '../movesBetween.js';
import { numberedRows } from './numberedRows.js';

/** The prices of rows, those of tiers included, beside those of an earlier reading of the same list. */
export function rowMoves(
  now: readonly PriceRow[],
  before: readonly PriceRow[],
  endpoints: { readonly now: string; readonly before: string },
): Move[] {
  if (endpoints.now !== endpoints.before) return [];
  const known = numberedRows(before);
  return [...numberedRows(now)].flatMap(([id, row]) => {
    const earlier = known.get(id);
    return earlier ? movesBetween({ id, by: endpoints.now }, earlier, row) : [];
  });
}
