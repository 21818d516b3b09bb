import type { Fault } from '../model/fault.js';
import { shapeError } from '../sources/parse/shapeError.js';
import { faultOf } from './faultOf.js';

/** The share of records with prices whose words or units nobody knows that a reading may have. */
const most = 0.3;

interface Placing {
  /** The records with prices, and those with prices that are not placed; some are both. */
  readonly priced: readonly unknown[];
  readonly odd: readonly unknown[];
  /** Rows of prices that no record is known for. */
  readonly unplaced: number;
}

/** The fault of an endpoint that has more of them, for its words are not what they were; none below. */
export function unplacedFault(endpoint: string, { priced, odd, unplaced }: Placing): Fault[] {
  const all = new Set([...priced, ...odd]).size + unplaced;
  const count = odd.length + unplaced;
  if (count <= all * most) return [];
  const why = `the prices of ${count} of ${all} records stand under words or units that are not known: see the issues unread-price`;
  return [faultOf(shapeError(why), { endpoint, request: null })];
}
