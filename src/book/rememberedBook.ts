import type { Identity } from '../model/identity.js';
import type { EnrichingBook, Filling } from './enrichRecord.js';
import type { Query } from './query.js';
import { Recent } from '../match/recent.js';

/** Queries to remember the answers to: what comes again soon, in another form. Records of one form are remembered whole. */
const mostRemembered = 2 ** 10;

/** The same book, asked once for what is asked again and again. */
export function rememberedBook(book: EnrichingBook): EnrichingBook {
  // As texts, which take a quarter of the memory.
  const fillings = new Recent<string>(mostRemembered);
  const models = new Recent<{ readonly model: Identity | null }>(mostRemembered);
  return {
    settle: book.settle,
    price: async (query) => {
      const key = keyOf(query);
      const known = fillings.get(key);
      if (known) return JSON.parse(known) as Filling;
      // Not the whole answer, because that holds all that was said.
      const { cost, tiers, pricing, from, sources } = await book.price(query);
      const filling = { cost, tiers, pricing, from, sources };
      fillings.set(key, JSON.stringify(filling));
      return filling;
    },
    modelOf: async (query) => {
      const key = keyOf(query);
      const known = models.get(key);
      if (known) return known.model;
      const model = await book.modelOf(query);
      models.set(key, { model });
      return model;
    },
  };
}

const keyOf = ({ provider, id, name }: Query): string => JSON.stringify([provider, id, name]);
