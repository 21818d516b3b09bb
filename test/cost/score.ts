import { Decimal } from 'decimal.js';

/** What a call is known to cost. */
export interface Expected {
  readonly total: string | null;
  readonly parts: Readonly<Record<string, { readonly units: number; readonly usd: string }>> | null;
  readonly unpriced: readonly string[];
}

interface Answer {
  readonly total: string | null;
  readonly parts?: Readonly<Record<string, { readonly units: number; readonly usd: string }>>;
  readonly unpriced?: readonly string[];
}

/** A decimal to 12 significant digits. */
const rounded = (value: string | number): string => new Decimal(value).toSignificantDigits(12).toString();

const used = (parts: NonNullable<Expected['parts']>) =>
  Object.entries(parts)
    .filter(([, { units }]) => !new Decimal(units).isZero())
    .map(([name, { units, usd }]) => [name, rounded(units), rounded(usd)])
    .sort();

/**
 * What is wrong with an answer, undefined where nothing is: a known total must be equal to 12 digits, with the same parts; one
 * that can't be known must be null and name exactly what has no price.
 */
export function faultOf({ total, parts = {}, unpriced = [] }: Answer, wanted: Expected): string | undefined {
  if (wanted.total === null) {
    if (total !== null) return `invented ${total}`;
    const [named, expected] = [[...unpriced].sort(), [...wanted.unpriced].sort()];
    return String(named) === String(expected) ? undefined : `unpriced ${String(named)}, not ${String(expected)}`;
  }
  if (total === null) return `refused: ${unpriced.join(', ')}`;
  if (rounded(total) !== rounded(wanted.total)) return `${total}, not ${wanted.total}`;
  if (wanted.parts === null) return undefined;
  const [given, expected] = [JSON.stringify(used(parts)), JSON.stringify(used(wanted.parts))];
  return given === expected ? undefined : `parts ${given}, not ${expected}`;
}
