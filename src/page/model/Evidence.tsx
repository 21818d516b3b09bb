import type { Offer } from '../book.js';
import { statusWords, type Unit, whyNone } from '../money.js';
import { evidenceOf } from './evidenceOf.js';
import { Lines } from './Lines.js';

/** Who states what an offer costs, and where; of one without a price why there is none. */
export function Evidence({ offer, unit }: { readonly offer: Offer; readonly unit: Unit }) {
  const lines = evidenceOf(offer, unit);
  if (lines.length > 0) return <Lines lines={lines} />;
  return <p>{whyNone(offer) || statusWords[offer.pricing.status]}</p>;
}
