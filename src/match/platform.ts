import { grouped } from '../sources/parse/grouped.js';
import type { Seller } from './climb.js';
import type { Finding } from './priceIndex.js';
import { Rung } from './rung.js';
import type { Priced, Strategy } from './strategy.js';
import { Vocabulary } from './vocabulary.js';

/** A seller of the list with its rows. */
export interface Platform extends Seller {
  readonly rows: readonly Priced[];
  /** What was found for ids that stand in the list letter by letter, of those that were asked for. */
  readonly verbatim: Map<string, Finding>;
}

/** The sellers of a list, by the list's one name for each, ready for lookups by the strategies. */
export const platformsOf = (
  prices: readonly Priced[],
  strategies: readonly Strategy[],
): ReadonlyMap<string, Platform> =>
  new Map(
    [...grouped(prices, ({ platform }) => platform)].map(([name, rows]) => [
      name,
      {
        rows,
        rungs: strategies.map((strategy) => new Rung(strategy, rows)),
        verbatim: new Map<string, Finding>(),
        vocabulary: new Vocabulary(rows.map((price) => price.name)),
      },
    ]),
  );
