import type { Offer } from '../book.js';
import { priceNames, type Unit } from '../money.js';
import { Rows } from '../Rows.js';
import { type PriceRow, priceTable } from './priceRows.js';

/** All prices of an offer, each with its condition. */
export function Prices({ offer, unit }: { readonly offer: Offer; readonly unit: Unit }) {
  const { fields, rows } = priceTable(offer, unit);
  if (rows.length === 0) return <p>No price is known.</p>;
  const columns = [
    { head: 'Holds', cell: ({ holds }: PriceRow) => holds },
    ...fields.map((field, i) => ({
      head: priceNames[field],
      cell: ({ prices }: PriceRow) => prices[i] ?? '',
      isNumber: true,
    })),
  ];
  return <Rows caption="Prices in USD" columns={columns} rows={rows} />;
}
