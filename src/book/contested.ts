import { type Contest } from '../model/acknowledged.js';
import type { Cost, CostField } from '../model/cost.js';
import type { Model } from '../model/model.js';
import type { Prices } from '../settle/law.js';
import { pricesIn } from '../settle/prices.js';

/** A price with who states it, in the units of `cost`. */
export interface Said {
  readonly witness: string;
  readonly price: number;
}

/** An offer of which witnesses say different prices. */
export interface Contested {
  readonly model: Model;
  /** The values that an acknowledgement binds. */
  readonly contest: Contest;
  /** Where most money is at stake; null where no two prices stand against each other. */
  readonly worst: Stake | null;
}

export interface Stake {
  readonly field: CostField;
  /** Null where nobody's price is taken. */
  readonly taken: Said | null;
  /** The others, the one farthest off first. */
  readonly differ: readonly Said[];
  /** How many times the one price is the other. */
  readonly factor: number;
  /** The larger of the two prices times the factor, in USD per 1M tokens, or per 1,000 of what a `per…` price names. */
  readonly money: number;
}

/** More is a mistake of units, however large; a price against 0 counts as much. */
const mostTimes = 1000;

/** What witnesses say different prices of; null where nobody differs and nothing is in dispute or refused. */
export function contested(model: Model): Contested | null {
  const { cost, pricing } = model;
  const { status, source, differ, issues } = pricing;
  const isOpen = differ.length > 0 || status === 'quarantined' || issues.some(({ code }) => code === 'disputed');
  if (!isOpen) return null;
  const fields = [...new Set(differ.flatMap((one) => pricesIn(one.cost).map(([field]) => field)))].sort();
  const stakes = fields.flatMap((field) => stakeIn(field, source, cost, differ) ?? []);
  const contest = {
    taken: pick(cost, fields),
    differ: differ
      .map((one) => ({ witness: one.witness, cost: pick(one.cost, fields) }))
      .sort((a, b) => order(a.witness, b.witness)),
    refused: status === 'quarantined' ? issues.map(({ detail }) => detail) : [],
  };
  return { model, contest, worst: stakes.sort((a, b) => b.money - a.money)[0] ?? null };
}

/** Most money at stake first, then by name. */
export const byMoney = (a: Contested, b: Contested): number =>
  (b.worst?.money ?? 0) - (a.worst?.money ?? 0) || order(nameOf(a), nameOf(b));

/** `provider/id`. */
export const nameOf = ({ model }: Pick<Contested, 'model'>): string => `${model.provider}/${model.id}`;

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const pick = (cost: Prices, fields: readonly CostField[]): Partial<Cost> =>
  Object.fromEntries(fields.flatMap((field) => (typeof cost[field] === 'number' ? [[field, cost[field]]] : [])));

/** What is at stake in a field: the taken price against the farthest other; where none is taken, the two that are farthest apart. */
function stakeIn(
  field: CostField,
  source: string | null,
  cost: Cost,
  differ: Model['pricing']['differ'],
): Stake | undefined {
  const price = cost[field];
  const taken = typeof price === 'number' ? { witness: source ?? '', price } : null;
  const others = differ.flatMap(({ witness, cost: { [field]: other } }) =>
    typeof other === 'number' ? [{ witness, price: other }] : [],
  );
  const dearest = others.toSorted((a, b) => b.price - a.price)[0];
  const from = taken ?? dearest;
  if (!from) return undefined;
  const far = others.toSorted((a, b) => moneyOf(from.price, b.price) - moneyOf(from.price, a.price));
  const against = far.find((one) => one !== from && one.price !== from.price);
  if (!against) return undefined;
  const factor = times(from.price, against.price);
  return { field, taken, differ: far, factor, money: moneyOf(from.price, against.price) };
}

const times = (a: number, b: number): number => Math.min(Math.max(a, b) / Math.min(a, b), mostTimes);

const moneyOf = (a: number, b: number): number => Math.max(a, b) * 1000 * (a === b ? 1 : times(a, b));
