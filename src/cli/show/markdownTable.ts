import { printable } from '../printable.js';
import type { Cell } from './grid.js';

/** The lines of a table in GitHub's Markdown; `numbers` are the columns that hold numbers, from 0. */
export const markdownTable = (
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  numbers: readonly number[] = [],
): string[] =>
  [head, head.map((_, i) => (numbers.includes(i) ? '---:' : '---')), ...rows.map((row) => row.map(inMarkdown))].map(
    (cells) => `| ${cells.join(' | ')} |`,
  );

/** Text that is no markup: neither a cell's end nor HTML, a link, code or a stress. */
const inMarkdown = (cell: Cell): string =>
  [cell]
    .flat()
    .map((text) => printable(String(text)).replace(/[\\|<[`*~]/g, '\\$&'))
    .join('<br>');
