import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { between, page, writePage } from '../test/docs/pages.js';
import { machine } from './machine.js';
import { plotOf } from './plot.js';
import { root } from './program.js';
import type { Row } from './row.js';
import { pageTable } from './table.js';

export const path = 'docs/performance.md';

/** The page with the figures of a run in place of those that stand there. */
export const withFigures = (text: string, rows: readonly Row[], of: string, day: string): string =>
  between(between(text, 'figures', pageTable(rows)), 'machine', `Measured on ${day} on ${of}.`);

/** Writes the table and the plot of a run into the docs. */
export function writeFigures(rows: readonly Row[]): void {
  writePage(path, withFigures(page(path), rows, machine(), new Date().toISOString().slice(0, 10)));
  writeFileSync(join(root, 'docs/performance.svg'), plotOf(rows));
}
