import type { Match } from '../model/pricing.js';
import { confidenceOf } from './confidence.js';
import type { ModelName } from './name.js';
import { equallyNear, ranked } from './rank.js';
import type { Kind, Needs, Priced, Strategy } from './strategy.js';
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

const NONE: readonly Candidate[] = [];

/** Climbs the rungs for a name; the first that finds a row decides. Its steps are added to those of names asked before. */
export function climb(rungs: readonly Rung[], seller: Seller, asked: AskedName, trace: Step[]): Found | string | null {
  const { name, isWhole } = asked;
  const unknown = unknownIn(asked, seller.vocabulary);
  for (const { strategy, blocks } of rungs) {
    let unasked = unknown(strategy.needs);
    let block = unasked === null ? blocks.get(seller.name)?.get(strategy.block(name)) : undefined;
    if (block && strategy.needs.wholeName && !isWhole()) {
      unasked = 'only the display name tells its version';
      block = undefined;
    }
    const candidates = block ? block.map((price) => look(strategy, name, price)) : NONE;
    trace.push({ strategy, name, unasked, candidates });
    const found = block ? best(strategy, name, candidates) : null;
    if (found !== null) return found;
  }
  return null;
}

/** What of a name the seller's rows do not know, where a strategy needs it; null where it needs nothing of that. */
function unknownIn({ name }: AskedName, vocabulary: Vocabulary): (needs: Needs) => string | null {
  const hasVersions = vocabulary.knowsVersions(name);
  const hasWords = hasVersions && vocabulary.knowsWords(name);
  return ({ knownVersions, knownWords }) => {
    if (knownVersions && !hasVersions) return 'no row has its version';
    return knownWords && !hasWords ? 'no row says all of its words' : null;
  };
}

const UNREFUSED: readonly Refusal[] = [];

/** A row with the objections of the guards. */
export function look({ guards }: Strategy, name: ModelName, price: Priced): Candidate {
  let refusedBy: Refusal[] | undefined;
  for (const guard of guards) {
    if (guard.isCostly && refusedBy) continue;
    const objection = guard.objection(name, price);
    if (objection !== null) (refusedBy ??= []).push({ guard: guard.name, objection });
  }
  return { price, refusedBy: refusedBy ?? UNREFUSED };
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
