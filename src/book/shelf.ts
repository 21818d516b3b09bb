import { exact } from '../match/exact.js';
import { parseName } from '../match/name.js';
import { nearRows } from '../match/nearRows.js';
import { buildPriceIndex, type PriceIndex } from '../match/priceIndex.js';
import type { Model } from '../model/model.js';
import type { Origins } from '../model/origin.js';
import type { PriceRow } from '../model/price.js';
import type { Query } from './query.js';
import type { Offers } from './settledPart.js';

/** One provider's part of the table. */
export interface Shelf {
  readonly offers: Offers;
  /** The offers as a list of names, for those that are spelled in another way, if only in another case. */
  readonly names: PriceIndex;
  readonly sources: Origins;
}

/** A shelf of offers by id of one provider, and the pages that they name. */
export const shelfOf = (provider: string, offers: Offers, sources: Origins): Shelf => ({
  offers,
  names: namesOf([...offers.keys()].map((id) => ({ provider, id }))),
  sources,
});

/** All offers of a shelf. */
export const offersOn = ({ offers }: Shelf): Model[] => [...offers.keys()].flatMap((id) => offers.get(id) ?? []);

/** Offers as a list of names. */
export const namesOf = (offers: readonly Pick<Model, 'provider' | 'id'>[]): PriceIndex =>
  buildPriceIndex({ id: 'table', sellers: {} }, offers.map(asRow));

/** An offer as a row of names: no two are one and the same, so that each has a price of its own. */
const asRow = ({ provider, id }: Pick<Model, 'provider' | 'id'>, place: number): PriceRow => ({
  provider: provider.toUpperCase(),
  model: id,
  operator: 'equals',
  cost: { input: place + 1 },
});

/** The offers with the names most like that of a query, the most alike first, without the one it names. */
export function nearOn({ names, offers }: Shelf, query: Query): Model[] {
  const same = offerOn({ names, offers }, query);
  const near = nearRows(parseName(query.id), names.rows).flatMap(({ price }) => offers.get(price.row.model) ?? []);
  return near.filter((offer) => offer !== same);
}

/** The offer that a query names: by its id, or by a name that differs from it in form alone, of several the one in another case. */
export function offerOn(
  { offers, names }: { offers: Pick<Offers, 'get'>; names: PriceIndex },
  { provider, id }: Query,
): Model | null {
  const same = offers.get(id);
  if (same) return same;
  const found = names.find({ provider, id, name: null });
  if (!('match' in found) || found.match.strategy !== exact.name) return null;
  // An alias that moves is no doubt here: it is the offer's own name.
  return found.doubt?.code === 'ambiguous-price' ? null : (offers.get(found.row.model) ?? null);
}
