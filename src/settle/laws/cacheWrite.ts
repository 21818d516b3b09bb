import type { Breach, Law } from '../law.js';
import { everywhere, isPaid, shown } from '../prices.js';

/** Times the input price; twice is the most that is asked, for an hour. */
const most = 2.5;

/** Who charges for writing to the cache asks from the input price up to twice as much, an hour more than five minutes. */
export const cacheWrite: Law = {
  name: 'cache-write',
  reason: `writing to the cache costs at most ${most} times the input price, and for an hour not less than for five minutes`,
  counterExample: 'a write of 4.5 USD beside 1.25 USD in: the price of storing for an hour',
  weight: 'hard',
  breaches: (statement) =>
    everywhere(statement, ({ input, cacheWrite: short, cacheWrite1h: long }) => {
      const tooDear = (['cacheWrite', 'cacheWrite1h'] as const).flatMap((field): Breach[] => {
        const price = { cacheWrite: short, cacheWrite1h: long }[field];
        return isPaid(input) && isPaid(price) && price > input * most * 1.001
          ? [{ field, detail: `${shown(field, price)} beside ${shown('input', input)} in` }]
          : [];
      });
      if (tooDear.length > 0 || !isPaid(short) || !isPaid(long) || long >= short * 0.999) return tooDear;
      const detail = `${shown('cacheWrite1h', long)} is less than ${shown('cacheWrite', short)}`;
      return [{ field: 'cacheWrite1h', detail }];
    }),
};
