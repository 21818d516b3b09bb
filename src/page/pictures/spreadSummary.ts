import { priceNames, priceText } from '../money.js';
import { counted } from './drawing.js';
import type { Pictured } from './priceContext.js';
import type { Spread, SpreadPoint } from './spread.js';

/** What the picture of a model's prices shows, in a sentence. */
export function spreadSummary({ points, sellers, free, unpriced, factor, median }: Spread, field: Pictured): string {
  const text = (one: SpreadPoint | undefined) => priceText(one?.offer.cost[field] ?? 0, field, '1M');
  const rest = [
    ...(free > 0 ? [`${counted(free, 'offer')} free`] : []),
    ...(unpriced > 0 ? [`${counted(unpriced, 'offer')} without this price`] : []),
  ];
  const beside = rest.length > 0 ? ` Beside them ${rest.join(', ')}.` : '';
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return `No offer of it has a price of ${priceNames[field]}.${beside}`;
  const range =
    factor === null || factor === 1
      ? `${text(first)} USD per 1M tokens, everywhere the same`
      : `from ${text(first)} at ${first.offer.seller.name} to ${text(last)} USD per 1M tokens at ${last.offer.seller.name}, ` +
        `${Number(factor.toPrecision(3)).toLocaleString('en')} times as much; the middle one ${text(median)}`;
  return `${counted(points.length, 'offer')} of ${counted(sellers.length, 'provider')}: ${priceNames[field]} ${range}.${beside}`;
}
