import type { CostField } from '../../model/cost.js';
import { stated } from '../parse/money.js';
import { type UnitKind, unitsFor } from './unitsFor.js';

type Prices = { readonly [field in CostField]?: number | null | undefined };

/**
 * The prices of a list in the fields of what the model is. One that is out of all measure stays where it is: that it can't be
 * right is for the laws to say.
 */
export function inUnits(kind: UnitKind, cost: Prices): Partial<Record<CostField, number>> {
  const { cost: moved, issues } = unitsFor(kind, stated(cost));
  const dropped = issues.map(({ detail }) => detail.split(':')[0] as CostField);
  return stated({ ...moved, ...Object.fromEntries(dropped.map((field) => [field, cost[field]])) });
}
