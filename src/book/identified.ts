import type { Identify } from '../identity/identifier.js';
import type { Model } from '../model/model.js';

/** Offers with the model that each is: what their records say, and where these say nothing what `identify` tells. */
export function identified(offers: readonly Model[], identify?: Identify): readonly Model[] {
  const open = offers.filter(({ model }) => model === null);
  const told = identify && open.length > 0 ? new Map(identify(open).map((one, i) => [open[i], one])) : undefined;
  return told ? offers.map((offer) => ({ ...offer, model: told.get(offer) ?? offer.model })) : offers;
}
