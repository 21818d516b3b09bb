import type { Answer, PriceBook, Query } from '../book/priceBook.js';
import type { Model } from '../model/model.js';

/** No name of a model is longer. */
const longest = 200;

/** The offers that may have been meant by a name that the table doesn't have and nobody prices, the likeliest first. */
export const meantBy = async (
  book: Pick<PriceBook, 'near'>,
  query: Query,
  { offer, pricing }: Pick<Answer, 'offer' | 'pricing'>,
): Promise<readonly Model[]> =>
  offer === null && pricing.source === null && query.id.length <= longest ? book.near(query) : [];
