import { conditionKey } from '../cost/conditionKey.js';
import type { PriceLine } from '../cost/priceLines.js';

type When = PriceLine['when'];

/** The names of the conditions, sorted; `` for a base price. */
export const conditionsOf = (when: When): string => Object.keys(when).sort().join(' and ');

/**
 * The condition of a line for a format that takes the highest step of prompt length that is passed: without its upper end,
 * where the next step starts there and has a price of that field too. All others are given as they are.
 */
export function stepOf({ field, when }: PriceLine, lines: readonly PriceLine[]): When {
  const { contextUpTo, ...open } = when;
  if (contextUpTo === undefined || open.contextAbove === undefined) return when;
  const next = conditionKey({ ...open, contextAbove: contextUpTo });
  const goesOn = lines.some((line) => line.field === field && conditionKey(withoutEnd(line.when)) === next);
  return goesOn ? open : when;
}

function withoutEnd(when: When): When {
  const { contextUpTo, ...open } = when;
  return contextUpTo === undefined ? when : open;
}

/** Why a format leaves a price out, in words: it has no place for it at all, or none for its conditions. */
export const noPlace = ({ field, when }: PriceLine, hasField: boolean): string => {
  const conditions = conditionsOf(when);
  return hasField && conditions !== '' ? `no place for a price by ${conditions}` : `no place for ${field}`;
};
