import type { Issue, Match } from '../model/model.js';
import type { PriceRow } from '../model/price.js';
import { sameCost } from './agree.js';
import { confidenceOf } from './confidence.js';
import { ladder } from './ladder.js';
import { addsVersion, combinedName } from './combinedName.js';
import { parseName, type ModelName } from './name.js';
import { judgeAll, type Verdict } from './plausibility.js';
import { priced } from './priced.js';
import { platformOf } from './providers.js';
import { equallyNear, ranked } from './rank.js';
import type { Priced, Strategy } from './strategy.js';

/** What a price is looked up by. */
export interface Key {
  /** Our provider id, any case. */
  readonly provider: string;
  readonly id: string;
  readonly name: string | null;
}

/** A row that prices the model, with what is usable of its prices, or the reason why there is none. */
export type Finding =
  | {
      readonly row: PriceRow;
      readonly match: Match;
      readonly cost: PriceRow['cost'];
      readonly issues: readonly Issue[];
    }
  | { readonly refused: string };

/** A price list, ready for lookups. */
export interface PriceIndex {
  readonly find: (key: Key) => Finding;
  /** The rows of the provider's platform, for explanations. */
  readonly rowsOf: (provider: string) => readonly Priced[];
  readonly verdictOf: (row: PriceRow) => Verdict;
  /** The number of rows. */
  readonly size: number;
}

interface Rung {
  readonly strategy: Strategy;
  readonly blocks: Blocks;
}
type Blocks = ReadonlyMap<string, readonly Priced[]>;

/**
 * Indexes a price list once per strategy: a lookup reads one block of each and nothing else.
 * @param rows the list, in any order: no result depends on it
 * @param offers further prices of other providers, used only to judge how plausible a row is
 */
export function buildPriceIndex(rows: readonly PriceRow[], offers: readonly PriceRow[] = []): PriceIndex {
  const prices = priced(rows);
  const verdicts = judgeAll(prices, priced(offers));
  const rungs = ladder.map((strategy) => ({ strategy, blocks: blocksOf(strategy, prices) }));
  const platforms = grouped(prices, ({ platform }) => platform);
  const verdictOf = (row: PriceRow): Verdict => verdicts.get(row) ?? { cost: row.cost, issues: [] };

  const climb = (platform: string, name: ModelName, rungs: readonly Rung[]): Finding | null => {
    for (const { strategy, blocks } of rungs) {
      const block = blocks.get(`${platform}|${strategy.block(name)}`);
      const found = block && best(strategy, name, block, verdictOf);
      if (found) return found;
    }
    return null;
  };
  const find = (key: Key): Finding => {
    const platform = platformOf(key.provider);
    if (!platforms.has(platform)) return { refused: `the price list has no rows of ${key.provider}` };
    const id = parseName(key.id);
    const same = climb(platform, id, rungs.slice(0, 1));
    if (same) return same;
    const shown = key.name === null || key.name === key.id ? null : parseName(key.name);
    const found = shown && addsVersion(id, shown) ? null : climb(platform, id, rungs.slice(1));
    const combined = shown && combinedName(id, shown);
    const refused = { refused: `no row of ${key.provider} prices ${key.id}` };
    return found ?? (combined && climb(platform, combined, rungs)) ?? refused;
  };
  const rowsOf = (provider: string): readonly Priced[] => platforms.get(platformOf(provider)) ?? [];
  return { find, rowsOf, verdictOf, size: rows.length };
}

const blocksOf = (strategy: Strategy, prices: readonly Priced[]): Blocks =>
  grouped(prices, ({ platform, name }) => `${platform}|${strategy.block(name)}`);

function grouped(prices: readonly Priced[], key: (price: Priced) => string): Map<string, Priced[]> {
  const groups = new Map<string, Priced[]>();
  for (const price of prices) {
    const group = groups.get(key(price));
    if (group) group.push(price);
    else groups.set(key(price), [price]);
  }
  return groups;
}

/** The best row of a block that no guard refuses; two equally good ones with different prices are none, or none to pay by. */
function best(
  strategy: Strategy,
  model: ModelName,
  block: readonly Priced[],
  verdictOf: (row: PriceRow) => Verdict,
): Finding | null {
  const open = block.filter((price) => strategy.guards.every((guard) => guard.objection(model, price) === null));
  const sorted = ranked(model, open);
  const [first] = sorted;
  const kind = first && strategy.level(model, first);
  if (first === undefined || !kind) return null;
  const rival = equallyNear(model, sorted).find(({ row }) => !sameCost(row.cost, first.row.cost));
  if (rival && strategy.onTie === 'refuse' && rival.name.key !== first.name.key) {
    return { refused: `${first.row.model} and ${rival.row.model} fit equally well and cost differently` };
  }
  const { provider, model: id, operator } = first.row;
  const reason = strategy.explain(model, first);
  const match = { strategy: strategy.name, confidence: confidenceOf(kind), reason, provider, model: id, operator };
  if (!rival) return { row: first.row, match, ...verdictOf(first.row) };
  const detail = `${provider} lists ${id} at more than one price`;
  return { row: first.row, match, cost: {}, issues: [{ code: 'ambiguous-price', detail }] };
}
