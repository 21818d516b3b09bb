import type { Tier } from '../model/cost.js';

/** Equal for two conditions that are the same, in whatever order they are written. */
export const conditionKey = (when: Tier['when']): string =>
  JSON.stringify(Object.entries(when).sort(([a], [b]) => (a < b ? -1 : 1)));
