import type { Match } from '../model/model.js';
import type { PriceRow } from '../model/price.js';
import { climb, rungOf, type Found, type Rung } from './climb.js';
import { addsVersion, combinedName } from './combinedName.js';
import { ladder } from './ladder.js';
import { parseName } from './name.js';
import { judgeAll, type Verdict } from './plausibility.js';
import { priced } from './priced.js';
import { platformOf } from './providers.js';
import type { Kind, Priced } from './strategy.js';
import { Vocabulary } from './vocabulary.js';

/** What a price is looked up by. */
export interface Key {
  /** Our provider id, any case. */
  readonly provider: string;
  readonly id: string;
  readonly name: string | null;
}

/** A row that prices the model, with what is usable of its prices. */
export interface FoundPrice extends Verdict {
  readonly row: PriceRow;
  readonly match: Match;
  readonly kind: Kind;
}

/** The price, or the reason why there is none. */
export type Finding = FoundPrice | { readonly refused: string };

/** A price list, ready for lookups. */
export interface PriceIndex {
  readonly find: (key: Key) => Finding;
  /** The rows of the provider's platform, for explanations. */
  readonly rowsOf: (provider: string) => readonly Priced[];
  /** What is usable of a row's prices. */
  readonly verdictOf: (row: PriceRow) => Verdict;
  /** All rows. */
  readonly rows: readonly Priced[];
}

/**
 * Indexes a price list once per strategy: a lookup reads one block of each and nothing else.
 * @param rows the list, in any order: no result depends on it
 * @param offers further prices of other providers, used only to judge how plausible a row is
 */
export function buildPriceIndex(rows: readonly PriceRow[], offers: readonly PriceRow[] = []): PriceIndex {
  const prices = priced(rows);
  const verdicts = judgeAll(prices, priced(offers));
  const rungs = rungsOf(prices);
  const platforms = byPlatform(prices);
  const verdictOf = (row: PriceRow): Verdict => verdicts.get(row) ?? { cost: row.cost, issues: [] };
  const answer = (key: Key, platform: Platform): Finding => {
    const found = search(rungs, platform, key);
    if (found === null) return { refused: `no row of ${key.provider} prices ${key.id}` };
    return typeof found === 'string' ? { refused: found } : findingOf(found, verdictOf);
  };
  const asked = new Map<string, Platform | undefined>();
  const platformFor = (provider: string): Platform | undefined => {
    if (!asked.has(provider)) asked.set(provider, platforms.get(platformOf(provider)));
    return asked.get(provider);
  };
  const find = (key: Key): Finding => {
    const platform = platformFor(key.provider);
    if (platform === undefined) return { refused: `the price list has no rows of ${key.provider}` };
    return platform.verbatim.answer(key.id, () => answer(key, platform));
  };
  const rowsOf = (provider: string): readonly Priced[] => platformFor(provider)?.rows ?? [];
  return { find, rowsOf, verdictOf, rows: prices };
}

interface Rungs {
  readonly all: readonly Rung[];
  /** The same spelling, and everything less sure. */
  readonly exact: readonly Rung[];
  readonly others: readonly Rung[];
  /** The rungs that know of misspelled words. */
  readonly similar: readonly Rung[];
}

function rungsOf(prices: readonly Priced[]): Rungs {
  const all = ladder.map((strategy) => rungOf(strategy, prices));
  const named = (...names: string[]): Rung[] => all.filter(({ strategy }) => names.includes(strategy.name));
  return {
    all,
    exact: named('exact'),
    others: all.filter(({ strategy }) => strategy.name !== 'exact'),
    similar: named('similar'),
  };
}

/** The id decides; the display name is asked where the id finds nothing, or where only the name tells the version. */
function search(rungs: Rungs, { name: platform, vocabulary }: Platform, key: Key): Found | string | null {
  const id = parseName(key.id);
  if (!vocabulary.knowsVersions(id)) return null;
  if (!vocabulary.knowsWords(id)) return climb(rungs.similar, platform, id);
  const same = climb(rungs.exact, platform, id);
  if (same !== null) return same;
  const shown = key.name === null || key.name === key.id ? null : parseName(key.name);
  const found = shown && addsVersion(id, shown) ? null : climb(rungs.others, platform, id);
  const combined = found === null && shown ? combinedName(id, shown) : null;
  return found ?? (combined && climb(rungs.all, platform, combined));
}

function findingOf({ price, match, kind, ambiguous }: Found, verdictOf: (row: PriceRow) => Verdict): Finding {
  const { row } = price;
  if (!ambiguous) return { row, match, kind, ...verdictOf(row) };
  const detail = `${row.provider} lists ${row.model} at more than one price`;
  return { row, match, kind, cost: {}, issues: [{ code: 'ambiguous-price', detail }] };
}

interface Platform {
  readonly name: string;
  readonly rows: Priced[];
  readonly verbatim: Verbatim;
  readonly vocabulary: Vocabulary;
}

function byPlatform(prices: readonly Priced[]): ReadonlyMap<string, Platform> {
  const platforms = new Map<string, Platform>();
  for (const price of prices) {
    const name = price.platform;
    const platform = platforms.get(name) ?? { name, rows: [], verbatim: new Verbatim(), vocabulary: new Vocabulary() };
    platforms.set(name, platform);
    platform.rows.push(price);
    platform.verbatim.add(price.row.model);
    platform.vocabulary.add(price.name);
  }
  return platforms;
}

/** Ids that stand in the list letter by letter: what the ladder says of them is worked out once. */
class Verbatim {
  readonly #answers = new Map<string, Finding | null>();

  add(id: string): void {
    this.#answers.set(id, null);
  }

  answer(id: string, work: () => Finding): Finding {
    const known = this.#answers.get(id);
    if (known === undefined) return work();
    if (known !== null) return known;
    const found = work();
    this.#answers.set(id, found);
    return found;
  }
}
