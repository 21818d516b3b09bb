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
