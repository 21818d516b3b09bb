import { merged, type Outcome, full } from './outcome.js';
import type { Court, Offer } from './settle.js';
import type { Witness } from './testify.js';
import { confidenceInOwn, trustIn } from './trust.js';

/** What was said without a price stands as it is. */
export function said(offer: Offer, witnesses: readonly Witness[], { trusts }: Pick<Court, 'trusts'>): Outcome {
  const { source } = offer.pricing;
  const confidence =
    source === null
      ? null
      : source === 'provider'
        ? confidenceInOwn({ agree: [], differ: [] }, offer.provider, trusts)
        : Math.round(trustIn(source, trusts) * 1000) / 1000;
  const own = witnesses.find(({ witness }) => witness === source);
  return {
    cost: full(own?.cost ?? offer.cost),
    tiers: own?.tiers ?? offer.tiers,
    pricing: { ...offer.pricing, confidence, issues: merged(offer.pricing.issues, [...(own?.broken ?? [])]) },
    from: {},
  };
}
