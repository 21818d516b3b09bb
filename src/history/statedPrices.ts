import { type PriceLine, priceLines } from '../cost/priceLines.js';
import { priceFinder } from '../cost/tiers/priceFinder.js';
import type { CostField } from '../model/cost.js';
import type { HistoryLine } from '../model/history.js';
import type { Model } from '../model/model.js';
import { priceKey } from './timelines.js';

/** A time in which a price holds by what is stated now: ms since 1970, half open. */
export interface StatedPeriod {
  /** -Infinity where no day is given. */
  readonly from: number;
  /** Infinity where no day is given. */
  readonly to: number;
  /** null = no price is stated. */
  readonly usd: number | null;
}

/** One price of an offer as it is stated now, for all times. */
export interface StatedPrice {
  readonly component: CostField;
  readonly when: HistoryLine['when'];
  /** In their order, without a gap. */
  readonly periods: readonly StatedPeriod[];
}

/** The prices that a record believes in, by `priceKey`; those that depend on the day are one price with several periods. */
export function statedPrices(model: Model): Map<string, StatedPrice> {
  const found = new Map<string, { readonly price: Omit<StatedPrice, 'periods'>; readonly lines: PriceLine[] }>();
  for (const line of priceLines(model)) {
    const price = { component: line.field, when: undated(line.when) };
    const key = priceKey(price);
    const known = found.get(key);
    if (known) known.lines.push(line);
    else found.set(key, { price, lines: [line] });
  }
  return new Map([...found].map(([key, { price, lines }]) => [key, { ...price, periods: periodsOf(lines) }]));
}

const dayMs = 24 * 60 * 60 * 1000;

/** Cuts the time at each day that is named, and asks for each part which price holds: the one whose days are narrower. */
function periodsOf(lines: readonly PriceLine[]): StatedPeriod[] {
  const [first] = lines;
  if (!first) return [];
  if (lines.length === 1 && !isDated(first)) return [{ from: -Infinity, to: Infinity, usd: first.price }];
  const cuts = [...new Set([-Infinity, ...lines.flatMap(cutsOf)])].sort((a, b) => a - b);
  const periods = cuts.map((from, i) => {
    const to = cuts[i + 1] ?? Infinity;
    return { from, to, usd: priceAt(lines, first.field, from === -Infinity ? to - 1 : from) };
  });
  return joined(periods);
}

/** Conditions without their days. */
export const undated = (when: PriceLine['when']): HistoryLine['when'] =>
  Object.fromEntries(Object.entries(when).filter(([name]) => name !== 'from' && name !== 'until'));

const isDated = ({ when: { from, until } }: PriceLine): boolean => from !== undefined || until !== undefined;

const cutsOf = ({ when: { from, until } }: PriceLine): number[] => [
  ...(from === undefined ? [] : [Date.parse(from)]),
  // The last day counts.
  ...(until === undefined ? [] : [Date.parse(until) + dayMs]),
];

function priceAt(lines: readonly PriceLine[], field: CostField, at: number): number | null {
  const base = lines.findLast((line) => !isDated(line));
  const tiers = lines
    .filter(isDated)
    .map(({ when: { from, until }, price }) => ({ when: { from, until }, cost: { [field]: price } }));
  const situation = { promptTokens: 0, serviceTier: null, region: null, variants: [], at: new Date(at) };
  return priceFinder({ cost: { [field]: base?.price ?? null }, tiers }, situation)(field).price;
}

/** Neighbours of one price are one period. */
function joined(periods: readonly StatedPeriod[]): StatedPeriod[] {
  const joint: StatedPeriod[] = [];
  for (const period of periods) {
    const last = joint.at(-1);
    if (last?.usd === period.usd) joint[joint.length - 1] = { ...last, to: period.to };
    else joint.push(period);
  }
  return joint;
}
