import type { PriceLine } from '../../cost/priceLines.js';

type When = PriceLine['when'];

/** A time as the format writes it, from a day on or between two hours of UTC; null for any other condition. */
export function constraintOf({ from, timeUtc, ...others }: When): object | null {
  if (Object.keys(others).length > 0 || (from !== undefined && timeUtc !== undefined)) return null;
  if (from !== undefined) return { start_date: from };
  const [opens, closes] = timeUtc?.split('-') ?? [];
  // 24:00 is no time of day there.
  if (opens === undefined || closes === undefined || closes === '24:00') return null;
  return { start_time: `${opens}:00Z`, end_time: `${closes}:00Z` };
}

/** The last one that holds is taken: days in their order, then the hours. */
export const orderOf = ({ from }: When): number => (from === undefined ? Number.POSITIVE_INFINITY : Date.parse(from));
