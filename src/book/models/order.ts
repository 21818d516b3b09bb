import { tokensCost } from './price.js';
import type { FoundModel, Sort } from './query.js';

/** The value by which models are sorted, the least first; null, which nobody says, goes last. */
const by: Readonly<Record<Sort, (model: FoundModel) => number | null>> = {
  price: ({ cheapest }) => cheapest && tokensCost(cheapest.offer),
  input: ({ cheapest }) => cheapest?.offer.cost.input ?? null,
  output: ({ cheapest }) => cheapest?.offer.cost.output ?? null,
  context: ({ contextTokens }) => contextTokens && -contextTokens,
  offers: ({ offers, free }) => -(offers.length + free.length),
  released: ({ releaseDate }) => (releaseDate === null ? null : -Date.parse(releaseDate)),
  model: () => 0,
};

/** Compares models; of equals those with a price first, then those that are offered for nothing, then by key. */
export function inOrder(sort: Sort): (a: FoundModel, b: FoundModel) => number {
  const valueOf = (model: FoundModel): number => by[sort](model) ?? Infinity;
  const rank = ({ cheapest, offers, free }: FoundModel): number =>
    cheapest ? 0 : offers.some(({ pricing }) => pricing.status === 'priced') ? 1 : free.length > 0 ? 2 : 3;
  return (a, b) => {
    const [one, other] = [valueOf(a), valueOf(b)];
    if (one !== other) return one < other ? -1 : 1;
    return (sort === 'model' ? 0 : rank(a) - rank(b)) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
  };
}
