import type { HistoryLine } from '../model/history.js';
import type { Model } from '../model/model.js';
import type { Origins } from '../model/origin.js';
import { type StatedPrice, statedPrices } from './statedPrices.js';

/** What a run found an offer to cost, and whose word it is. */
export interface SeenOffer {
  /** By `priceKey`; empty where it has no price, or its provider does not list it any more. */
  readonly prices: ReadonlyMap<string, StatedPrice>;
  readonly witness: HistoryLine['witness'];
  readonly row: HistoryLine['row'];
  /** The page that states the price; null where there is none. */
  readonly page: HistoryLine['page'];
  /** Witnesses that say the same. */
  readonly agree: readonly string[];
  /** The pages that were read for it. */
  readonly sources: Origins;
}

/** What there is to know of an offer's prices, apart from the rest of its record. */
export function seenOffer(model: Model, sources: Origins): SeenOffer {
  const { source, evidence, match, agree } = model.pricing;
  return {
    prices: statedPrices(model),
    witness: source,
    row: match && `${match.provider}/${match.model}`,
    page: (evidence && sources[evidence.endpoint]) ?? null,
    ...{ agree, sources },
  };
}

/** An offer that its provider does not list any more. */
export const goneOffer: SeenOffer = { prices: new Map(), witness: null, row: null, page: null, agree: [], sources: {} };
