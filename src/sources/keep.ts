import type { Model } from '../model/model.js';
import { withKeptFacts } from './keep/facts.js';
import { missingModels } from './keep/missing.js';
import { withKeptPrice } from './keep/price.js';
import { withKeptQuotes } from './keep/quotes.js';
import { withKeptReasons } from './keep/reasons.js';
import type { Keeping, Kept } from './kind.js';

/**
 * Keeps what an earlier reading had from an endpoint, or a page of it, that failed now, where what there is now is nothing
 * or a lesser word: models, prices as a whole, what was stated beside them, other fields one by one. What is kept is noted
 * in `kept` with the day of the reading that it comes from, also where it was kept before.
 */
export function keep(now: readonly Model[], before: readonly Model[], how: Keeping): Kept<Model> {
  const known = new Map(before.map((model) => [model.id, model]));
  const kept = { records: 0, prices: 0, facts: 0 };
  const items = now.map((model) => {
    const earlier = known.get(model.id);
    if (earlier === undefined) return model;
    const told = withKeptQuotes(withKeptFacts(model, earlier, how), earlier, how);
    const priced = withKeptPrice(told, earlier, how) ?? withKeptReasons(told, earlier, how);
    kept.prices += priced === told ? 0 : 1;
    kept.facts += told === model ? 0 : 1;
    return priced;
  });
  const gone = missingModels(now, before, how);
  return { items: [...items, ...gone], kept: { ...kept, records: gone.length } };
}
