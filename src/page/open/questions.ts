import { contested, byMoney, type Contested } from '../../book/contested.js';
import type { Book, Offer } from '../book.js';

/** A reason for which offers have no price. */
export interface Reason {
  /** For programs, such as `no-match`. */
  readonly code: string;
  readonly offers: readonly Offer[];
  /** The reason as the first of them says it. */
  readonly example: string;
}

/** Why offers have no price that can be told, the commonest reason first; an offer stands at each of its reasons. */
export function reasonsOf(offers: readonly Offer[]): Reason[] {
  const reasons = new Map<string, { offers: Offer[]; example: string }>();
  for (const offer of offers) {
    if (offer.pricing.status !== 'unknown' && offer.pricing.status !== 'quarantined') continue;
    for (const [code, detail] of new Map(offer.pricing.issues.map((issue) => [issue.code, issue.detail]))) {
      const known = reasons.get(code) ?? { offers: [], example: detail };
      known.offers.push(offer);
      reasons.set(code, known);
    }
  }
  return [...reasons]
    .map(([code, reason]) => ({ code, ...reason }))
    .sort((a, b) => b.offers.length - a.offers.length || (a.code < b.code ? -1 : 1));
}

/** Where witnesses differ, most money at stake first. */
export const disputes = ({ offers }: Book): Contested[] =>
  offers.flatMap((offer) => contested(offer) ?? []).sort(byMoney);

/** A page that prices or models stand on. */
export interface Read {
  readonly source: string;
  readonly url: string;
  /** ISO 8601. */
  readonly fetchedAt: string;
  readonly via: string;
  /** Whole days. */
  readonly days: number;
}

const dayMs = 24 * 60 * 60 * 1000;

/** Every page that the offers name, the oldest first, each once with the first who reads it. */
export function pagesByAge({ data }: Book): Read[] {
  const pages = new Map<string, Read>();
  for (const { id, sources } of data.providers)
    for (const { url, fetchedAt, via } of Object.values(sources)) {
      const days = Math.max(0, Math.floor((Date.parse(data.madeAt) - Date.parse(fetchedAt)) / dayMs));
      if (!pages.has(`${url} ${fetchedAt}`))
        pages.set(`${url} ${fetchedAt}`, { source: id, url, fetchedAt, via, days });
    }
  return [...pages.values()].sort((a, b) => (a.fetchedAt < b.fetchedAt ? -1 : a.fetchedAt > b.fetchedAt ? 1 : 0));
}
