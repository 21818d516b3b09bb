import type { Tier } from '../model/cost.js';
import { conditionOf } from './conditions.js';
import type { Move } from './kind.js';
import { statedPrices } from './statedPrices.js';

interface Priced {
  readonly cost: Tier['cost'];
  readonly tiers?: readonly Tier[] | undefined;
}

/** Each price that one of two readings of a record states above zero, with that of the other, 0 where there is none. */
export function movesBetween(of: Pick<Move, 'id' | 'by'>, before: Priced, now: Priced): Move[] {
  const [was, is] = [pricesOf(before), pricesOf(now)];
  const fields = new Set([...is.keys(), ...was.keys()]);
  return [...fields].flatMap((field): Move[] => {
    const [earlier, price] = [was.get(field) ?? 0, is.get(field) ?? 0];
    return earlier > 0 || price > 0 ? [{ ...of, field, was: earlier, is: price }] : [];
  });
}

const pricesOf = ({ cost, tiers = [] }: Priced): Map<string, number> =>
  new Map(statedPrices({ cost, tiers }, conditionOf));
