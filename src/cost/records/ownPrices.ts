import { cost as costSchema, tier as tierSchema, type CostField } from '../../model/cost.js';
import { isRaw, type Raw } from '../fields.js';
import type { OfferPrices } from '../tiers/priceFinder.js';
import { BadRecord } from './usageRecord.js';

/** The prices that a line states itself, such as negotiated ones; null where it states none. Throws a `BadRecord`. */
export function ownPrices({ prices }: Raw): OfferPrices | null {
  if (prices === undefined || prices === null) return null;
  if (!isRaw(prices)) throw new BadRecord('has prices that are no object: it takes { cost, tiers }');
  const tiers = prices['tiers'] ?? [];
  if (!Array.isArray(tiers)) throw new BadRecord('has tiers that are no list');
  return { cost: costIn(prices['cost'] ?? {}), tiers: tiers.map(tierIn) };
}

/** A tier with a condition that is not known may hold or not. */
function tierIn(tier: unknown): OfferPrices['tiers'][number] {
  if (!isRaw(tier)) throw new BadRecord('has a tier that is no object: it takes { when, cost }');
  const when = tierSchema.shape.when.safeParse(tier['when'] ?? {});
  const cost = costIn(tier['cost'] ?? {});
  return when.success ? { when: when.data, cost } : { when: {}, cost, isUnread: true };
}

const isField = (name: string): name is CostField => Object.hasOwn(costSchema.shape, name);

/** The prices of ours; what is billed by nothing that we count is passed over. */
function costIn(cost: unknown): OfferPrices['cost'] {
  if (!isRaw(cost)) throw new BadRecord('has a cost that is no object');
  const ours = Object.entries(cost).filter(([name]) => isField(name));
  return Object.fromEntries(ours.map(([name, price]) => [name, priceIn(name, price)]));
}

function priceIn(name: string, price: unknown): number | null {
  const value = typeof price === 'string' && /^\d+(\.\d+)?(e[-+]?\d+)?$/i.test(price) ? Number(price) : price;
  if (value === null || value === undefined) return null;
  if (typeof value !== 'number') throw new BadRecord(`has a price ${name} that is no number`);
  return value;
}
