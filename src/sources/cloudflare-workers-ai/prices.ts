import type { Draft } from '../../model/draft.js';
import type { Tier } from '../../model/cost.js';
import type { Issue } from '../../model/pricing.js';
import { isDollar } from '../parse/isDollar.js';
import { statedTier } from '../parse/statedTier.js';
import { type UnitPrice, unitPrice, unitPrices } from '../parse/unitPrice.js';

/** A price whose unit ends in a condition: "per audio minute (websocket)". */
const conditional = /^(.*)\(([^()]+)\)$/s;

/**
 * The prices of a model, each with its unit in words. What stands in brackets is a condition; a unit that nobody knows, such
 * as a tile or a step, and another currency are told and not read.
 */
export function pricesIn(prices: readonly UnitPrice[]): Pick<Draft, 'cost' | 'tiers' | 'issues'> {
  const tiers = prices.flatMap(({ unit, price, currency }): Tier[] => {
    const [, plain = '', variant = ''] = conditional.exec(unit?.trim() ?? '') ?? [];
    const cost = unitPrices([{ unit: plain.trim(), price, currency: currency ?? null }]);
    return statedTier(variant ? { variant } : null, cost);
  });
  return { cost: unitPrices(prices), tiers, issues: prices.flatMap(unreadIn) };
}

function unreadIn({ unit, price, currency }: UnitPrice): Issue[] {
  const words = conditional.exec(unit?.trim() ?? '')?.[1]?.trim() ?? unit ?? '';
  if (!(Number(price) > 0) || (isDollar(currency) && Object.keys(unitPrice(words, price)).length > 0)) return [];
  return [{ code: 'unread-price', detail: `${String(price)} ${currency ?? 'USD'} ${unit ?? 'per ?'}` }];
}
