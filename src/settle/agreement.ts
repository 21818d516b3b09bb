import { agreeOn } from '../match/agree.js';
import type { CostField } from '../model/cost.js';
import type { Prices } from './law.js';
import { pricesIn } from './prices.js';

/** The prices by which an offer is told; others are told beside them and seldom by all. */
const main: readonly CostField[] = [
  ...(['input', 'output', 'inputAudio', 'outputAudio', 'outputImage', 'perImage'] as const),
  ...(['perSecond', 'perPage', 'perCharacter', 'perMegapixel', 'perRequest', 'perSearch'] as const),
];

/** The fields in which one statement says something else than another, with what it says; fields that only one has count for nothing. */
export const differences = (of: Prices, from: Prices): Partial<Record<CostField, number>> =>
  Object.fromEntries(pricesIn(of).filter(([field]) => isPricedByBoth(of, from, field) && !isSame(of, from, field)));

const isPricedByBoth = (a: Prices, b: Prices, field: CostField): boolean =>
  typeof a[field] === 'number' && typeof b[field] === 'number';

const isSame = (a: Prices, b: Prices, field: CostField): boolean => agreeOn(a[field] ?? 0, b[field] ?? 0);

/** Whether two statements price the same by one of the main fields at least. */
export const isComparable = (a: Prices, b: Prices): boolean => main.some((field) => isPricedByBoth(a, b, field));

/** Whether two statements ask the same, in all main fields that both have. */
export const isAgreed = (a: Prices, b: Prices): boolean =>
  isComparable(a, b) && main.every((field) => !isPricedByBoth(a, b, field) || isSame(a, b, field));
