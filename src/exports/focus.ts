import { csvLine } from './csvCells.js';
import { plainDecimal } from './exact.js';
import type { Export, Table } from './export.js';
import { type PriceRow, priceRows } from './priceRows.js';
import { unitOf } from './units.js';

type Cell = string | null;
type Priced = PriceRow & { readonly field: NonNullable<PriceRow['field']>; readonly price: number };

/** FOCUS columns that are of a price: a bill's own (costs, quantities, periods, accounts) are for who was billed. */
const columns: readonly (readonly [string, (row: Priced) => Cell | undefined])[] = [
  ['ProviderName', ({ provider }) => provider],
  ['PublisherName', ({ provider, model }) => model?.split('/')[0] ?? provider],
  ['InvoiceIssuerName', ({ provider }) => provider],
  ['ServiceName', ({ id }) => id],
  ['ServiceCategory', () => 'AI and Machine Learning'],
  ['ServiceSubcategory', () => 'Generative AI'],
  ['SkuId', ({ provider, id, field }) => `${provider}/${id}/${field}`],
  ['SkuPriceId', (row) => skuPriceId(row)],
  ['SkuMeter', ({ field }) => field],
  ['SkuPriceDetails', ({ when }) => (Object.keys(when).length > 0 ? JSON.stringify(detailsOf(when)) : null)],
  ['PricingCategory', ({ when }) => (Object.keys(when).length > 0 ? 'Dynamic' : 'Standard')],
  ['PricingCurrency', () => 'USD'],
  ['PricingUnit', ({ field }) => unitOf(field)],
  ['ListUnitPrice', ({ price }) => plainDecimal(price)],
  ['RegionId', ({ when }) => when.region],
  ['x_ValidFrom', ({ when }) => when.from],
  ['x_ValidTo', ({ when }) => when.until],
  ['x_StatedBy', ({ witness }) => witness],
  ['x_StatedOn', ({ page }) => page?.fetchedAt.slice(0, 10)],
];

export const focus: Export = {
  format: 'focus',
  path: 'focus/prices.csv',
  summary: 'price lines in the columns of FOCUS, to join a bill in that form with',
  notes: [
    'only the columns of prices: costs, quantities, periods and accounts are for who was billed',
    'conditions stand in SkuPriceDetails, with x_ before what FOCUS has no name for',
    'a text that a spreadsheet would run as a formula begins with an apostrophe',
    'offers without a price are left out',
  ],
  write: (table: Table) => ({
    content: [
      csvLine(columns.map(([name]) => name)),
      ...priceRows(table)
        .filter((row): row is Priced => row.price !== null)
        .map((row) => csvLine(columns.map(([, cell]) => cell(row) ?? null))),
    ].join(''),
    losses: [],
  }),
};

/** Equal for one price on all days. */
const skuPriceId = ({ provider, id, field, when }: Priced): string =>
  [`${provider}/${id}/${field}`, ...Object.entries(when).map(([name, value]) => `${name}=${value}`)].join('/');

const detailsOf = (when: PriceRow['when']): object =>
  Object.fromEntries(
    Object.entries(when).map(([name, value]) => [`x_${name[0]?.toUpperCase()}${name.slice(1)}`, value]),
  );
