import { printable } from '../printable.js';
import Table from 'cli-table3';
import { fitted } from './fitted.js';

interface Form {
  /** The width of the terminal; a table is as wide as its words where nobody knows it. */
  readonly columns?: number | undefined;
  /** The columns that hold numbers, from 0. */
  readonly numbers?: readonly number[];
  /** Widths of the columns where the terminal has room for them; without them as wide as their words. */
  readonly widths?: readonly number[] | undefined;
}

const blanks = 2;

/** What stands in a cell; a list is a line each. */
export type Cell = string | number | readonly string[];

/** The lines of a table for a person, without colours, at most as wide as the terminal. */
export function grid(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  { columns, numbers = [], widths }: Form = {},
): string[] {
  const texts = rows.map((row) => row.map(textOf));
  const longest = (separator: RegExp) => (_: string, i: number) =>
    blanks +
    Math.max(...[head, ...texts].flatMap((row) => (row[i] ?? '').split(separator).map(({ length }) => length)));
  const colWidths = fitted(widths ?? head.map(longest(/\n/)), columns);
  // A word that is longer than its column, such as an address, is cut; all others stay whole.
  const hasRoom = head.map(longest(/\s/)).every((width, i) => width <= (colWidths[i] ?? 0));
  const table = new Table({
    ...{ head: [...head], colWidths, wordWrap: true, wrapOnWordBoundary: hasRoom },
    colAligns: head.map((_, i) => (numbers.includes(i) ? 'right' : 'left')),
    style: { head: [], border: [], compact: true },
  });
  table.push(...texts);
  return table.toString().split('\n');
}

/** Lines of a cell are those of the list: a text has no line breaks of its own. */
const textOf = (cell: Cell): string =>
  [cell]
    .flat()
    .map((text) => printable(String(text)))
    .join('\n');
