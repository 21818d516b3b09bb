import type { OfferPrices } from '../tiers/priceFinder.js';
import type { Usage } from '../units.js';

/** A call as a line of somebody's log tells it. */
export interface UsageRecord {
  readonly form: 'units' | 'usage' | 'span' | 'litellm';
  /** Our id of the provider where its name is one that others use; else as written; null where the line names none. */
  readonly provider: string | null;
  /** Names of the model, the one that answered first. */
  readonly models: readonly string[];
  readonly usage: Usage;
  /** Null where the line does not say when it was. */
  readonly at: Date | null;
  /** The line's own prices; null where it has none. */
  readonly prices: OfferPrices | null;
}

/** A line that can't be read as such a record, and why, to follow on "line 7 of stdin". */
export class BadRecord extends Error {
  override readonly name = 'BadRecord';
}
