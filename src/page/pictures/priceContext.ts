import { Decimal } from 'decimal.js';
import type { Offer } from '../book.js';

/** The prices that pictures are drawn of. */
export const pictured = ['input', 'output'] as const;
export type Pictured = (typeof pictured)[number];

/** The price that an address asks for; `input` where it asks for none of these. */
export const picturedIn = (text: string | undefined): Pictured => pictured.find((field) => field === text) ?? 'input';

/** An offer with a price above zero. */
export interface Point {
  readonly offer: Offer;
  /** Its lab, or `others` and `nobody says`. */
  readonly lab: string;
  /** For 1M tokens, as a place on an axis; the price itself is in the offer. */
  readonly usd: number;
  /** Tokens. */
  readonly context: number;
}

export const otherLabs = 'others';

/** What can be drawn of price and context, and what can't, by why. */
export interface PriceContext {
  /** By context, then price. */
  readonly points: readonly Point[];
  /** With a colour of their own, the commonest first; the last is `others`, where there are any. */
  readonly labs: readonly { readonly lab: string; readonly count: number }[];
  readonly left: { readonly unpriced: number; readonly free: number; readonly noContext: number };
}

/** Offers by the price of a token and the tokens that fit; `most` labs have a colour of their own. */
export function priceContextOf(offers: readonly Offer[], field: Pictured, most = 8): PriceContext {
  const left = { unpriced: 0, free: 0, noContext: 0 };
  const drawn: Omit<Point, 'lab'>[] = [];
  for (const offer of offers) {
    const price = offer.cost[field];
    const { context } = offer.limit;
    if (price === null) left[offer.pricing.status === 'free' ? 'free' : 'unpriced']++;
    else if (price === 0) left.free++;
    else if (!context) left.noContext++;
    else drawn.push({ offer, context, usd: axisPrice(price) });
  }
  const counts = countedBy(drawn, ({ offer }) => offer.lab ?? otherLabs).filter(([lab]) => lab !== otherLabs);
  const own = new Set(counts.slice(0, most).map(([lab]) => lab));
  const points = drawn.map((point) => ({
    ...point,
    lab: own.has(point.offer.lab ?? '') ? (point.offer.lab ?? '') : otherLabs,
  }));
  const labs = countedBy(points, ({ lab }) => lab).sort(
    ([a], [b]) => Number(a === otherLabs) - Number(b === otherLabs),
  );
  return {
    points: points.sort((a, b) => a.context - b.context || a.usd - b.usd || (a.offer.key < b.offer.key ? -1 : 1)),
    labs: labs.map(([lab, count]) => ({ lab, count })),
    left,
  };
}

/** A price of 1K tokens as a number for 1M of them. */
export const axisPrice = (price: number): number => new Decimal(price).times(1000).toNumber();

/** How many items there are of each, the most first, then by name. */
export function countedBy<T>(items: readonly T[], keyOf: (item: T) => string): [key: string, count: number][] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return [...counts].sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1));
}

/** The middle one of numbers in their order, of an even count the lower of two; undefined of none. */
export const middle = <T>(sorted: readonly T[]): T | undefined => sorted[Math.floor((sorted.length - 1) / 2)];
