import type { HistoryLine } from '../model/history.js';
import { type OfferHistory, offerHistory } from './offerHistory.js';
import { pricesOf } from './timelines.js';

/** What offers cost when. */
export interface PriceHistory {
  /** The last moment of which it knows, as a price version: what was written later does not count. ms since 1970; null = all counts. */
  readonly asOf: number | null;
  /** Undefined for an offer of which it knows nothing. */
  readonly offer: (provider: string, id: string) => OfferHistory | undefined;
}

/**
 * A history by the lines of each offer, in their order; with `asOf` by those that were written until then, so that it gives the
 * same for ever.
 */
export function priceHistory(
  linesOf: (provider: string, id: string) => readonly HistoryLine[],
  asOf: number | null = null,
): PriceHistory {
  const known = new Map<string, OfferHistory | undefined>();
  return {
    asOf,
    offer: (provider, id) => {
      const name = `${provider}/${id}`;
      if (known.has(name)) return known.get(name);
      const lines = linesOf(provider, id);
      const counted = asOf === null ? lines : lines.filter(({ run }) => run === null || Date.parse(run) <= asOf);
      const found = counted.length === 0 ? undefined : offerHistory(pricesOf(counted));
      known.set(name, found);
      return found;
    },
  };
}
