import type { CostField } from '../model/cost.js';
import type { Issue, Pricing } from '../model/pricing.js';
import { differences } from './agreement.js';
import type { Prices } from './law.js';
import { believable, full, merged, type Outcome } from './outcome.js';
import { overrideWitness } from './overrides.js';
import { pricesIn } from './prices.js';
import type { Verdict } from './judge.js';
import type { Witness } from './testify.js';
import { highest } from './trust.js';

/** Why there was no price, or how sure one was: void where a person says what it is. */
const superseded: ReadonlySet<string> = new Set(['not-priced', 'no-match', 'disputed', 'low-confidence', 'alone']);

/** What stands beside a correction: nothing where the offer was said to be free, for a person says that it is not. */
export const besides = ({ cost, tiers, pricing }: Outcome): Pick<Outcome, 'tiers'> & { readonly cost: Prices } =>
  pricing.status === 'free' ? { cost: {}, tiers: [] } : { cost, tiers };

/**
 * A person's correction above all others: the prices that it names, beside those of `base`, what the others make of the
 * offer without it. `whole` is what the laws leave of the two together: of what can't stand beside a correction, it is the
 * correction that stays.
 */
export function overridden(
  base: Outcome,
  override: Witness,
  whole: Verdict,
  others: readonly Witness[],
  why?: Issue,
): Outcome {
  const corrected = pricesIn(override.cost);
  const cost = full({ ...whole.cost, ...override.cost });
  const rest = pricesIn(cost).filter(([field]) => override.cost[field] === undefined);
  const { agree, differ } = sidesOf(override.cost, others);
  const isNeeded = differ.length > 0 || corrected.some(([field, price]) => base.cost[field] !== price);
  const before = base.pricing.issues.filter(({ code }) => !superseded.has(code));
  return {
    cost,
    tiers: whole.tiers,
    pricing: {
      status: pricesIn(cost).every(([, price]) => price === 0) ? 'free' : 'priced',
      ...{ source: overrideWitness, confidence: highest, evidence: override.evidence, agree, differ, match: null },
      issues: merged(before, [
        ...(why ? [why] : []),
        ...[...override.broken, ...whole.broken, ...whole.odd],
        ...(isNeeded ? [] : [agreed(agree)]),
      ]),
    },
    from: {
      cost: overrideWitness,
      ...Object.fromEntries(rest.map(([field]) => [`cost.${field}`, origin(base, field)])),
    },
  };
}

/** Who says the same of the prices that are corrected, and who says something else; a provider also where it is not believed. */
function sidesOf(cost: Prices, others: readonly Witness[]): Pick<Pricing, 'agree' | 'differ'> {
  const speaking = others
    .filter(({ family, isUsable }) => isUsable || family === 'provider')
    .map((one) => ({ witness: one.witness, says: one.isUsable ? one.cost : believable(one.stated) }))
    .filter(({ says }) => pricesIn(says).some(([field]) => typeof cost[field] === 'number'))
    .map(({ witness, says }) => ({ witness, cost: differences(says, cost) }));
  const isAgreed = (one: (typeof speaking)[number]) => Object.keys(one.cost).length === 0;
  return {
    agree: [...new Set(speaking.filter(isAgreed).map(({ witness }) => witness))],
    differ: speaking.filter((one) => !isAgreed(one)),
  };
}

/** Where a price that is not corrected came from. */
const origin = ({ from, pricing: { source, evidence } }: Outcome, field: CostField): string =>
  from[`cost.${field}`] ?? (source === 'provider' ? evidence?.endpoint : source) ?? '*';

const agreed = (agree: readonly string[]): Issue => ({
  code: 'override-agreed',
  detail: `${agree.join(', ')} ${agree.length === 1 ? 'says' : 'say'} the same: the override is no longer needed`,
});
