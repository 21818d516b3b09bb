import { tokensCost } from '../../book/models/price.js';
import type { SoldOffer } from '../../book/models/query.js';
import { bar } from './bar.js';
import type { Column } from './format.js';
import type { Marks } from './marks.js';
import { scaleOf } from './scale.js';

const cells = 10;

/** A column with what offers are sorted by, input and output together, as bars; none where there are not two to compare. */
export function priceBar(offers: readonly SoldOffer[], marks: Marks): Column<SoldOffer>[] {
  const costs = offers.flatMap(({ offer }) => tokensCost(offer) ?? []);
  if (costs.length < 2) return [];
  const { name, share } = scaleOf(costs);
  return [
    {
      head: `in + out, ${name}`,
      givesWay: 2.5,
      cell: ({ offer }) => {
        const cost = tokensCost(offer);
        return cost === null ? '' : bar(share(cost), cells, marks);
      },
    },
  ];
}
