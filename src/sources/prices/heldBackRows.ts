import type { PriceRow } from '../../model/price.js';
import { pageAsOf } from '../keep/pageAsOf.js';
import { numberedRows } from './numberedRows.js';

/** The rows with the earlier prices of those that are held back; their page is called by its day. */
export function heldBackRows(
  now: readonly PriceRow[],
  before: readonly PriceRow[],
  ids: ReadonlySet<string>,
  day: string,
): PriceRow[] {
  const known = numberedRows(before);
  const held = new Map(
    [...numberedRows(now)].flatMap(([id, row]) => (ids.has(id) ? [[row, known.get(id)] as const] : [])),
  );
  return now.map((row) => {
    const earlier = held.get(row);
    if (!earlier) return row;
    const { cost, tiers, evidence } = earlier;
    return {
      ...Object.fromEntries(Object.entries(row).filter(([field]) => field !== 'tiers')),
      ...{ provider: row.provider, model: row.model, operator: row.operator, cost },
      ...(tiers && { tiers }),
      ...(evidence && { evidence: { ...evidence, endpoint: pageAsOf(evidence.endpoint, day) } }),
    };
  });
}
