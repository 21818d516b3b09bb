import type { Model } from '../model/model.js';
import { parseName } from '../match/name.js';
import { namesApart } from '../match/namesApart.js';
import type { PriceBook } from './priceBook.js';
import type { Query } from './query.js';

/** An offer near to the one asked for, with what it costs. */
export interface NearAnswer extends Pick<Model, 'id' | 'cost'> {
  readonly status: Model['pricing']['status'];
  /** For people; null where it is another model, only spelled alike. */
  readonly differsIn: readonly string[] | null;
}

/**
 * The provider's offers that may be meant where a query has no price: the same model by another name, such as without the
 * date, of which one that has no price either is of no help; then those that are spelled alike.
 */
export async function nearAnswers(book: PriceBook, query: Query): Promise<NearAnswer[]> {
  const near = await Promise.all(
    (await book.near(query)).map(async ({ id }) => {
      const { cost, pricing } = await book.price({ provider: query.provider, id });
      return { id, cost, status: pricing.status, differsIn: namesApart(parseName(query.id), parseName(id)) };
    }),
  );
  return near.filter(({ status, differsIn: names }) => names === null || status !== 'unknown');
}
