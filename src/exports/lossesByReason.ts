import type { Loss } from './export.js';

/** Prices that a format leaves out for one reason. */
export interface LossCount {
  readonly why: string;
  readonly prices: number;
  readonly offers: number;
  /** `provider/id` of the first one. */
  readonly such: string;
}

/** What is lost by why, the most first. */
export function lossesByReason(losses: readonly Loss[]): LossCount[] {
  const byReason = new Map<string, { prices: number; offers: Set<string> }>();
  for (const { line, why } of losses) {
    const one = byReason.get(why) ?? { prices: 0, offers: new Set() };
    byReason.set(why, { prices: one.prices + 1, offers: one.offers.add(line.offer) });
  }
  return [...byReason]
    .map(([why, { prices, offers }]) => ({ why, prices, offers: offers.size, such: [...offers][0] ?? '' }))
    .sort((a, b) => b.prices - a.prices || (a.why < b.why ? -1 : 1));
}
