import { dollars } from './money.js';
import { withoutBetween } from './withoutBetween.js';

/** The dollar amounts that a table's cell shows, in order, as decimal strings; those that are struck out (`~~$0.50~~`) are passed over. */
export const shownAmounts = (cell: string | null | undefined): string[] =>
  dollars(withoutBetween(cell ?? '', '~~', '~~', ' '));
