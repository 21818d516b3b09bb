import type { Match } from '../model/model.js';
import { confidenceOf } from './confidence.js';
import type { ModelName } from './name.js';
import { equallyNear, ranked } from './rank.js';
import type { Kind, Priced, Strategy } from './strategy.js';

/** One strategy with its blocks, by platform and block. */
export interface Rung {
  readonly strategy: Strategy;
  readonly blocks: ReadonlyMap<string, ReadonlyMap<string, readonly Priced[]>>;
}

/** The row that a rung found. */
export interface Found {
  readonly price: Priced;
  readonly match: Match;
  readonly kind: Kind;
  /** An equally good row asks another price, so that none of them can be used. */
  readonly ambiguous: boolean;
}

/** Sorts prices into the blocks of a strategy. */
export function rungOf(strategy: Strategy, prices: readonly Priced[]): Rung {
  const blocks = new Map<string, Map<string, Priced[]>>();
  for (const price of prices) {
    const platform = blocks.get(price.platform) ?? new Map<string, Priced[]>();
    blocks.set(price.platform, platform);
    const block = strategy.block(price.name);
    const group = platform.get(block);
    if (group) group.push(price);
    else platform.set(block, [price]);
  }
  return { strategy, blocks };
}

/** Climbs rungs in order; the first that finds a row decides. A string says why it found two and took none. */
export function climb(rungs: readonly Rung[], platform: string, name: ModelName): Found | string | null {
  for (const { strategy, blocks } of rungs) {
    const block = blocks.get(platform)?.get(strategy.block(name));
    const found = block && best(strategy, name, block);
    if (found) return found;
  }
  return null;
}

const passes = (strategy: Strategy, model: ModelName, price: Priced): boolean => {
  for (const guard of strategy.guards) if (guard.objection(model, price) !== null) return false;
  return true;
};

/** The best row of a block that no guard refuses; two equally good ones with different prices are none, or none to pay by. */
function best(strategy: Strategy, model: ModelName, block: readonly Priced[]): Found | string | null {
  const open = block.filter((price) => passes(strategy, model, price));
  const sorted = open.length > 1 ? ranked(model, open) : open;
  const [price] = sorted;
  const kind = price && strategy.level(model, price);
  if (price === undefined || !kind) return null;
  const rival =
    sorted.length > 1 ? equallyNear(model, sorted).find(({ costKey }) => costKey !== price.costKey) : undefined;
  if (rival && strategy.onTie === 'refuse' && rival.name.key !== price.name.key) {
    return `${price.row.model} and ${rival.row.model} fit equally well and cost differently`;
  }
  const { provider, model: id, operator } = price.row;
  const reason = strategy.explain(model, price);
  const match = { strategy: strategy.name, confidence: confidenceOf(kind), reason, provider, model: id, operator };
  return { price, match, kind, ambiguous: rival !== undefined };
}
