import type { Match } from '../model/pricing.js';
import { costKey } from './agree.js';
import { confidenceOf } from './confidence.js';
import { type Candidate, fits, look } from './look.js';
import type { ModelName } from './name.js';
import { equallyNear, ranked } from './rank.js';
import type { Block, Rung } from './rung.js';
import type { Kind, Needs, Priced, Strategy } from './strategy.js';
import type { Vocabulary } from './vocabulary.js';

/** The row that a rung found. */
export interface Found {
  readonly price: Priced;
  readonly match: Match;
  readonly kind: Kind;
  /** An equally good row asks another price, so that none of them can be used. */
  readonly ambiguous: boolean;
}

/** What one strategy was asked, and what it saw. */
export class Step {
  readonly #block: Block | undefined;

  constructor(
    readonly strategy: Strategy,
    readonly name: ModelName,
    /** Why the strategy was not asked; null where it was. */
    readonly unasked: string | null,
    block: Block | undefined,
  ) {
    this.#block = block;
  }

  /** All rows of its block with what keeps them apart; worked out for who wants to see them, the climb itself compares fewer. */
  get candidates(): readonly Candidate[] {
    return this.#block?.rows.map((price) => look(this.strategy, this.name, price)) ?? [];
  }
}

/** A name to look for, and whether it tells its version itself. */
export interface AskedName {
  readonly name: ModelName;
  readonly isWhole: () => boolean;
}

/** Where to look: a seller of the list, with the words and versions that its rows use. */
export interface Seller {
  readonly rungs: readonly Rung[];
  readonly vocabulary: Vocabulary;
}

/** Climbs a seller's rungs for a name; the first that finds a row decides. Its steps are added to those of names asked before. */
export function climb({ rungs, vocabulary }: Seller, asked: AskedName, trace: Step[]): Found | string | null {
  const { name, isWhole } = asked;
  const unknown = unknownIn(asked, vocabulary);
  for (const rung of rungs) {
    const { strategy } = rung;
    let unasked = unknown(strategy.needs);
    let block = unasked === null ? rung.blockOf(name) : undefined;
    if (block && strategy.needs.wholeName && !isWhole()) {
      unasked = 'only the display name tells its version';
      block = undefined;
    }
    trace.push(new Step(strategy, name, unasked, block));
    const found = block ? best(strategy, name, block) : null;
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

/** The best candidate that no guard refuses; two equally good ones with different prices are none, or none to pay by. */
function best(strategy: Strategy, model: ModelName, block: Block): Found | string | null {
  const open = block.near(model).filter((price) => fits(strategy, model, price));
  const sorted = open.length > 1 ? ranked(model, open) : open;
  const [price] = sorted;
  const kind = price && strategy.level(model, price);
  if (price === undefined || !kind) return null;
  const rival = sorted.length > 1 ? equallyNear(model, sorted).find((one) => costsElse(one, price)) : undefined;
  if (rival && strategy.onTie === 'refuse' && rival.name.key !== price.name.key) {
    return `${price.row.model} and ${rival.row.model} fit equally well and cost differently`;
  }
  const { provider, model: id, operator } = price.row;
  const reason = strategy.explain(model, price);
  const match = { strategy: strategy.name, confidence: confidenceOf(kind), reason, provider, model: id, operator };
  return { price, match, kind, ambiguous: rival !== undefined };
}

const costsElse = (a: Priced, b: Priced): boolean => costKey(a.row.cost) !== costKey(b.row.cost);
