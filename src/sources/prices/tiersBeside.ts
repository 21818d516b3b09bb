import type { PriceRow } from '../../model/price.js';

type Cost = PriceRow['cost'];
type Tier = NonNullable<PriceRow['tiers']>[number];

/**
 * A row's base prices and tiers as they are told: prices without a condition are the base's where it has none, those of
 * one condition stand together (the first one stated counts). Under a single condition only what differs is given, and a
 * tier of longer prompts only where it is not the same as that of shorter ones.
 */
export function tiersBeside(cost: Cost, tiers: readonly Tier[]): Pick<PriceRow, 'cost' | 'tiers'> {
  const groups = new Map<string, Tier>();
  for (const { when, cost: own } of tiers) {
    const key = keyOf(when);
    groups.set(key, { when, cost: { ...own, ...groups.get(key)?.cost } });
  }
  const base = { ...groups.get(keyOf({}))?.cost, ...cost };
  const told = [...groups.values()].flatMap(({ when, cost: own }) => {
    const conditions = Object.keys(when).length;
    const isLong = when.contextAbove !== undefined;
    const shorter = isLong ? groups.get(keyOf({ ...when, contextAbove: undefined }))?.cost : undefined;
    const differing = differences(own, conditions === 1 ? base : (shorter ?? {}));
    if (conditions === 0 || Object.keys(differing).length === 0) return [];
    return [{ when, cost: conditions === 1 ? differing : own }];
  });
  return { cost: base, ...(told.length > 0 && { tiers: told }) };
}

/** The same for the same conditions, in whatever order. */
const keyOf = (when: { readonly [name in keyof Tier['when']]: Tier['when'][name] | undefined }): string =>
  JSON.stringify(
    Object.entries(when)
      .filter(([, value]) => value !== undefined)
      .toSorted(),
  );

const differences = (own: Cost, other: Cost): Cost =>
  Object.fromEntries(Object.entries(own).filter(([field, price]) => other[field as keyof Cost] !== price));
