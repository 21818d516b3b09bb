import type { Tier } from '../../model/cost.js';
import type { Model } from '../../model/model.js';
import { conditionOf, withoutDays } from '../conditions.js';
import { isDated } from '../parse/terms.js';
import { statedPrices } from '../statedPrices.js';

/**
 * An earlier model without the prices that are not stated any more because of their days: their last day is over, or their
 * first one has come and they are stated without days now. Null where it had no others.
 */
export function withoutEnded(earlier: Model, now: Model, today: string): Model | null {
  const stated = new Set(statedPrices(now, conditionOf).map(([name]) => name));
  const isStated = (tier: Tier): boolean => namesIn(tier).every((name) => stated.has(name));
  const hasEnded = (tier: Tier): boolean => {
    const { from, until } = tier.when;
    if (!isDated(tier.when) || isStated(tier)) return false;
    if (until !== undefined && until < today) return true;
    return from !== undefined && from <= today && isStated({ ...tier, when: withoutDays(tier.when) });
  };
  const tiers = earlier.tiers.filter((tier) => !hasEnded(tier));
  if (tiers.length === earlier.tiers.length) return earlier;
  const left = { ...earlier, tiers };
  return statedPrices(left, conditionOf).length === 0 ? null : left;
}

/** Names of the prices of a tier. */
function namesIn({ when, cost }: Tier): string[] {
  const prices = Object.keys(when).length === 0 ? { cost, tiers: [] } : { cost: {}, tiers: [{ when, cost }] };
  return statedPrices(prices, conditionOf).map(([name]) => name);
}
