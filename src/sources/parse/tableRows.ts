import { shapeError } from './shapeError.js';
import { strayCells } from './strayCells.js';
import { type Cell, cellOf, type Table, tablesWith } from './tables.js';

/** A row of a table, and its words by the names of the columns; '' for a column that the table has not. */
export interface TableRow<Column extends string> {
  readonly table: Table;
  readonly cells: readonly Cell[];
  readonly shown: Readonly<Record<Column, string>>;
  /** Amounts under the columns that have no name here, with their titles. */
  readonly stray: readonly string[];
}

/**
 * The rows of all tables that have the needed columns, in order, read by the labels of the columns:
 * `{ model: /^model/, input: /^input/ }`. Throws a shape error where a column is needed and no table has it.
 */
export function tableRows<Column extends string>(
  tables: readonly Table[],
  columns: Readonly<Record<Column, RegExp>>,
  ...needed: readonly NoInfer<Column>[]
): TableRow<Column>[] {
  const found = tablesWith(tables, ...needed.map((name) => columns[name]));
  if (needed.length > 0 && found.length === 0) throw shapeError(`no table with the columns ${needed.join(', ')}`);
  const known = Object.values<RegExp>(columns);
  return found.flatMap((table) =>
    table.rows.map((cells) => ({
      ...{ table, cells },
      shown: shownIn(table, cells, columns),
      stray: strayCells(table, cells, known),
    })),
  );
}

const shownIn = <Column extends string>(table: Table, cells: readonly Cell[], columns: Record<Column, RegExp>) =>
  Object.fromEntries(
    Object.entries<RegExp>(columns).map(([name, title]) => [name, cellOf(table, cells, title).text]),
  ) as Record<Column, string>;
