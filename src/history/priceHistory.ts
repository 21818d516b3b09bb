import type { HistoryLine } from '../model/history.js';
import { type OfferHistory, offerHistory } from './offerHistory.js';
import { timelinesOf } from './timelines.js';

/** What offers cost when. */
export interface PriceHistory {
  /** The last moment of which it knows, as a price version: what was written later does not count. ms since 1970; null = all counts. */
  readonly asOf: number | null;
  /** Undefined for an offer of which it knows nothing. */
  readonly offer: (provider: string, id: string) => OfferHistory | undefined;
}

/** A history by its lines; with `asOf` by those that were written until then, so that it gives the same for ever. */
export function priceHistory(lines: readonly HistoryLine[], asOf: number | null = null): PriceHistory {
  const counted = asOf === null ? lines : lines.filter(({ run }) => run === null || Date.parse(run) <= asOf);
  const timelines = timelinesOf(counted);
  const known = new Map<string, OfferHistory>();
  return {
    asOf,
    offer: (provider, id) => {
      const prices = timelines.get(provider)?.get(id);
      if (!prices) return undefined;
      const name = `${provider}/${id}`;
      const found = known.get(name) ?? offerHistory(prices);
      known.set(name, found);
      return found;
    },
  };
}
