import type { Match } from '../model/model.js';
import { confidenceOf } from './confidence.js';
import type { ModelName } from './name.js';
import { equallyNear, ranked } from './rank.js';
import type { Kind, Priced, Strategy } from './strategy.js';
import type { Vocabulary } from './vocabulary.js';

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

/** One guard's objection to a row. */
export interface Refusal {
  readonly guard: string;
  readonly objection: string;
}

/** A row that a strategy looked at; one without refusals fits. */
export interface Candidate {
  readonly price: Priced;
  readonly refusedBy: readonly Refusal[];
}

/** What one strategy was asked, and what it saw. */
export interface Step {
  readonly strategy: Strategy;
  readonly name: ModelName;
  /** Why the strategy was not asked; null where it was. */
  readonly unasked: string | null;
  readonly candidates: readonly Candidate[];
}

/** A name to look for, and whether it tells its version itself. */
export interface AskedName {
  readonly name: ModelName;
  readonly isWhole: () => boolean;
}

/** Where to look: a seller of the list, with the words and versions that its rows use. */
export interface Seller {
  readonly name: string;
  readonly vocabulary: Vocabulary;
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

/**
 * Climbs the rungs for each name in turn; the first that finds a row decides. A string says why two were found and none
 * was taken. The trace holds every step up to that one.
 */
export function climb(
  rungs: readonly Rung[],
  seller: Seller,
  names: Iterable<AskedName>,
): { readonly found: Found | string | null; readonly trace: readonly Step[] } {
  const trace: Step[] = [];
  for (const asked of names) {
    for (const { strategy, blocks } of rungs) {
      const unasked = unmet(strategy, asked, seller.vocabulary);
      const block = unasked === null ? blocks.get(seller.name)?.get(strategy.block(asked.name)) : undefined;
      const candidates = (block ?? []).map((price) => look(strategy, asked.name, price));
      trace.push({ strategy, name: asked.name, unasked, candidates });
      const found = best(strategy, asked.name, candidates);
      if (found !== null) return { found, trace };
    }
  }
  return { found: null, trace };
}

/** Which of its needs keeps a strategy from being asked; null where all are met. */
function unmet({ needs }: Strategy, { name, isWhole }: AskedName, vocabulary: Vocabulary): string | null {
  if (needs.knownVersions && !vocabulary.knowsVersions(name)) return 'no row has its version';
  if (needs.knownWords && !vocabulary.knowsWords(name)) return 'no row says all of its words';
  return needs.wholeName && !isWhole() ? 'only the display name tells its version' : null;
}

/** A row with the objections of all guards. */
export function look({ guards }: Strategy, name: ModelName, price: Priced): Candidate {
  const refusedBy: Refusal[] = [];
  for (const guard of guards) {
    const objection = guard.objection(name, price);
    if (objection !== null) refusedBy.push({ guard: guard.name, objection });
  }
  return { price, refusedBy };
}

/** The best candidate that no guard refuses; two equally good ones with different prices are none, or none to pay by. */
function best(strategy: Strategy, model: ModelName, candidates: readonly Candidate[]): Found | string | null {
  const open = candidates.filter(({ refusedBy }) => refusedBy.length === 0).map(({ price }) => price);
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
