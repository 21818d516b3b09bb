import { priceNames, priceText } from '../money.js';
import { counted } from './drawing.js';
import { middle, type Pictured, type PriceContext } from './priceContext.js';

/** What the picture of price and context shows, in a sentence; `count` is how many offers there are in all. */
export function contextSummary({ points, left }: PriceContext, field: Pictured, count: number): string {
  const byPrice = points.toSorted((a, b) => a.usd - b.usd);
  const text = (one: (typeof points)[number] | undefined) => priceText(one?.offer.cost[field] ?? 0, field, '1M');
  const what = `${counted(points.length, 'offer')} of ${count.toLocaleString('en')}`;
  const left_ = [
    ...(left.unpriced > 0 ? [`${left.unpriced.toLocaleString('en')} without this price`] : []),
    ...(left.free > 0 ? [`${left.free.toLocaleString('en')} free`] : []),
    ...(left.noContext > 0 ? [`${left.noContext.toLocaleString('en')} without a context window`] : []),
  ];
  const rest = left_.length > 0 ? ` Left out: ${left_.join(', ')}.` : '';
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return `No offer has this price and a context window.${rest}`;
  return (
    `${what}: ${priceNames[field]} from ${text(byPrice[0])} to ${text(byPrice.at(-1))} USD per 1M tokens, the middle one ` +
    `${text(middle(byPrice))}; contexts from ${first.context.toLocaleString('en')} to ${last.context.toLocaleString('en')} tokens.${rest}`
  );
}
