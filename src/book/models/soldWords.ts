import type { Model } from '../../model/model.js';
import type { SoldOffer } from './query.js';

/** What an id says beside the model, and whether it is served on. */
export const special = ({ model, status }: Model): string[] => [
  ...Object.entries(model?.facets ?? {}).map(([name, value]) => (value === true ? name : `${name} ${String(value)}`)),
  ...(status === 'deprecated' || status === 'retired' ? [status] : []),
];

/** The provider's kind; of a lab or host that passes on another's model, that too. */
export const kindShown = ({ kind, sold }: Omit<SoldOffer, 'offer'>): string =>
  sold === 'resold' && kind !== 'gateway' ? `${kind ?? 'seller'}, resold` : (kind ?? '-');
