import { pricesOf } from '../../book/pricesOf.js';
import type { CallCost } from '../../cost/callCost.js';
import { costOf } from '../../cost/costOf.js';
import { Exact } from '../../cost/dollars.js';
import { levelNamed } from '../../cost/served.js';
import type { Offer } from '../book.js';
import { type Day, type DayCount, dayCounts } from './day.js';

/** What a day costs at an offer. */
export interface DayCost {
  readonly offer: Offer;
  readonly cost: CallCost;
}

/** What a day costs at an offer, by the code of the command line; `at` is when. */
export function dayCost(offer: Offer, { counts, requests, serviceTier }: Day, at: Date): DayCost {
  const used = (Object.keys(dayCounts) as DayCount[]).filter((name) => counts[name] > 0);
  const units = Object.fromEntries(used.map((name) => [dayCounts[name], counts[name]]));
  const usage = {
    ...{ passes: [{ units, contradicts: [] }], charge: null },
    ...{ serviceTier, region: null, variants: [], requests },
  };
  return { offer, cost: costOf(usage, pricesOf(offer), { at, models: [offer.id] }) };
}

/** The costs of a day, the least first; those that are not known last. Equal ones stay in their order. */
export const cheapestFirst = (costs: readonly DayCost[]): DayCost[] =>
  costs.toSorted(({ cost: { total: a } }, { cost: { total: b } }) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return new Exact(a).cmp(b);
  });

/** USD of so many days, exact. */
export const ofDays = (usd: string, days: number): string => new Exact(usd).times(days).toFixed();

/** The levels of service that have prices of their own at some of these offers, sorted. */
export const levelsOf = (offers: readonly Pick<Offer, 'tiers'>[]): string[] => {
  const levels = offers.flatMap(({ tiers }) => tiers.flatMap(({ when }) => levelNamed(when.serviceTier ?? '') ?? []));
  return [...new Set(levels)].sort();
};
