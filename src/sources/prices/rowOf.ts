import type { Mode } from '../../model/model.js';
import type { PriceRow } from '../../model/price.js';
import { inUnits } from '../reading/inUnits.js';
import type { UnitKind } from '../reading/unitsFor.js';
import { stated } from '../parse/money.js';
import { tiersBeside } from './tiersBeside.js';

type Cost = PriceRow['cost'];

/** A row as a list states it, before its numbers are put where they belong by what the model is. */
interface Stated extends Pick<PriceRow, 'provider' | 'model'> {
  readonly kind: UnitKind;
  readonly cost: Cost;
  readonly tiers: NonNullable<PriceRow['tiers']>;
}

/**
 * The row with its prices in the fields of what the model is; undefined where no price is above zero, which says "not
 * filled in" and not "free", unless the id says so itself.
 */
export function rowOf({ provider, model, kind, ...prices }: Stated): PriceRow | undefined {
  const cost = inUnits(kind, prices.cost);
  const tiers = prices.tiers
    .filter((tier) => Object.keys(tier.cost).length > 0)
    .map((tier) => ({ when: tier.when, cost: paid(inUnits(kind, tier.cost)) }));
  const told = tiersBeside(paid(cost), tiers);
  const isPriced = told.tiers !== undefined || Object.keys(told.cost).length > 0;
  if (!isPriced && !model.endsWith(':free')) return undefined;
  const row = { provider, model, operator: 'equals' as const, ...modeIn(kind.mode) };
  return {
    ...row,
    ...told,
    ...(!isPriced && { cost: stated({ input: prices.cost.input, output: prices.cost.output }) }),
  };
}

const modeIn = (mode: Mode | null) => (mode ? { mode } : {});

const paid = (cost: { readonly [field in keyof Cost]?: number | null | undefined }): Cost =>
  Object.fromEntries(Object.entries(stated(cost)).filter(([, price]) => price > 0));
