import { agreeOn } from '../match/agree.js';
import { choose } from './choose.js';
import { familyOf } from './families.js';
import type { Prices } from './law.js';
import { leastConfidence } from './leastConfidence.js';
import { full, merged, type Outcome } from './outcome.js';
import { isPaid } from './prices.js';
import type { Court, Offer } from './settle.js';
import { sides } from './sides.js';
import type { Witness } from './testify.js';
import { confidenceIn, confidenceInOwn } from './trust.js';

/** The provider's own price, with who agrees and who does not; an output price that it lacks is taken from who agrees on the input. */
export function stands(
  offer: Offer,
  own: Witness,
  witnesses: readonly Witness[],
  court: Pick<Court, 'trusts' | 'minConfidence'>,
): Outcome {
  const others = witnesses.filter((one) => one !== own && one.isUsable);
  const { agree, differ } = sides(own.cost, others);
  const output = missingOutput(own.cost, others, offer.provider, court);
  const families = (names: readonly string[]) =>
    [...new Set(names.map(familyOf))].filter((name) => name !== 'provider');
  return {
    cost: full({ ...own.cost, ...(output && { output: output.cost.output }) }),
    tiers: own.tiers,
    pricing: {
      ...offer.pricing,
      ...{ status: 'priced', source: 'provider', evidence: own.evidence, agree, differ },
      confidence: confidenceInOwn(
        { agree: families(agree), differ: families(differ.map(({ witness }) => witness)) },
        offer.provider,
        court.trusts,
      ),
      match: output?.match ?? null,
      issues: merged(offer.pricing.issues, [...own.broken, ...own.odd]),
    },
    from: output ? { 'cost.output': output.witness } : {},
  };
}

/** Whose output price is taken: of those who agree on the input one that is not disputed and sure enough. */
function missingOutput(
  { input, output }: Prices,
  others: readonly Witness[],
  provider: string,
  { trusts, minConfidence = leastConfidence }: Pick<Court, 'trusts' | 'minConfidence'>,
): Witness | undefined {
  if (!isPaid(input) || typeof output === 'number') return undefined;
  const agreed = others.filter(({ cost }) => isPaid(cost.input) && isPaid(cost.output) && agreeOn(cost.input, input));
  const choice = choose(agreed, trusts);
  return choice && confidenceIn(choice, provider, trusts) >= minConfidence ? choice.chosen : undefined;
}
