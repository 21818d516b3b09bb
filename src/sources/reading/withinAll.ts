import type { Issue } from '../../model/pricing.js';
import { beyondAll } from './beyondAll.js';

/** The prices without the numbers that are no price of anything, and an issue for each of those. */
export function withinAll<Prices extends Readonly<Record<string, number | null | undefined>>>(
  cost: Prices,
): { cost: Prices; issues: Issue[] } {
  if (!Object.values(cost).some(beyondAll)) return { cost, issues: [] };
  const odd = Object.entries(cost).filter(([, price]) => beyondAll(price));
  const left = Object.entries(cost).filter(([, price]) => !beyondAll(price));
  const issues = odd.map(([field, price]) => ({
    code: 'unknown-unit',
    detail: `${field}: ${price} USD is beyond any price`,
  }));
  return { cost: Object.fromEntries(left) as Prices, issues };
}
