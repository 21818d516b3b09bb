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

/** Lays the lines of a history one over the other, in their order. */
export function timelinesOf(lines: Iterable<HistoryLine>): Timelines {
  const known = new Map<string, Map<string, Map<string, Timeline>>>();
  for (const line of lines) {
    const offers = among(known, line.provider);
    const prices = among(offers, line.id);
    const key = priceKey(line);
    prices.set(key, withLine(prices.get(key) ?? [], line));
  }
  return known;
}

function among<Key, Value>(map: Map<string, Map<Key, Value>>, name: string): Map<Key, Value> {
  const found = map.get(name) ?? new Map<Key, Value>();
  map.set(name, found);
  return found;
}
