import { tokensCost } from '../../book/models/price.js';
import type { SoldOffer } from '../../book/models/query.js';
import { bar } from './bar.js';
import type { Column } from './format.js';
import type { Marks } from './marks.js';
import { scaleOf } from './scale.js';

/** As long as there is room for beside all that says more, on a terminal of 100 columns, and on one of so many. */
const cells = { narrow: 7, wide: 16, from: 120 };

/**
 * A column with what offers are sorted by, input and output together, as bars for a terminal of `columns`; none where no two
 * differ.
 */
export function priceBar(offers: readonly SoldOffer[], marks: Marks, columns = 0): Column<SoldOffer>[] {
  const costs = offers.flatMap(({ offer }) => tokensCost(offer) ?? []);
  if (new Set(costs).size < 2) return [];
  const { name, share } = scaleOf(costs);
  return [
    {
      head: `in + out (${name})`,
      isPicture: true,
      givesWay: 2.5,
      cell: ({ offer }) => {
        const cost = tokensCost(offer);
        return cost === null ? '' : bar(share(cost), columns < cells.from ? cells.narrow : cells.wide, marks);
      },
    },
  ];
}
