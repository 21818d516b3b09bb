import type { CostField } from '../../model/cost.js';
import { conditionKey } from '../../cost/conditionKey.js';
import { noPlace, stepOf } from '../conditions.js';
import type { Loss } from '../export.js';
import type { PriceLine } from '../../cost/priceLines.js';
import type { Entry } from '../offersIn.js';
import { constraintOf, orderOf } from './constraints.js';
import { fields, misfit } from './fields.js';

type Price = number | { readonly base: number; readonly tiers: readonly { start: number; price: number }[] };
type Prices = Readonly<Record<string, Price>>;
type Time = PriceLine['when'];

/** A line with what the format tells apart: the time that it holds at, and the length of the prompt above which. */
interface Placed {
  readonly line: PriceLine;
  readonly time: Time;
  readonly start: number;
}

/** The `prices` of a model; null where none has a place. */
export function pricesOf(lines: readonly PriceLine[]): Entry<object | null> {
  const known = new Set(lines.filter(({ when }) => conditionKey(when) === '[]').map(({ field }) => field));
  const losses: Loss[] = [];
  const placed: Placed[] = [];
  for (const line of lines) {
    const { contextAbove = 0, ...time } = stepOf(line, lines);
    const why = whyNot(line, time, known);
    if (why === null) placed.push({ line, time, start: contextAbove });
    else losses.push({ line, why });
  }
  const base = placed.filter(({ time }) => Object.keys(time).length === 0);
  if (base.length === 0) return { value: null, losses };
  const times = [...new Map(placed.map(({ time }) => [conditionKey(time), time])).entries()]
    .filter(([key]) => key !== '[]')
    .map(([key, time]) => ({ time, placed: placed.filter((one) => conditionKey(one.time) === key) }))
    .sort((a, b) => orderOf(a.time) - orderOf(b.time));
  if (times.length === 0) return { value: pricesAt(base, []), losses };
  const dated = times.map(({ time, placed: own }) => ({
    constraint: constraintOf(time),
    prices: pricesAt(base, own),
  }));
  return { value: [{ prices: pricesAt(base, []) }, ...dated], losses };
}

function whyNot(line: PriceLine, time: Time, known: ReadonlySet<CostField>): string | null {
  if (!(line.field in fields)) return noPlace(line, false);
  if (Object.keys(time).length > 0 && constraintOf(time) === null) return noPlace(line, true);
  if (!known.has(line.field)) return `no place for a condition of ${line.field} without its base price`;
  return misfit(line.field, known);
}

/** All prices at a time: a set stands for itself, so what does not differ then is that of the base. */
function pricesAt(base: readonly Placed[], own: readonly Placed[]): Prices {
  const all = [...base.filter((one) => !own.some((other) => isSame(one, other))), ...own];
  return Object.fromEntries(
    (Object.entries(fields) as [CostField, NonNullable<(typeof fields)[CostField]>][]).flatMap(
      ([field, [name, scale]]) => {
        const steps = all.filter(({ line }) => line.field === field).sort((a, b) => a.start - b.start);
        const [first, ...longer] = steps.map(({ start, line }) => ({ start, price: scale(line.price) }));
        if (!first) return [];
        return [[name, longer.length === 0 ? first.price : { base: first.price, tiers: longer }] as const];
      },
    ),
  );
}

const isSame = (one: Placed, other: Placed): boolean =>
  one.line.field === other.line.field && one.start === other.start;
