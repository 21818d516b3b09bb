import type { CostField, Issue } from '../model/model.js';
import type { PriceRow } from '../model/price.js';
import { fenceOf, medianOf } from './fence.js';
import { familyOf } from './name.js';
import type { Priced } from './strategy.js';

/** What is usable of a row's prices, and why the rest is not. */
export interface Verdict {
  readonly cost: PriceRow['cost'];
  readonly issues: readonly Issue[];
}

/** Offers of one open model differ by up to 17 times in input or output, not in both: beyond this in both, one is wrong. */
const PEER_FACTOR = 20;
/** Models of one line differ with version and size, by up to 200 times for the farthest two; beyond this from the nearest, no more. */
const KIN_FACTOR = 100;
/** The dearest known output is 18 times its input. */
const OUTPUT_FACTOR = 30;
/** Input tokens: a fee per request that buys fewer than this is a unit error. */
const LEAST_FEE_TOKENS = 100;

interface Offers {
  /** Of the same model, by family. */
  readonly peers: ReadonlyMap<string, readonly Priced[]>;
  /** Of the same line, whatever its version and size, by words. */
  readonly kin: ReadonlyMap<string, readonly Priced[]>;
  /** Input price, USD per 1K tokens, from which a price needs a second provider. */
  readonly fence: number;
  /** Of all input prices, USD per 1K tokens. */
  readonly median: number;
}

/**
 * Judges every row of a list by the list itself.
 * @param prices the rows to judge
 * @param offers prices from elsewhere, to compare with
 */
export function judgeAll(prices: readonly Priced[], offers: readonly Priced[]): ReadonlyMap<PriceRow, Verdict> {
  const all = [...prices, ...offers].filter(({ row }) => (row.cost.input ?? 0) > 0);
  const inputs = all.map(({ row }) => row.cost.input ?? 0);
  const context: Offers = {
    peers: groupBy(all, ({ name }) => familyOf(name)),
    kin: groupBy(all, ({ name }) => name.words.join(' ')),
    fence: fenceOf(inputs),
    median: medianOf(inputs),
  };
  return new Map(prices.map((price) => [price.row, judge(price, context)]));
}

function groupBy(prices: readonly Priced[], key: (price: Priced) => string): ReadonlyMap<string, readonly Priced[]> {
  const groups = new Map<string, Priced[]>();
  for (const price of prices) {
    const group = groups.get(key(price));
    if (group) group.push(price);
    else groups.set(key(price), [price]);
  }
  return groups;
}

function judge(price: Priced, offers: Offers): Verdict {
  const { cost } = price.row;
  const below = Object.entries(cost).find(([, value]) => value < 0 || !Number.isFinite(value));
  if (below) return refused('negative-price', `${below[0]} ${below[1]} is no price`);
  if (price.name.words.includes('free')) return { cost, issues: [] };
  const paid = withoutZeros(cost);
  if (Object.keys(paid).length === 0) return refused('zero-price', 'the list says 0, the provider does not say free');
  const objection = tokenObjection(price, offers);
  if (objection !== null) return refused('implausible-price', `${stated(price)}: ${objection}`);
  return withoutFee(paid);
}

const refused = (code: string, detail: string): Verdict => ({ cost: {}, issues: [{ code, detail }] });
const perMillion = (perThousand: number): string => `${Number((perThousand * 1000).toPrecision(6))}`;
const stated = ({ row }: Priced): string =>
  `${perMillion(row.cost.input ?? 0)} in, ${perMillion(row.cost.output ?? 0)} out (USD per 1M tokens)`;

/** Zero is not a price here: embeddings have no output, images no tokens. */
const withoutZeros = (cost: PriceRow['cost']): PriceRow['cost'] =>
  Object.fromEntries(Object.entries(cost).filter(([, value]) => value !== 0));

function withoutFee(cost: PriceRow['cost']): Verdict {
  const { perRequest, ...rest } = cost;
  const token = (cost.input ?? 0) / 1000;
  if (perRequest === undefined || perRequest >= token * LEAST_FEE_TOKENS) return { cost, issues: [] };
  const detail = `a fee of ${perRequest} USD per request is less than ${LEAST_FEE_TOKENS} input tokens cost`;
  return { cost: rest satisfies Partial<Record<CostField, number>>, issues: [{ code: 'implausible-price', detail }] };
}

/** What speaks against the token prices of a row, or null. */
function tokenObjection(price: Priced, { peers, kin, fence, median }: Offers): string | null {
  const { input = 0, output = 0 } = price.row.cost;
  if (input > 0 && output > input * OUTPUT_FACTOR) return `output costs ${Math.round(output / input)} times the input`;
  const elsewhere = ({ platform }: Priced): boolean => platform !== price.platform;
  const same = (peers.get(familyOf(price.name)) ?? []).filter(elsewhere);
  if (same.some((other) => apart(price, other) < PEER_FACTOR)) return null;
  if (same.some((other) => closer(other, price, median))) {
    return `${PEER_FACTOR} times or more away from all other offers of this model`;
  }
  if (input >= fence)
    return `at or above ${perMillion(fence)}, the list's upper fence, and no other provider confirms it`;
  const line = (kin.get(price.name.words.join(' ')) ?? []).filter((other) => other.row !== price.row);
  if (line.some((other) => apart(price, other) < KIN_FACTOR)) return null;
  if (!line.some((other) => closer(other, price, median))) return null;
  return `${KIN_FACTOR} times or more away from all other models of this line`;
}

/** Where two offers cannot both be right, the one nearer to what models cost is believed. */
const closer = (one: Priced, other: Priced, median: number): boolean =>
  distance(one.row.cost.input, median) < distance(other.row.cost.input, median);
const distance = (price: number | undefined, median: number): number => Math.abs(Math.log((price ?? 0) / median));

/** How many times dearer or cheaper one row is, the smaller of input and output: a model may be dear in one of them. */
function apart(a: Priced, b: Priced): number {
  const times = (field: 'input' | 'output'): number => {
    const [one, other] = [a.row.cost[field] ?? 0, b.row.cost[field] ?? 0];
    return one > 0 && other > 0 ? Math.max(one / other, other / one) : Infinity;
  };
  return Math.min(times('input'), times('output'));
}
