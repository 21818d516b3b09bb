import { agreeOn } from '../match/agree.js';
import type { CostField } from '../model/cost.js';
import type { Prices } from './law.js';
import { pricesIn } from './prices.js';

/** The prices by which an offer is told; others are told beside them and seldom by all. */
const main: ReadonlySet<CostField> = new Set<CostField>([
  ...(['input', 'output', 'inputAudio', 'outputAudio', 'outputImage', 'perImage'] as const),
  ...(['perSecond', 'perPage', 'perCharacter', 'perMegapixel', 'perRequest', 'perSearch'] as const),
]);

/** The fields in which one statement says something else than another, with what it says; fields that only one has count for nothing. */
export function differences(of: Prices, from: Prices): Partial<Record<CostField, number>> {
  const known = new Map(pricesIn(from));
  return Object.fromEntries(
    pricesIn(of).filter(([field, price]) => {
      const other = known.get(field);
      return other !== undefined && !agreeOn(price, other);
    }),
  );
}

/** Whether two statements price the same by one of the main fields at least. */
export const isComparable = (a: Prices, b: Prices): boolean => {
  const known = new Set(pricesIn(b).map(([field]) => field));
  return pricesIn(a).some(([field]) => main.has(field) && known.has(field));
};

/** Whether two statements ask the same, in all main fields that both have. */
export const isAgreed = (a: Prices, b: Prices): boolean =>
  isComparable(a, b) && (Object.keys(differences(a, b)) as CostField[]).every((field) => !main.has(field));
