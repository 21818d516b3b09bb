import type { Cost } from '../model/cost.js';
import type { Issue } from '../model/pricing.js';
import { unknownCost } from '../sources/unknownCost.js';
import type { Prices } from './law.js';
import { shown, pricesIn } from './prices.js';
import type { Settled } from './settle.js';

/** What an offer's price came out as. */
export type Outcome = Pick<Settled, 'cost' | 'tiers' | 'pricing' | 'from'>;

/** A record's cost: what nobody states is null. */
export const full = (cost: Prices): Cost => ({ ...unknownCost, ...Object.fromEntries(pricesIn(cost)) });

/** What can stand in a record of a price that is not believed. */
export const believable = (cost: Prices): Partial<Cost> =>
  Object.fromEntries(pricesIn(cost).filter(([, price]) => price >= 0 && Number.isFinite(price)));

/** "0.15 in, 0.6 out (USD per 1M)". */
export const wordsOf = (cost: Prices): string =>
  pricesIn(cost)
    .slice(0, 3)
    .map(([field, price]) => `${field} ${shown(field, price)}`)
    .join(', ');

/** Issues, each once: two who say the same, and settling twice, say nothing twice. */
export const merged = (issues: readonly Issue[], more: readonly Issue[]): Issue[] => [
  ...new Map([...issues, ...more].map((issue) => [`${issue.code} ${issue.detail}`, issue])).values(),
];
