import { serviceLevel } from './serviceLevel.js';
import { tableRows } from './tableRows.js';
import { label, type Table, tablesWith } from './tables.js';

/** A model that is paid by what it makes, in the words of a page; '' for what the table has no column for. */
export interface Goods {
  readonly model: string;
  /** The heading right above the table, for comparing. */
  readonly section: string;
  /** The level of service that the headings name, '' for the standard one. */
  readonly level: string;
  readonly price: string;
  readonly input: string;
  readonly output: string;
}

const columns = { model: /^model\b/, price: /^price$/, input: /^input price$/, output: /^output price$/ };

/** The rows of the tables of speech, video and images, at the standard level first: they have one price, or one of what goes in; the cell names its unit. */
export const goodsIn = (tables: readonly Table[]): Goods[] =>
  tableRows(
    [...tablesWith(tables, columns.model, columns.price), ...tablesWith(tables, columns.model, columns.input)],
    columns,
  )
    .map(({ table, shown }) => ({
      ...shown,
      section: label(table.headings.at(-1) ?? ''),
      level: serviceLevel(table.headings, goods),
    }))
    .toSorted((a, b) => Number(a.level !== '') - Number(b.level !== ''));

/** Words of titles for what is sold. */
const goods = /^(audio|speech|videos?|images?|music)$/;
