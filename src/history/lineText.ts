import type { HistoryLine } from '../model/history.js';

/** A line of the price history before it is known which ones come before it. */
export interface LineText {
  /** The line as JSON, but for its number and its run. */
  readonly text: string;
  /** In which it was seen, such as `2026-09`. */
  readonly month: string;
}

/** A line as text: a provider's are made while others are still waited for. */
export const lineText = (line: Omit<HistoryLine, 'line' | 'run'>): LineText => ({
  text: JSON.stringify(line),
  month: (line.page?.fetchedAt || line.validFrom).slice(0, 7),
});

/** A line as it is written: with its number as its first field, its run as its last. */
export const numbered = ({ text }: LineText, line: number, run: string | null): string =>
  `{"line":${line},${text.slice(1, -1)},"run":${JSON.stringify(run)}}\n`;
