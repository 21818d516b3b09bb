import type { Model } from '../../model/model.js';
import { leastConfidence } from '../../settle/leastConfidence.js';
import type { Offers, Sold } from '../offers.js';
import { labOf } from './filters.js';
import { tokensCost } from './price.js';
import type { FoundModel, SoldOffer } from './query.js';

/** What is found of a model by its offers that fit. */
export function foundModel(key: string, fitting: readonly Model[], about: About): FoundModel {
  const [first] = fitting;
  const offers = fitting.filter(({ pricing }) => pricing.status !== 'free');
  return {
    ...{ key, line: first?.model?.line ?? null },
    why: first?.model?.key ? null : (first?.model?.why ?? 'nobody says which model it is'),
    lab: first ? labOf(first) : null,
    mode: commonest(fitting.flatMap(({ mode }) => mode ?? [])),
    contextTokens: commonest(fitting.flatMap(({ limit }) => limit.context ?? limit.input ?? [])),
    tools: commonest(fitting.flatMap(({ capabilities }) => capabilities.toolCall ?? [])),
    reasoning: commonest(fitting.flatMap(({ capabilities }) => capabilities.reasoning ?? [])),
    releaseDate: fitting.flatMap(({ releaseDate }) => releaseDate ?? []).sort()[0] ?? null,
    cheapest: cheapestOf(offers, about),
    offers,
    free: fitting.filter(({ pricing }) => pricing.status === 'free'),
  };
}

/** What is told of sellers. */
export interface About extends Pick<Offers, 'kindOf'> {
  readonly soldAs: (offer: Model) => Sold;
}

/** What most say; of equals the larger, the same for every order of the offers. */
const commonest = <Value extends string | number | boolean>(values: readonly Value[]): Value | null => {
  const counts = new Map<Value, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, some], [b, others]) => others - some || (a > b ? -1 : 1))[0]?.[0] ?? null;
};

/** Why an offer is not the one to name as the cheapest, where there is another: a queue costs less than a call, and a doubtful price is maybe none. */
const doubts = ({ model, pricing: { confidence } }: Model): number =>
  (model?.facets.service !== undefined ? 2 : 0) + (confidence !== null && confidence < leastConfidence ? 1 : 0);

function cheapestOf(offers: readonly Model[], { kindOf, soldAs }: About): SoldOffer | null {
  // Of equals the lab itself is named.
  const placeOf = ({ provider }: Model) => (kindOf(provider) === 'lab' ? 0 : 1);
  const priced = offers.flatMap((offer) => {
    const cost = tokensCost(offer);
    return cost === null ? [] : [{ offer, cost, sold: soldAs(offer), rank: doubts(offer), place: placeOf(offer) }];
  });
  const direct = priced.filter(({ sold }) => sold === 'direct');
  const [best] = (direct.length > 0 ? direct : priced).sort(
    (a, b) => a.rank - b.rank || a.cost - b.cost || a.place - b.place || (nameOf(a.offer) < nameOf(b.offer) ? -1 : 1),
  );
  return best ? { offer: best.offer, sold: best.sold, kind: kindOf(best.offer.provider) } : null;
}

const nameOf = ({ provider, id }: Model): string => `${provider}/${id}`;
