import type { Breach, Law } from '../law.js';
import { everywhere, isPaid, shown } from '../prices.js';

/** A cache that costs more than reading anew is one that nobody would use. */
export const cacheAboveInput: Law = {
  name: 'cache-above-input',
  reason: 'reading from the cache costs at most what reading anew does',
  counterExample: 'a cached read of 15 USD beside an input of 3 USD: a price of writing, misfiled',
  weight: 'hard',
  breaches: (statement) =>
    everywhere(statement, ({ input, cacheRead, cacheWrite }): Breach[] => {
      if (!isPaid(input) || !isPaid(cacheRead) || cacheRead <= input * 1.001) return [];
      const beside = `beside ${shown('input', input)} in`;
      const read: Breach = { field: 'cacheRead', detail: `${shown('cacheRead', cacheRead)} ${beside}` };
      // Misfiled in one place, misfiled in the other: what stands for writing is then the price of reading.
      const isSwapped = isPaid(cacheWrite) && cacheWrite < input;
      const write: Breach = {
        field: 'cacheWrite',
        detail: `${shown('cacheWrite', cacheWrite ?? 0)} ${beside}: misfiled`,
      };
      return isSwapped ? [read, write] : [read];
    }),
};
