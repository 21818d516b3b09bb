import type { AskedBook } from '../book/askedBook.js';
import type { Query } from '../book/query.js';
import type { Brief } from '../book/settledPart.js';
import type { Model } from '../model/model.js';

/** No name of a model is longer. */
const longest = 200;

/** The offers that may have been meant by a name that the table doesn't have and nobody prices, the likeliest first. */
export const meantBy = async (
  book: Pick<AskedBook, 'near'>,
  query: Query,
  { offer, pricing }: Pick<Brief, 'offer' | 'pricing'>,
): Promise<readonly Model[]> =>
  offer === null && pricing.source === null && query.id.length <= longest ? book.near(query) : [];
