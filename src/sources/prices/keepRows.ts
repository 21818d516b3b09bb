import type { PriceRow } from '../../model/price.js';
import { asOf } from '../keep/asOf.js';
import type { Keeping, Kept } from '../kind.js';

/** Keeps the rows of a price list that an earlier reading had from pages that failed now; their evidence has its day. */
export function keepRows(now: readonly PriceRow[], before: readonly PriceRow[], how: Keeping): Kept<PriceRow> {
  const isLost = how.now === how.before && how.lost.some(({ endpoint }) => endpoint === how.now);
  const gone = before.flatMap((row) =>
    isLost && row.evidence && how.isGone(row.evidence.endpoint)
      ? [{ ...row, evidence: asOf({ evidence: row.evidence }, how.day).evidence }]
      : [],
  );
  return { items: [...now, ...gone], kept: { records: gone.length, prices: 0, facts: 0 } };
}
