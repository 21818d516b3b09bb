import { shownAmounts } from './shownAmounts.js';

/**
 * The dollar amount that a table's cell shows, as a decimal string: "$0.15" -> "0.15". A list price that is struck out
 * before it (`~~$0.50~~ $0.25`) is passed over; null for "-", "—", "Free" and whatever else has no dollar sign.
 */
export const shownPrice = (cell: string | null | undefined): string | null => shownAmounts(cell)[0] ?? null;

/** The cell says that it costs nothing, in that word. */
export const saysFree = (cell: string | null | undefined): boolean => /^free$/i.test((cell ?? '').trim());

/** The cell names no unit, or 1M tokens: "$5 / MTok", "$0.30 / M tokens", "$2 per 1M"; not "$1 / M characters". */
export const isPerMillion = (cell: string | null | undefined): boolean => {
  const unit = /^[\d.,\s]*(?:\/|\bper\b)(.*)$/is.exec(cell?.split('$').slice(1).at(-1) ?? '')?.[1]?.trimStart();
  return (
    unit === undefined ||
    /^(?:1 ?)?(?:m|mtoks?|million|1?,?000,000)(?: (?:input |output )?tok(?:en)?s?)?(?![ ]*[a-z])/i.test(unit)
  );
};
