import type { CallCost } from '../../cost/callCost.js';
import { Exact } from '../../cost/dollars.js';
import type { CostField } from '../../model/cost.js';
import { conditionOf } from '../../settle/conditionOf.js';
import { priceNames } from '../money.js';

/** A line of a sum, in words: units x price = USD. */
export interface SumLine {
  readonly part: string;
  readonly units: string;
  readonly price: string;
  /** The condition that the price holds under. */
  readonly holds: string;
  /** Exact. */
  readonly usd: string;
}

/** What a person calls a part of a cost. */
export const partName = (part: string): string =>
  Object.hasOwn(priceNames, part) ? priceNames[part as CostField] : part.replaceAll('_', ' ');

/** A sum, a line for each price. */
export const sumLines = ({ parts }: CallCost): SumLine[] =>
  Object.entries(parts).flatMap(([part, { factors }]) =>
    factors.map(({ units, price, per, when }) => ({
      part: partName(part),
      units: units.toLocaleString('en'),
      price: per === 1000 ? `$${new Exact(price).times(1000).toFixed()} per 1M` : `$${price}`,
      holds: when ? conditionOf(when) : 'always',
      usd: `$${new Exact(units).times(price).dividedBy(per).toFixed()}`,
    })),
  );

/** Why a sum has no total, in words; empty where it has one. */
export const whyNoTotal = ({ unpriced, why = {} }: CallCost): string =>
  unpriced.map((part) => `${partName(part)}: ${why[part] ?? ''}`).join('; ');
