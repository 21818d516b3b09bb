import {
  columnVisibilityFeature,
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/preact-table';
import { useMemo } from 'preact/hooks';
import type { Offer } from '../book.js';
import { columns as known, type Column } from './columns.js';
import { compared, sortingOf } from './sorting.js';

const features = tableFeatures({ rowSortingFeature, columnVisibilityFeature, sortedRowModel: createSortedRowModel() });
const helper = createColumnHelper<typeof features, Offer>();
const definitions = helper.columns(
  known.map(({ id, value, head }) =>
    helper.accessor(value, {
      id,
      header: head,
      sortUndefined: 'last',
      sortFn: (a, b, column) => compared(a.getValue(column), b.getValue(column)),
    }),
  ),
);

/** The offers in an order that an address names; what is not known stands last in each. */
export function useOffersTable(offers: readonly Offer[], columns: readonly Column[], sort: string): readonly Offer[] {
  const shown = new Set(columns.map(({ id }) => id));
  const table = useTable({
    features,
    columns: definitions,
    data: offers,
    getRowId: ({ key }: Offer) => key,
    state: {
      sorting: useMemo(() => sortingOf(sort), [sort]),
      columnVisibility: Object.fromEntries(known.map(({ id }) => [id, shown.has(id)])),
    },
  });
  const { rows } = table.getRowModel();
  return useMemo(() => rows.map(({ original }) => original), [rows]);
}
