import type { Draft } from '../../model/draft.js';
import { perUnit } from './money.js';
import { unitPrice } from './unitPrice.js';

/** A price in USD of what is made, in the unit that is told in words: as `unitPrice`, and per megapixel or whole video, which is one request. */
export function madePrice(unit: string, price: unknown): NonNullable<Draft['cost']> {
  const words = unit.toLowerCase().replace(/^per /, '').trim();
  if (/^(megapixels?|mp)$/.test(words)) return { perMegapixel: perUnit(price) };
  return /^videos?$/.test(words) ? { perRequest: perUnit(price) } : unitPrice(words, price);
}
