import type { Stated } from '../../model/shape.js';
import { lastingName } from '../../sources/conditions.js';

type Counts = Stated[string];

/** The counts of the prices that no day ends or begins: one that ends by its own word is not missed afterwards. */
export const lasting = (counts: Counts): Counts =>
  Object.fromEntries(Object.entries(counts).filter(([name]) => lastingName(name) === name));

/** The counts by the names of prices without their days: one that has an end now is stated all the same. */
export function withDated(counts: Counts): Counts {
  const all = new Map<string, number>();
  for (const [name, count] of Object.entries(counts)) {
    const same = lastingName(name);
    all.set(same, (all.get(same) ?? 0) + count);
  }
  return Object.fromEntries(all);
}
