import { groupBy } from '../identity/groupBy.js';
import type { Model } from '../model/model.js';
import { tokensCost } from './models/price.js';
import type { SoldOffer } from './models/query.js';
import { type Offers, soldIn } from './offers.js';

/**
 * The offers of a model, by its key, the cheapest first: the priced ones by what 1,000 tokens in and out cost together, those
 * that are priced in another way behind them, then the free ones, then those whose price is not known or depends; last
 * those that are not served any more. Pure: the order of the offers changes nothing.
 */
export function offersOf(table: Offers, key: string): readonly SoldOffer[] {
  const soldAs = soldIn(table);
  return table.offers
    .filter(({ model }) => model?.key === key)
    .sort(byCost)
    .map((offer) => ({ offer, kind: table.kindOf(offer.provider), sold: soldAs(offer) }));
}

/** The same of every model, by its key. */
export function offersByModel(table: Offers): Map<string, readonly SoldOffer[]> {
  const soldAs = soldIn(table);
  const named = table.offers.filter(({ model }) => model?.key);
  return new Map(
    [...groupBy(named, ({ model }) => model?.key ?? '')].map(([key, offers]) => [
      key,
      offers.sort(byCost).map((offer) => ({ offer, kind: table.kindOf(offer.provider), sold: soldAs(offer) })),
    ]),
  );
}

const ranks = ['priced', 'free', 'plan', 'variable', 'quarantined', 'unknown'];

function byCost(a: Model, b: Model): number {
  const rank = (offer: Model) => (offer.status === 'retired' ? ranks.length : ranks.indexOf(offer.pricing.status));
  const sum = (offer: Model) => tokensCost(offer) ?? Number.MAX_VALUE;
  return rank(a) - rank(b) || sum(a) - sum(b) || (`${a.provider}/${a.id}` < `${b.provider}/${b.id}` ? -1 : 1);
}
