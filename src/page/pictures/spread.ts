import type { Book, Offer } from '../book.js';
import { plain } from '../book.js';
import { axisPrice, middle, type Pictured } from './priceContext.js';

/** A model with how many of its offers have a price above zero. */
export interface Spreadable {
  /** Of the model. */
  readonly key: string;
  readonly priced: number;
}

/** Models that have a price at two offers or more, those with the most first. */
export const spreadable = ({ byModel }: Pick<Book, 'byModel'>, field: Pictured): Spreadable[] =>
  [...byModel]
    .map(([key, offers]) => ({ key, priced: offers.filter(({ cost }) => (cost[field] ?? 0) > 0).length }))
    .filter(({ priced }) => priced > 1)
    .sort((a, b) => b.priced - a.priced || (a.key < b.key ? -1 : 1));

/** The model that a person means by what was typed: its key, or the first of which all words are a part; undefined for none. */
export function modelMeant(models: readonly Spreadable[], typed: string): Spreadable | undefined {
  const exact = models.find(({ key }) => key === typed.trim());
  const words = plain(typed).split(' ');
  return exact ?? models.find(({ key }) => words.every((word) => plain(key).includes(word)));
}

/** One offer's price of a model. */
export interface SpreadPoint {
  readonly offer: Offer;
  readonly usd: number;
}

/** What a model costs at whom. */
export interface Spread {
  /** The cheapest first. */
  readonly points: readonly SpreadPoint[];
  /** Sellers in the order of their cheapest offer. */
  readonly sellers: readonly string[];
  readonly free: number;
  readonly unpriced: number;
  /** The dearest price divided by the cheapest; null of fewer than two. */
  readonly factor: number | null;
  readonly median: SpreadPoint | undefined;
}

/** How far the price of a model's offers is spread. */
export function spreadOf(offers: readonly Offer[], field: Pictured): Spread {
  const points = offers
    .flatMap((offer) => {
      const price = offer.cost[field];
      return price ? [{ offer, usd: axisPrice(price) }] : [];
    })
    .sort((a, b) => a.usd - b.usd || (a.offer.key < b.offer.key ? -1 : 1));
  const unpriced = offers.filter(({ cost, pricing }) => cost[field] === null && pricing.status !== 'free').length;
  const [first, last] = [points[0], points.at(-1)];
  return {
    points,
    sellers: [...new Set(points.map(({ offer }) => offer.provider))],
    free: offers.length - points.length - unpriced,
    unpriced,
    factor: first && last && first !== last ? last.usd / first.usd : null,
    median: middle(points),
  };
}
