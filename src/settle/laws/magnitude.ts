import type { CostField } from '../../model/cost.js';
import type { Law } from '../law.js';
import { everywhere, shown, pricesIn } from '../prices.js';

/** USD per 1K tokens: the least and the most that a token of whatever kind has cost, with room on both sides. */
const token = [1e-7, 1] as const;

/** USD per one of them: no thumbnail was that cheap, no hour of video that dear. */
const perUnit: Partial<Record<CostField, readonly [number, number]>> = {
  perImage: [1e-6, 20],
  perInputImage: [1e-9, 5],
  perMegapixel: [1e-6, 10],
  perRequest: [1e-9, 100],
  perSearch: [1e-6, 10],
  perSecond: [1e-8, 20],
  perPage: [1e-6, 10],
  perCharacter: [1e-9, 0.01],
};

/** A price has the magnitude of its unit: what lies far beyond is per something else. */
export const magnitude: Law = {
  name: 'unknown-unit',
  reason: 'a price has the magnitude of its unit: what lies far outside is per something else',
  counterExample: '6,000 USD per 1M tokens, the price of a minute of sound read as that of a token',
  weight: 'hard',
  breaches: (statement) =>
    everywhere(statement, (cost) =>
      pricesIn(cost).flatMap(([field, price]) => {
        const [least, most] = perUnit[field] ?? token;
        const isFar = price > most || (price > 0 && price < least);
        if (!isFar) return [];
        const detail = `${field}: ${shown(field, price)} has not the magnitude of its unit`;
        // Who is wrong about the unit of text is so in all prices of the row.
        return [{ field: (field === 'input' || field === 'output') && price > most ? ('*' as const) : field, detail }];
      }),
    ),
};
