import { dollars } from './money.js';

/**
 * The dollar amount that a table's cell shows, as a decimal string: "$0.15" -> "0.15". A list price that is struck out
 * before it (`~~$0.50~~ $0.25`) is passed over; null for "-", "—", "Free" and whatever else has no dollar sign.
 */
export const shownPrice = (cell: string | null | undefined): string | null =>
  dollars((cell ?? '').replace(/~~.*?~~/gs, ' '))[0] ?? null;

/** The cell says that it costs nothing, in that word. */
export const saysFree = (cell: string | null | undefined): boolean => /^free$/i.test((cell ?? '').trim());
