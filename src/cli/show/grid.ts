import Table from 'cli-table3';
import type { Cell } from '../../changes/changeGroups.js';
import { printable } from '../printable.js';
import { type Column, fitted } from './fitted.js';
import { widestPart, wrapped } from './wrapped.js';
import { widthOf } from './widthOf.js';

export type { Cell };

interface Form {
  /** The width of the terminal; a table is as wide as its words where nobody knows it. */
  readonly columns?: number | undefined;
  /** The columns that hold numbers, from 0. */
  readonly numbers?: readonly number[];
  /** The columns that hold pictures, from 0: their heads may break in any number of lines. */
  readonly pictures?: readonly number[];
  /** Heads of the columns that are left out where the terminal has no room for them, in this order. */
  readonly giveWay?: readonly string[];
}

const blanks = 2;
/** Texts are read in lines of so many columns without trouble, the names at the head of a row in longer ones. */
const readable = 16;
const readableName = 28;

/**
 * The lines of a table for a person, without colours, at most as wide as the terminal: it breaks the lines of its cells, and
 * says in a last line which columns it had no room for.
 */
export function grid(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  { columns, numbers = [], pictures = [], giveWay = [] }: Form = {},
): string[] {
  const texts = rows.map((row) => row.map(linesOf));
  const layout = fitted(
    head.map((name, i): Column => {
      const cells = texts.flatMap((row) => row[i] ?? []);
      const width = blanks + widest([name, ...cells]);
      const isTight = numbers.includes(i) || pictures.includes(i);
      const least = isTight
        ? blanks + Math.max(widestPart(name), widest(cells))
        : Math.min(width, blanks + Math.max(i === 0 ? readableName : readable, widestPart(name)));
      const place = giveWay.indexOf(name);
      return {
        width: isTight && columns ? Math.min(width, least) : width,
        least,
        givesWay: place < 0 ? undefined : place,
      };
    }),
    columns,
  );
  const cut = (row: readonly (readonly string[])[]): string[] =>
    layout.map(({ at, width }) => (row[at] ?? []).flatMap((line) => wrapped(line, width - blanks)).join('\n'));
  const table = new Table({
    ...{ head: cut(head.map((name) => [name])), colWidths: layout.map(({ width }) => width) },
    colAligns: layout.map(({ at }) => (numbers.includes(at) ? 'right' : 'left')),
    style: { head: [], border: [], compact: true },
  });
  table.push(...texts.map(cut));
  const missing = head.filter((_, i) => !layout.some(({ at }) => at === i));
  return [...table.toString().split('\n'), ...(missing.length > 0 ? [leftOut(missing)] : [])];
}

const leftOut = (names: readonly string[]): string =>
  `A wider terminal also shows ${names.length === 1 ? '' : `${names.slice(0, -1).join(', ')} and `}${names.at(-1) ?? ''}.`;

const widest = (lines: readonly string[]): number => Math.max(0, ...lines.map((line) => widthOf(line)));

/** Lines of a cell are those of the list: a text has no line breaks of its own. */
const linesOf = (cell: Cell): string[] => [cell].flat().map((text) => printable(String(text)));
