import type { HistoryLine } from '../model/history.js';
import type { Origin } from '../model/origin.js';
import { type NewLine, nextLines, type Observed } from './nextLines.js';
import type { SeenOffer } from './seenOffer.js';
import type { StatedPrice } from './statedPrices.js';
import type { Timeline } from './timeline.js';
import type { OfferTimelines } from './timelines.js';

/** A reading of a provider, as far as the history of its offers goes by it. */
export interface SeenList {
  /** The page that lists the offers. */
  readonly page: Origin;
  /** ms since 1970: when it was last read. */
  readonly readAt: number;
  /** ms since 1970, by witness: when an earlier run last read what it says; -Infinity where none did. */
  readonly knownUntil: (witness: string) => number;
  /** ISO 8601, by hash: when pages were first fetched that earlier runs read, be it of the provider or of a price list. */
  readonly knownPages: Readonly<Record<string, string>>;
  /** Prices that the run before kept back, because they moved too far (`heldKey`). */
  readonly heldBack: ReadonlySet<string>;
}

/** The lines that are new in the history of an offer, sorted by component and conditions. */
export function offerLines(id: string, known: OfferTimelines, offer: SeenOffer, list: SeenList): NewLine[] {
  const observed = observedOf(offer, list);
  const isOld = isOldNews(observed, list);
  return [...new Set([...known.keys(), ...offer.prices.keys()])].sort().flatMap((key) => {
    const timeline = known.get(key) ?? [];
    const price = offer.prices.get(key) ?? endOf(timeline);
    if (!price || (isOld && timeline.length > 0)) return [];
    const wasHeldBack = price.periods.some(({ usd }) => list.heldBack.has(`${id} ${price.component} ${usd}`));
    return nextLines(timeline, { ...observed, price, ...(wasHeldBack && { seenAt: () => null }) });
  });
}

function observedOf(offer: SeenOffer, list: SeenList): Omit<Observed, 'price'> {
  const { witness, row, page, agree } = offer;
  const fetchedAt = Date.parse(page?.fetchedAt ?? '');
  return {
    at: Number.isNaN(fetchedAt) ? list.readAt : fetchedAt,
    page: page ?? list.page,
    ...{ witness, row, agree },
    seenAt: (held) => seenBefore(held, offer, list),
  };
}

/** When the bytes that say so now were first fetched, if an earlier run read them too. */
function seenBefore(held: HistoryLine, { witness, page, sources }: SeenOffer, list: SeenList): number | null {
  if (witness !== null && witness !== held.witness) return null;
  const now = page ?? [...Object.values(sources), list.page].find(({ url }) => url === held.page?.url);
  if (!now) return null;
  const known = now.sha256 === held.page?.sha256 ? held.page.fetchedAt : list.knownPages[now.sha256];
  const at = Date.parse(known ?? '');
  return Number.isNaN(at) ? null : at;
}

/** A price that is stated no more. */
function endOf(timeline: Timeline): StatedPrice | undefined {
  const last = timeline.at(-1)?.line;
  if (!last) return undefined;
  return { component: last.component, when: last.when, periods: [{ from: -Infinity, to: Infinity, usd: null }] };
}

/** A recording that is older than what is known moves no price. */
const isOldNews = ({ at, page, witness }: Omit<Observed, 'price'>, { knownUntil }: SeenList): boolean =>
  page?.via === 'recording' && at < knownUntil(witness ?? 'provider');
