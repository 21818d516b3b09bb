import type { Issue, Match } from '../model/model.js';
import type { PriceRow } from '../model/price.js';
import { climb, rungOf, type Found, type Rung } from './climb.js';
import { addsVersion, combinedName } from './combinedName.js';
import { ladder } from './ladder.js';
import { parseName } from './name.js';
import { judgeAll, type Verdict } from './plausibility.js';
import { priced } from './priced.js';
import { platformOf } from './providers.js';
import type { Priced } from './strategy.js';

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
  /** What is usable of a row's prices. */
  readonly verdictOf: (row: PriceRow) => Verdict;
  /** The number of rows. */
  readonly size: number;
}

/**
 * Indexes a price list once per strategy: a lookup reads one block of each and nothing else.
 * @param rows the list, in any order: no result depends on it
 * @param offers further prices of other providers, used only to judge how plausible a row is
 */
export function buildPriceIndex(rows: readonly PriceRow[], offers: readonly PriceRow[] = []): PriceIndex {
  const prices = priced(rows);
  const verdicts = judgeAll(prices, priced(offers));
  const rungs = ladder.map((strategy) => rungOf(strategy, prices));
  const platforms = byPlatform(prices);
  const verdictOf = (row: PriceRow): Verdict => verdicts.get(row) ?? { cost: row.cost, issues: [] };

  const find = (key: Key): Finding => {
    const platform = platformOf(key.provider);
    if (!platforms.has(platform)) return { refused: `the price list has no rows of ${key.provider}` };
    const found = search(rungs, platform, key);
    if (found === null) return { refused: `no row of ${key.provider} prices ${key.id}` };
    return typeof found === 'string' ? { refused: found } : findingOf(found, verdictOf);
  };
  const rowsOf = (provider: string): readonly Priced[] => platforms.get(platformOf(provider)) ?? [];
  return { find, rowsOf, verdictOf, size: rows.length };
}

/** The id decides; the display name is asked where the id finds nothing, or where only the name tells the version. */
function search(rungs: readonly Rung[], platform: string, key: Key): Found | string | null {
  const id = parseName(key.id);
  const same = climb(rungs.slice(0, 1), platform, id);
  if (same !== null) return same;
  const shown = key.name === null || key.name === key.id ? null : parseName(key.name);
  const found = shown && addsVersion(id, shown) ? null : climb(rungs.slice(1), platform, id);
  const combined = found === null && shown ? combinedName(id, shown) : null;
  return found ?? (combined && climb(rungs, platform, combined));
}

function findingOf({ price, match, ambiguous }: Found, verdictOf: (row: PriceRow) => Verdict): Finding {
  const { row } = price;
  if (!ambiguous) return { row, match, ...verdictOf(row) };
  const detail = `${row.provider} lists ${row.model} at more than one price`;
  return { row, match, cost: {}, issues: [{ code: 'ambiguous-price', detail }] };
}

function byPlatform(prices: readonly Priced[]): ReadonlyMap<string, readonly Priced[]> {
  const platforms = new Map<string, Priced[]>();
  for (const price of prices) {
    const rows = platforms.get(price.platform);
    if (rows) rows.push(price);
    else platforms.set(price.platform, [price]);
  }
  return platforms;
}
