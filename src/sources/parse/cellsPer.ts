import { type Cell, cellOf, column, type Table } from './tables.js';

/**
 * A row's cells by name, each with the unit that the title of its column has in parentheses where it names none itself: "$1"
 * under "Input Price (1M Tokens)" -> "$1 / 1M Tokens".
 */
export const cellsPer = <Name extends string>(
  table: Table,
  row: readonly Cell[],
  titles: Readonly<Record<Name, RegExp>>,
  ...names: readonly Name[]
): Record<Name, string> =>
  Object.fromEntries(names.map((name) => [name, cellPer(table, row, titles[name])])) as Record<Name, string>;

function cellPer(table: Table, row: readonly Cell[], title: RegExp): string {
  const unit = /\(([^()]*)\)/.exec(table.header[column(table, title)] ?? '')?.[1]?.replace(/^per /i, '');
  const { text } = cellOf(table, row, title);
  return unit && text && !/\/|\bper\b/i.test(text) ? `${text} / ${unit}` : text;
}
