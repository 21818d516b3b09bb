import type { PastPrices } from '../history/offerHistory.js';
import type { PriceHistory } from '../history/priceHistory.js';
import type { Cost, Tier } from '../model/cost.js';
import type { Issue, Pricing } from '../model/pricing.js';
import { shown } from '../settle/prices.js';
import { unknownCost } from '../sources/unknownCost.js';

/** What an offer costs, whoever was asked. */
interface Priced {
  readonly cost: Cost;
  readonly tiers: readonly Tier[];
  readonly pricing: Pricing;
}

/** Which prices are meant. */
export interface Moment {
  /** Those of that moment. Default: now, or the end of a price version. */
  readonly at?: Date | undefined;
}

/** Prices of a moment, and the part of the history that says so; `past` is null where it does not know, missing where today's hold. */
export type PricedAt<Answer extends Priced> = Answer & { readonly past?: PastPrices | null };

/**
 * What an offer cost at a moment: today's answer where nothing moved since, and where no price version is asked for; else what
 * the history says. Where it says nothing there is no price, and an issue says why. An offer that the history does not have at
 * all, such as one that only price lists know, has today's answer, and an issue says so.
 */
export function priceAt<Answer extends Priced>(
  answer: Answer,
  history: PriceHistory,
  { provider, id }: { readonly provider: string; readonly id: string },
  { at }: Moment,
): PricedAt<Answer> {
  const offer = history.offer(provider, id);
  const now = Date.now();
  const moment = at?.getTime() ?? history.asOf ?? now;
  const past = offer?.at(moment) ?? null;
  if (history.asOf === null) {
    if (offer ? past === offer.at(now) : moment >= now) return answer;
    if (!offer) return { ...answer, pricing: { ...answer.pricing, issues: [...answer.pricing.issues, ofToday] } };
  }
  if (past === null || past.lines.length === 0)
    return {
      ...answer,
      cost: { ...unknownCost },
      tiers: [],
      pricing: unknown(whyNone(offer?.begins, past, moment)),
      past,
    };
  return { ...answer, cost: past.cost, tiers: past.tiers, pricing: pricingOf(past), past };
}

const ofToday: Issue = { code: 'no-history', detail: 'the history does not know it: this is the price of today' };

const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

function whyNone(begins: number | undefined, past: PastPrices | null, moment: number): Issue {
  if (begins === undefined) return { code: 'no-history', detail: 'this version of the history does not know it' };
  const detail = past
    ? `on ${day(moment)} it had no price: from ${day(past.from)} ${past.to === Infinity ? 'on' : `to ${day(past.to)}`}`
    : `no price of ${day(moment)} is known: its history begins on ${day(begins)}`;
  return { code: past ? 'not-priced' : 'before-history', detail };
}

const nobody: Omit<Pricing, 'status' | 'source' | 'issues'> = {
  ...{ confidence: null, evidence: null, agree: [], differ: [], match: null },
};

const unknown = (issue: Issue): Pricing => ({ ...nobody, status: 'unknown', source: null, issues: [issue] });

function pricingOf({ lines, takenBack }: PastPrices): Pricing {
  const isFree = lines.every(({ usd }) => usd === 0);
  const issues = takenBack.map(({ line: { component, usd }, at }) => ({
    code: 'flip',
    detail: `${component} ${shown(component, usd ?? 0)} was taken back on ${day(at)}`,
  }));
  return { ...nobody, status: isFree ? 'free' : 'priced', source: lines[0]?.witness ?? null, issues };
}
