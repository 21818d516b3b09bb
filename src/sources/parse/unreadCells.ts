import type { Issue } from '../../model/pricing.js';
import { shownAmounts } from './shownAmounts.js';
import { tokenPrice } from './tokenPrice.js';

/** The amounts of cells, by their columns, that `read` takes for no price: they are stated, so they are told. */
export const unreadCells = (
  cells: Readonly<Record<string, string | null | undefined>>,
  read: (cell: string | null) => number | null = tokenPrice,
): Issue[] =>
  Object.entries(cells).flatMap(([column, cell = null]) =>
    shownAmounts(cell).some((amount) => Number(amount) > 0) && read(cell) === null
      ? [{ code: 'unread-price', detail: `${column}: ${cell}` }]
      : [],
  );
