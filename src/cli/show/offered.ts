import type { Answer } from '../../book/priceBook.js';
import { pricesIn, shown } from '../../settle/prices.js';
import { grid } from './grid.js';

/** One model at all providers that offer it, as a table. */
export const offeredTable = (answers: readonly Answer[], columns?: number): string[] =>
  grid(
    ['offer', 'status', 'prices', 'stated by', 'chance'],
    answers.map(({ offer, cost, pricing }) => [
      `${offer?.provider ?? ''}/${offer?.id ?? ''}`,
      pricing.status,
      pricesIn(cost).map(([field, price]) => `${field} ${shown(field, price)}`),
      pricing.source ?? '',
      pricing.confidence ?? '',
    ]),
    { columns, numbers: [4], giveWay: ['stated by'] },
  );

/** The same for programs. */
export const offeredRow = ({ offer, cost, tiers, pricing }: Answer) => ({
  ...{ provider: offer?.provider ?? null, id: offer?.id ?? null },
  ...{ cost, tiers, pricing },
});
