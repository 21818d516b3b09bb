import type { Draft } from '../../model/draft.js';
import type { Tier } from '../../model/cost.js';
import { statedTier } from './statedTier.js';

type Cost = NonNullable<Draft['cost']>;

/** Prices, USD per 1K tokens or one of something, and when they hold; `{}` for always. */
export interface Conditional {
  readonly when: Tier['when'];
  readonly cost: Cost;
}

/**
 * A model's prices as its own and its tiers: the ones without a condition are its own. Of several with the same condition
 * the first count, for the standard ones lead where a page has lost its titles.
 */
export function inTiers(prices: readonly Conditional[]): { cost: Cost; tiers: Tier[] } {
  const first = new Map(prices.toReversed().map((price) => [JSON.stringify(price.when), price]));
  const known = prices.filter((price) => first.get(JSON.stringify(price.when)) === price);
  const isBase = ({ when }: Conditional) => Object.keys(when).length === 0;
  return {
    cost: known.find(isBase)?.cost ?? {},
    tiers: known.filter((price) => !isBase(price)).flatMap(({ when, cost }) => statedTier(when, cost)),
  };
}
