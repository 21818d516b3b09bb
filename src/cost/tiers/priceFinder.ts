import type { CostField } from '../../model/cost.js';
import { holds, isServed } from './holds.js';
import { isLowerStep, isNarrower } from './includes.js';
import type { Situation, When } from './when.js';

/** What an offer costs, in the units of the record; a price that is missing is not known. */
export interface OfferPrices {
  readonly cost: Readonly<Partial<Record<CostField, number | null | undefined>>>;
  readonly tiers: readonly {
    readonly when: When;
    /** It has a condition that is not known. */
    readonly isUnread?: boolean | undefined;
    readonly cost: Readonly<Partial<Record<CostField, number | null | undefined>>>;
  }[];
}

/** A price with the condition that it holds under, or why there is none. */
export type Found =
  | { readonly price: number; readonly when: When | null }
  | {
      readonly price: null;
      readonly why: string;
      /** Somebody states a price, but not one that can be told to hold. */
      readonly isStated: boolean;
    };

/** Finds the price of a field for a call; `variants` are words that hold for these units alone. */
export type PriceFinder = (field: CostField) => Found;

const isToken = (field: CostField): boolean => !field.startsWith('per');

/**
 * The prices that hold for a call. Of several steps of prompt length the highest one passed holds. Of several tiers that state a
 * field the one whose conditions include another's wins; a tier lists what differs, the rest stays at the base. Tiers of which neither includes the other, and that differ, state no price;
 * nor does one that may hold, while nobody knows when the call was. A level of service that no tier names has no prices of tokens.
 */
export function priceFinder({ cost, tiers }: OfferPrices, situation: Situation): PriceFinder {
  const judged = tiers.map((tier) => ({
    ...tier,
    holds: tier.isUnread ? ('unsure' as const) : holds(tier.when, situation),
  }));
  const passed = judged.filter((tier) => tier.holds !== false);
  const open = passed.filter(({ when }) => !passed.some((other) => isLowerStep(when, other.when)));
  const { serviceTier } = situation;
  const isUnnamed =
    serviceTier !== null && !open.some(({ when }) => when.serviceTier !== undefined && isServed(when, situation));
  return (field) => {
    const base = known(cost[field]) ? cost[field] : undefined;
    const stating = open.filter((tier) => known(tier.cost[field]));
    if (isUnnamed && isToken(field))
      return { price: null, isStated: base !== undefined || stating.length > 0, why: `no price is for ${serviceTier}` };
    const best = stating.filter(
      ({ when }) => !stating.some((other) => other.holds === true && isNarrower(other.when, when)),
    );
    return chosen(
      best.map((tier) => ({ price: tier.cost[field] ?? 0, when: tier.when, isSure: tier.holds === true })),
      base,
    );
  };
}

interface Candidate {
  readonly price: number;
  readonly when: When;
  /** Its condition holds; else it may. */
  readonly isSure: boolean;
}

/** The price that all candidates agree on, and the base where it is not sure that one of them holds. */
function chosen(candidates: readonly Candidate[], base: number | undefined): Found {
  const sure = candidates.find(({ isSure }) => isSure);
  if (!sure && base === undefined)
    return {
      price: null,
      isStated: candidates.length > 0,
      why: candidates.length > 0 ? unsure : 'no price is known',
    };
  const prices = new Set([...candidates.map(({ price }) => price), ...(sure || base === undefined ? [] : [base])]);
  const [price = 0] = sure ? [sure.price] : [base];
  if (prices.size <= 1) return { price, when: sure?.when ?? null };
  const isTime = candidates.some(({ isSure }) => !isSure);
  return { price: null, isStated: true, why: isTime ? unsure : 'tiers that hold at once differ' };
}

const unsure = 'it depends on what is not given, such as the time';

/** -1 and the like are no prices. */
const known = (price: number | null | undefined): price is number => typeof price === 'number' && price >= 0;
