import type { OfferPrices } from '../cost/tiers/priceFinder.js';
import { tokenFields } from '../model/words.js';
import type { Answer } from './priceBook.js';

/** The prices that a call is billed at by an answer of the price book: of an offer that is free no tokens cost anything. */
export function pricesOf({ cost, tiers, pricing }: Pick<Answer, 'cost' | 'tiers' | 'pricing'>): OfferPrices {
  if (pricing.status !== 'free') return { cost, tiers };
  const free = Object.fromEntries(tokenFields.map((field) => [field, cost[field] ?? 0]));
  return { cost: { ...cost, ...free }, tiers };
}
