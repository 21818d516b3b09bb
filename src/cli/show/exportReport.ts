import type { Export, Loss } from '../../exports/export.js';
import { type LossCount, lossesByReason } from '../../exports/lossesByReason.js';
import { grid } from './grid.js';

/** What a format has no place for, and what its files say in place of it. */
export interface ExportReport {
  readonly format: string;
  readonly path: string;
  readonly lost: readonly LossCount[];
  readonly notes: readonly string[];
}

/** The report of a format on a table. */
export const reportRow = ({ format, path, notes }: Export, losses: readonly Loss[]): ExportReport => ({
  ...{ format, path, lost: lossesByReason(losses), notes },
});

/** The reports for people: a table of the prices that are left out, then the notes, a line each. */
export const reportLines = (reports: readonly ExportReport[], columns?: number): string[] => [
  ...grid(
    ['format', 'prices', 'offers', 'left out, for', 'such as'],
    reports.flatMap(({ format, lost }) =>
      lost.length === 0
        ? [[format, 0, 0, 'nothing: every price has a place', '']]
        : lost.map(({ prices, offers, why, such }) => [format, prices, offers, why, such]),
    ),
    { columns, numbers: [1, 2] },
  ),
  '',
  ...reports.flatMap(({ format, notes }) => notes.map((note) => `${format}: ${note}.`)),
];
