import type { CostField } from '../model/cost.js';
import type { Breach, Prices, Statement } from './law.js';

/** The prices that are there, by field. */
export function pricesIn(cost: Prices): [CostField, number][] {
  const found: [CostField, number][] = [];
  for (const field of Object.keys(cost) as CostField[]) {
    const price = cost[field];
    if (typeof price === 'number') found.push([field, price]);
  }
  return found;
}

/** A price per 1M tokens, or per one of what `per…` names, for people. */
export const shown = (field: CostField | '*', price: number): string =>
  field.startsWith('per')
    ? `${Number(price.toPrecision(6))} USD`
    : `${Number((price * 1000).toPrecision(6))} USD per 1M`;

/** Asks the same of the price and of each of its tiers. */
export const everywhere = (
  { cost, tiers }: Pick<Statement, 'cost' | 'tiers'>,
  ask: (cost: Prices) => readonly Breach[],
): Breach[] => [...ask(cost), ...tiers.flatMap((one, tier) => ask(one.cost).map((breach) => ({ ...breach, tier })))];

/** True where a price is there and not 0. */
export const isPaid = (price: number | null | undefined): price is number => typeof price === 'number' && price > 0;
