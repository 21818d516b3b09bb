import type { Model } from '../model/model.js';
import type { Quote } from '../model/pricing.js';

/** The price of a model as another one's word beside the price that is taken; none where it states none. */
export const quoteOf = ({
  cost,
  tiers,
  pricing: { status, source, evidence, match },
}: Pick<Model, 'cost' | 'tiers' | 'pricing'>): Quote[] =>
  status === 'priced' && source !== null && evidence !== null
    ? [{ witness: source, evidence, cost: stated(cost), tiers, match }]
    : [];

/** The prices that are there. */
const stated = (cost: Model['cost']): Quote['cost'] =>
  Object.fromEntries(Object.entries(cost).filter(([, price]) => price !== null));
