import type { Tier } from '../../model/cost.js';

export type When = Tier['when'];

/** What is known of a call that its price may depend on. */
export interface Situation {
  /** Tokens of the prompt, those read from the cache and written to it among them. */
  readonly promptTokens: number;
  readonly serviceTier: string | null;
  readonly region: string | null;
  readonly variants: readonly string[];
  /** Null where nobody knows when it was. */
  readonly at: Date | null;
}
