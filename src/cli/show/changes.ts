import type { Change } from '../../model/change.js';
import { printable } from '../printable.js';
import { changeGroups } from '../../changes/changeGroups.js';
import { type Cell, grid } from './grid.js';

/** More rows of one kind than a person reads at once. */
const mostRows = 12;

/** More rows than a pull request holds well. */
const mostOnPage = 100;

/** Changes as a table a kind, at most `columns` wide. */
export const changesTables = (changes: readonly Change[], between: string, columns?: number): string[] => [
  `Changed ${between}:`,
  ...changeGroups(changes).flatMap(({ title, head, numbers, rows }) => [
    ...['', title],
    ...grid(head, rows.slice(0, mostRows), { columns, numbers }),
    ...more(rows, mostRows),
  ]),
];

/** The same for a page. */
export const changesMarkdown = (changes: readonly Change[], between: string): string[] => [
  `Changed ${inMarkdown(between)}:`,
  ...changeGroups(changes).flatMap(({ title, head, numbers, rows }) => [
    ...['', `**${title}**`, ''],
    ...[head, head.map((_, i) => (numbers.includes(i) ? '---:' : '---'))].map(rowOf),
    ...rows
      .slice(0, mostOnPage)
      .map((cells) => rowOf(cells.map((cell, i) => (i === 0 ? named(cell) : inMarkdown(cell))))),
    ...more(rows, mostOnPage).flatMap((line) => ['', line]),
  ]),
];

const more = ({ length }: readonly unknown[], most: number): string[] =>
  length > most ? [`… and ${length - most} more: --json has them all`] : [];

const rowOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** The name that a row is about, and what it says more of it. */
const named = (cell: Cell): string => {
  const [name, ...more] = [cell].flat();
  return [asCode(String(name)), ...more.map(inMarkdown)].join('<br>');
};

/** A name that is copied as it is; a cell's end is none in it, for that is what a table takes `\\|` for. */
function asCode(name: string): string {
  const text = printable(name).replaceAll('|', '\\|');
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return longest > 0 ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** Text that is no markup: neither a cell's end nor HTML, a link, a mention, emphasis or code. */
const inMarkdown = (cell: Cell): string =>
  [cell]
    .flat()
    .filter((text) => text !== '')
    .map((text) =>
      printable(String(text))
        .replace(/[\\|`*_~[\]<>#]/g, '\\$&')
        .replace(/&(?=#|\w)/g, '&amp;')
        .replace(/@/g, '@\u200b'),
    )
    .join('<br>');
