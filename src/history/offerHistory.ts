import { conditionKey } from '../cost/conditionKey.js';
import type { Cost, CostField, Tier } from '../model/cost.js';
import type { HistoryLine } from '../model/history.js';
import { unknownCost } from '../sources/unknownCost.js';
import type { Period } from './timeline.js';
import type { OfferTimelines } from './timelines.js';

/** What an offer cost in a time in which none of its prices moved. */
export interface PastPrices {
  /** ms since 1970, half open; `to` is Infinity where nothing is known of an end. */
  readonly from: number;
  readonly to: number;
  readonly cost: Cost;
  /** Days are not among their conditions any more. */
  readonly tiers: readonly Tier[];
  /** The line of each price, those without a price left out. */
  readonly lines: readonly HistoryLine[];
  /** The lines of prices that were taken back within a week, with the moment (ms since 1970) at which they were. */
  readonly takenBack: readonly { readonly line: HistoryLine; readonly at: number }[];
}

/** What an offer cost when. */
export interface OfferHistory {
  /** ms since 1970: before that, nothing is known. */
  readonly begins: number;
  /** What it cost at a moment (ms since 1970); null before it begins. The same object all through a time without a move. */
  readonly at: (moment: number) => PastPrices | null;
}

/** The history of an offer of which at least one price is known. */
export function offerHistory(timelines: OfferTimelines): OfferHistory {
  const prices = [...timelines.values()];
  const moves = [...new Set(prices.flat().flatMap(({ from, to }) => [from, to]))]
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  const found = new Map<number, PastPrices>();
  return {
    begins: moves[0] ?? Infinity,
    at: (moment) => {
      const place = moves.findLastIndex((move) => move <= moment);
      const from = moves[place];
      if (from === undefined) return null;
      const known = found.get(from) ?? pricesIn(prices, from, moves[place + 1] ?? Infinity);
      found.set(from, known);
      return known;
    },
  };
}

function pricesIn(prices: readonly (readonly Period[])[], from: number, to: number): PastPrices {
  const cost: Cost = { ...unknownCost };
  const tiers = new Map<string, Tier>();
  const lines: HistoryLine[] = [];
  const takenBack: { line: HistoryLine; at: number }[] = [];
  for (const timeline of prices) {
    const place = timeline.findIndex((period) => period.from <= from && from < period.to);
    const line = timeline[place]?.line;
    if (!line || line.usd === null) continue;
    lines.push(line);
    const next = timeline[place + 1];
    if (next?.line.change === 'flip') takenBack.push({ line, at: next.from });
    const { when, component, usd } = line;
    if (Object.keys(when).length === 0) cost[component] = usd;
    else {
      const tier: Tier = tiers.get(conditionKey(when)) ?? { when, cost: {} };
      const stated: Partial<Record<CostField, number | null | undefined>> = tier.cost;
      stated[component] = usd;
      tiers.set(conditionKey(when), tier);
    }
  }
  return { from, to, cost, tiers: [...tiers.values()], lines, takenBack };
}
