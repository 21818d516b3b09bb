import type { Tier } from '../model/cost.js';

type When = Tier['when'];

const sorted = (when: When): [string, unknown][] => Object.entries(when).sort(([a], [b]) => (a < b ? -1 : 1));

/** The condition of a tier as a whole: `contextAbove 200000, serviceTier batch`. */
export const conditionOf = (when: When): string =>
  sorted(when)
    .map(([key, value]) => `${key} ${String(value)}`)
    .join(', ');

/** What kind of condition it is: without thresholds, hours and sizes, which may move, but with the service tier. */
export const conditionKind = (when: When): string =>
  sorted(when)
    .map(([key, value]) => (key === 'serviceTier' ? `${key} ${String(value)}` : key))
    .join(', ');

const isDay = (condition: string): boolean => /^(?:from|until)(?: |$)/.test(condition);

/** A condition without the days from and until which it holds. */
export function withoutDays(when: When): When {
  const always = { ...when };
  delete always.from;
  delete always.until;
  return always;
}

/**
 * The name of a price, or of a key of rows, without the days for which it holds: `input (serviceTier batch, until)` is
 * `input (serviceTier batch)`, and `prices[until].input (amount)` is `prices[].input (amount)`.
 */
export const lastingName = (name: string): string =>
  name.replaceAll('[until]', '[]').replace(/ \(([^()]*)\)$/, (all, inside: string) => {
    const conditions = inside.split(', ');
    const others = conditions.filter((condition) => !isDay(condition));
    if (others.length === conditions.length) return all;
    return others.length === 0 ? '' : ` (${others.join(', ')})`;
  });
