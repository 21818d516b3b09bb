import { cost as costSchema } from '../model/cost.js';
import { model as modelSchema } from '../model/model.js';
import type { Prices } from '../settle/law.js';
import { pricesIn } from '../settle/prices.js';
import type { Offer } from '../settle/settle.js';
import { costOf, type LooseRecord } from './looseRecord.js';
import { offerFrom } from './offerFrom.js';

const { pricing: pricingSchema, modalities: modalitiesSchema, mode: modeSchema } = modelSchema.shape;

/** The prices that a record states itself, without those that are null; null where it states none. */
function pricesOf(record: LooseRecord): Prices | null {
  const ours = Object.entries(costOf(record)).filter(([field]) => field in costSchema.shape);
  const prices = pricesIn(Object.fromEntries(ours));
  return prices.length === 0 ? null : Object.fromEntries(prices);
}

/** Whether who states what goes in also states what comes out, or there is no input price to go by. */
export function isWhole(record: LooseRecord): boolean {
  const cost = pricesOf(record);
  return cost !== null && (typeof cost.output === 'number' || typeof cost.input !== 'number');
}

/** The offer of a record that states prices itself: they are its provider's word. */
export function statedIn(record: LooseRecord): Offer | null {
  const cost = pricesOf(record);
  if (cost === null) return null;
  const offer = { ...offerFrom({ id: '', provider: '' }), ...aboutIt(record), cost };
  const { source, status } = offer.pricing;
  return {
    ...offer,
    pricing: { ...offer.pricing, source: source ?? 'provider', status: status === 'unknown' ? 'priced' : status },
  };
}

/** What else the record says of itself, in our terms. */
function aboutIt(record: LooseRecord): Partial<Offer> {
  const pricing = pricingSchema.safeParse(record['pricing']).data;
  const modalities = modalitiesSchema.safeParse(record['modalities']).data;
  const mode = modeSchema.safeParse(record['mode']).data;
  return { ...(pricing && { pricing }), ...(modalities && { modalities }), ...(mode && { mode }) };
}

/** The offer that a record asks about whose price is to be settled by its own words; null where it has none. */
export function askedIn(
  record: LooseRecord,
  query: Pick<Offer, 'id' | 'provider' | 'name'>,
  own = statedIn(record),
): Offer | null {
  const asked = own ?? (isAnswered(record) ? { ...offerFrom(query), ...aboutIt(record) } : null);
  return asked && { ...asked, ...query };
}

/** A record that says itself why it has no price: free, variable, a plan, or none that its provider states. */
const isAnswered = ({ pricing }: LooseRecord): boolean => {
  const said = pricingSchema.safeParse(pricing).data;
  return (
    said !== undefined &&
    (['free', 'variable', 'plan'].includes(said.status) || said.issues.some(({ code }) => code === 'no-list-price'))
  );
};
