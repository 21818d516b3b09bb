import { conditionKey } from '../cost/conditionKey.js';
import type { HistoryLine } from '../model/history.js';
import { type Timeline, withLine } from './timeline.js';

/** Which price of an offer a line is about: its component and its conditions. */
export const priceKey = ({ component, when }: Pick<HistoryLine, 'component' | 'when'>): string =>
  `${component} ${conditionKey(when)}`;

/** The timelines of an offer's prices by `priceKey`. */
export type OfferTimelines = ReadonlyMap<string, Timeline>;

/** The timelines of a history: by provider, by offer, by price. */
export type Timelines = ReadonlyMap<string, ReadonlyMap<string, OfferTimelines>>;

/** Lays the lines of one offer one over the other, in their order. */
export function pricesOf(lines: Iterable<HistoryLine>): OfferTimelines {
  const prices = new Map<string, Timeline>();
  for (const line of lines) {
    const key = priceKey(line);
    prices.set(key, withLine(prices.get(key) ?? [], line));
  }
  return prices;
}

/** The same of all offers. */
export function timelinesOf(lines: Iterable<HistoryLine>): Timelines {
  const providers = new Map<string, Map<string, HistoryLine[]>>();
  for (const line of lines) {
    const offers = providers.get(line.provider) ?? new Map<string, HistoryLine[]>();
    providers.set(line.provider, offers);
    const own = offers.get(line.id);
    if (own) own.push(line);
    else offers.set(line.id, [line]);
  }
  return new Map(
    [...providers].map(([provider, offers]) => [
      provider,
      new Map([...offers].map(([id, own]) => [id, pricesOf(own)])),
    ]),
  );
}
