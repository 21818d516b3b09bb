import type { Pricing } from '../model/pricing.js';
import { choose, type Choice } from './choose.js';
import { leastConfidence } from './leastConfidence.js';
import { believable, full, merged, type Outcome, wordsOf } from './outcome.js';
import type { Court, Offer } from './settle.js';
import { sides } from './sides.js';
import type { Witness } from './testify.js';
import { confidenceIn } from './trust.js';
import { unpriced, whyNot } from './unpriced.js';

/** A price of other witnesses, where the provider states none that can be believed; or why there is none. */
export function filled(
  offer: Offer,
  witnesses: readonly Witness[],
  silences: readonly string[],
  court: Court,
): Outcome {
  const choice = choose(witnesses, court.trusts);
  const broken = witnesses.filter(({ family }) => family === 'provider').flatMap((one) => one.broken);
  if (!choice) return unpriced(offer, witnesses, [...broken, ...whyNot(witnesses, silences, court)]);
  const { chosen } = choice;
  const confidence = confidenceIn(choice, offer.provider, court.trusts);
  const least = court.minConfidence ?? leastConfidence;
  if (confidence < least) {
    const detail = `${chosen.witness} says ${wordsOf(chosen.cost)}: the chance that it is right, ${confidence}, is below ${least}`;
    return unpriced(offer, witnesses, [...broken, { code: 'low-confidence', detail }]);
  }
  const before = offer.pricing.issues.filter(({ code }) => code !== 'not-priced');
  return {
    cost: full(chosen.cost),
    tiers: chosen.tiers,
    pricing: {
      ...{ status: 'priced', source: chosen.witness, confidence, evidence: chosen.evidence, match: chosen.match },
      ...dissent(chosen, witnesses),
      issues: merged(before, [...broken, ...chosen.broken, ...chosen.odd, ...aloneIn(choice)]),
    },
    from: { cost: chosen.witness },
  };
}

/** Who agrees and who differs; the provider's own price that can't be believed is one that differs. */
function dissent(chosen: Witness, witnesses: readonly Witness[]): Pick<Pricing, 'agree' | 'differ'> {
  const { agree, differ } = sides(
    chosen.cost,
    witnesses.filter((one) => one !== chosen && one.isUsable),
  );
  const quarantined = witnesses
    .filter(({ family, isUsable }) => family === 'provider' && !isUsable)
    .map(({ witness, stated }) => ({ witness, cost: believable(stated) }));
  return { agree, differ: [...differ, ...quarantined] };
}

const aloneIn = ({ chosen, agreeing, differing }: Choice) =>
  agreeing === 1 && differing === 0 ? [{ code: 'alone', detail: `nobody but ${chosen.witness} prices it` }] : [];
