import { cost as costSchema } from '../model/cost.js';
import { model as modelSchema } from '../model/model.js';
import type { Prices } from '../settle/law.js';
import { pricesIn } from '../settle/prices.js';
import type { Offer } from '../settle/settle.js';
import { costOf, type LooseRecord } from './looseRecord.js';
import { offerFrom } from './offerFrom.js';
import type { Query } from './query.js';

const { pricing: pricingSchema, modalities: modalitiesSchema, mode: modeSchema } = modelSchema.shape;

/** The prices that a record states itself: they are its provider's word. */
export function statedIn(record: LooseRecord): Offer | null {
  const ours = Object.entries(costOf(record)).filter(([field]) => field in costSchema.shape);
  const cost = Object.fromEntries(pricesIn(Object.fromEntries(ours) as Prices));
  if (Object.keys(cost).length === 0) return null;
  const offer = { ...offerFrom({ id: '', provider: '' }), ...aboutIt(record), cost };
  const { source, status } = offer.pricing;
  return {
    ...offer,
    pricing: { ...offer.pricing, source: source ?? 'provider', status: status === 'unknown' ? 'priced' : status },
  };
}

/** What else the record says of itself, in our terms. */
const aboutIt = ({ pricing, modalities, mode }: LooseRecord): Partial<Offer> => ({
  ...(pricingSchema.safeParse(pricing).success && { pricing: pricingSchema.parse(pricing) }),
  ...(modalitiesSchema.safeParse(modalities).success && { modalities: modalitiesSchema.parse(modalities) }),
  ...(modeSchema.safeParse(mode).data && { mode: modeSchema.parse(mode) }),
});

/** The offer of a record that says itself why it has no price; null where it does not. */
export const answeredIn = (record: LooseRecord, query: Query): Offer | null =>
  isAnswered(record) ? { ...offerFrom(query), ...aboutIt(record) } : null;

/** A record that says itself why it has no price: free, variable, a plan, or none that its provider states. */
const isAnswered = ({ pricing }: LooseRecord): boolean => {
  const said = pricingSchema.safeParse(pricing).data;
  return (
    said !== undefined &&
    (['free', 'variable', 'plan'].includes(said.status) || said.issues.some(({ code }) => code === 'no-list-price'))
  );
};
