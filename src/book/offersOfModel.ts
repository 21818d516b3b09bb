import { identitiesIn } from '../identity/identify.js';
import type { Facets } from '../model/identity.js';
import { resolverOf } from '../identity/resolve.js';
import { settle } from '../identity/table.js';
import type { Model } from '../model/model.js';

/** An offer of the model that was asked for, with what its id says beside the model. */
export interface OfferOfModel {
  readonly offer: Model;
  readonly facets: Facets;
}

/** Every offer of one model, or the models that may be meant; none of these where the table knows nothing like it. */
export type OffersOfModel =
  { readonly model: string; readonly offers: readonly OfferOfModel[] } | { readonly candidates: readonly string[] };

/**
 * Every offer of a model in any spelling, the cheapest first: the priced ones by what 1,000 tokens in and out cost together,
 * then the free ones, then those whose price is not known or depends.
 */
export function offersOfModel(models: readonly Model[], text: string): OffersOfModel {
  const settled = settle(models);
  const meant = resolverOf(settled)(text);
  if ('candidates' in meant) return meant;
  const offers = identitiesIn(settled).flatMap((identity, i): OfferOfModel[] => {
    const offer = models[i];
    return offer && 'key' in identity && identity.key === meant.model ? [{ offer, facets: identity.facets }] : [];
  });
  return { model: meant.model, offers: offers.sort(byCost) };
}

const ranks = ['priced', 'free', 'plan', 'variable', 'quarantined', 'unknown'];

function byCost({ offer: a }: OfferOfModel, { offer: b }: OfferOfModel): number {
  const rank = ranks.indexOf(a.pricing.status) - ranks.indexOf(b.pricing.status);
  return rank || sumOf(a) - sumOf(b) || (`${a.provider}/${a.id}` < `${b.provider}/${b.id}` ? -1 : 1);
}

/** USD of 1,000 tokens in and 1,000 out; what has one of the two prices only is behind what has both. */
const sumOf = ({ cost }: Model): number =>
  typeof cost.input === 'number' && typeof cost.output === 'number' ? cost.input + cost.output : Number.MAX_VALUE;
