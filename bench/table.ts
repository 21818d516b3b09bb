import Table from 'cli-table3';
import { markdownTable } from '../test/docs/pages.js';
import { isOver, type Row, shownRatio } from './row.js';

const barOf = ({ bar }: Row): string => (bar === null ? '-' : shownRatio(bar));
const memoryOf = ({ memory }: Row): string => (memory === null ? '-' : `${memory.toFixed(0)} MB`);

const head = ['part', 'what', 'ours', 'beside', 'ratio', 'bar', 'memory'];
const cellsOf = (row: Row): string[] => [
  ...[row.part, row.what, row.ours || '-', row.floor, shownRatio(row.ratio)],
  ...[`${barOf(row)}${isOver(row) ? ' (over)' : ''}`, memoryOf(row)],
];

/** The rows as a table for a terminal. */
export function terminalTable(rows: readonly Row[]): string {
  const table = new Table({ head, style: { head: [], border: [] } });
  table.push(...rows.map(cellsOf));
  return table.toString();
}

/** The rows as a table in Markdown. */
export const pageTable = (rows: readonly Row[]): string => markdownTable(head, rows.map(cellsOf));
