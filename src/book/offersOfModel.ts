import type { Resolution } from '../identity/resolve.js';
import type { SoldOffer } from './models/query.js';
import type { Offers } from './offers.js';
import { offersOf } from './offersOf.js';
import { resolverFor } from './resolverFor.js';

/** Every offer of one model, or the models that may be meant; none of these where the table knows nothing like it. */
export type OffersOfModel =
  { readonly model: string; readonly offers: readonly SoldOffer[] } | { readonly candidates: readonly string[] };

/** Every offer of a model in any spelling, the cheapest first, as `offersOf` sorts them. */
export function offersOfModel(
  table: Offers,
  text: string,
  resolve: (text: string) => Resolution = resolverFor(table.offers),
): OffersOfModel {
  const meant = resolve(text);
  return 'candidates' in meant ? meant : { model: meant.model, offers: offersOf(table, meant.model) };
}
