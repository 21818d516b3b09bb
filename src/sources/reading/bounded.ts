import type { Draft } from '../../model/draft.js';
import type { Issue } from '../../model/pricing.js';
import { withinAll } from './withinAll.js';

/** The prices of a draft, those of tiers included, without the numbers that are no price of anything, each of them an issue. */
export function bounded(draft: Pick<Draft, 'cost' | 'tiers'>): Required<Pick<Draft, 'cost' | 'tiers'>> & {
  readonly issues: readonly Issue[];
} {
  const cost = withinAll(draft.cost ?? {});
  const tiers = (draft.tiers ?? []).map(({ when, cost: prices }) => ({ when, within: withinAll(prices) }));
  return {
    cost: cost.cost,
    tiers: tiers.map(({ when, within }) => ({ when, cost: within.cost })),
    issues: [cost, ...tiers.map(({ within }) => within)].flatMap(({ issues }) => issues),
  };
}
