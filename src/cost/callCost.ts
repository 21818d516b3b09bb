import type { When } from './tiers/when.js';

/** Some units at one price. */
export interface Factor {
  readonly units: number;
  /** USD as a decimal, for so many units as `per` says. */
  readonly price: string;
  readonly per: 1000 | 1;
  /** The condition that the price holds under; missing where it holds under none. */
  readonly when?: When | undefined;
}

/** What one component of a call costs: `usd` is the sum of units times price over its factors. */
export interface CostPart {
  readonly units: number;
  /** USD as a decimal, exact. */
  readonly usd: string;
  /** One, unless the requests of the call have different prices. */
  readonly factors: readonly Factor[];
}

/** What a call costs, and why. */
export interface CallCost {
  /** USD as a decimal, exact; null where part of it can't be known. */
  readonly total: string | null;
  readonly currency: 'USD';
  /** charge: the provider says what it charged. own-cache: the caller's own cache answered. */
  readonly basis: 'prices' | 'charge' | 'own-cache';
  /** By the record's names of prices; empty where the charge is stated. */
  readonly parts: Readonly<Record<string, CostPart>>;
  /** What was used and has no price that is known, by the same names, `usage` where nobody counted, or `model:<id>`. */
  readonly unpriced: readonly string[];
  /** Of each that is unpriced, why. */
  readonly why?: Readonly<Record<string, string>> | undefined;
}
