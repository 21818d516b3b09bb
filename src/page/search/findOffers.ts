import type { Offer } from '../book.js';
import { fitting } from '../offers/filter.js';

/** Offers in which all words of a text stand, and how many there are. */
export interface FoundOffers {
  /** Those that are likeliest meant. */
  readonly offers: readonly Offer[];
  readonly found: number;
}

/**
 * Finds offers by words, as the table of offers does: those with a price first, of them those of the lab itself, then those whose
 * name says least beside the words. `most` are given. Without words none is found.
 */
export function findOffers(all: readonly Offer[], text: string, most: number): FoundOffers {
  const exact = text.trim().toLowerCase();
  if (!/[\p{L}\p{N}]/u.test(exact)) return { offers: [], found: 0 };
  const found = fitting(all, { q: exact });
  const rank = ({ key, seller, pricing: { status }, status: life }: Offer): number =>
    (key.toLowerCase() === exact ? -8 : 0) +
    (status === 'priced' || status === 'free' ? 0 : 4) +
    (life === 'retired' ? 2 : 0) +
    (seller.kind === 'lab' ? 0 : 1);
  const offers = found
    .map((offer) => ({ offer, rank: rank(offer) }))
    .sort((a, b) => a.rank - b.rank || a.offer.key.length - b.offer.key.length || (a.offer.key < b.offer.key ? -1 : 1));
  return { offers: offers.slice(0, most).map(({ offer }) => offer), found: found.length };
}
