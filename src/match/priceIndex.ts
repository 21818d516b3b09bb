import type { Issue, Match } from '../model/pricing.js';
import type { Origins } from '../model/origin.js';
import type { PriceRow } from '../model/price.js';
import type { PriceList } from '../sources/define.js';
import { climb, type Found, type Rung, rungOf, type Seller, type Step } from './climb.js';
import { addsVersion, combinedName } from './combinedName.js';
import { ladderWith } from './ladder.js';
import { isEmpty, type ModelName, parseName } from './name.js';
import { priced } from './priced.js';
import type { ModelOf } from './sameModel.js';
import { sellersOf } from './sellers.js';
import type { Kind, Priced } from './strategy.js';
import { Vocabulary } from './vocabulary.js';

/** What a price is looked up by. */
export interface Key {
  /** Our provider id, any case. */
  readonly provider: string;
  readonly id: string;
  readonly name: string | null;
}

/** A row that prices the model, before its price is judged. */
export interface FoundPrice {
  readonly row: PriceRow;
  readonly match: Match;
  readonly kind: Kind;
  /** Why its price may be another model's, though the names fit; null where there is no doubt. */
  readonly doubt: Issue | null;
}

/** The price, or the reason why there is none, and the steps that led there. */
export type Finding = (FoundPrice | { readonly refused: string }) & { readonly trace: readonly Step[] };

/** A price list, ready for lookups. */
export interface PriceIndex {
  /** Id of the list. */
  readonly list: string;
  readonly find: (key: Key) => Finding;
  /** The rows of the provider, for explanations. */
  readonly rowsOf: (provider: string) => readonly Priced[];
  /** Our provider id of a seller in the list's words; its own name in small letters where it is none of ours. */
  readonly sellerOf: (listName: string) => string;
  /** The list's pages, by the names that quotes have for them: `prices/helicone/api`. */
  readonly sources: Origins;
  /** All rows. */
  readonly rows: readonly Priced[];
}

/** What an index has to know of its list. */
export type ListNames = Pick<PriceList, 'id' | 'sellers' | 'sameSeller'>;

/**
 * Indexes a price list once per strategy: a lookup reads one block of each and nothing else.
 * @param rows the list, in any order: no result depends on it
 * @param sources the pages that the rows name
 * @param modelOf a registry to ask where the names themselves have nothing in common; by default none is
 */
export function buildPriceIndex(
  list: ListNames,
  rows: readonly PriceRow[],
  sources: Origins = {},
  modelOf?: ModelOf,
): PriceIndex {
  const names = sellersOf(list);
  const prices = priced(rows, names);
  const rungs = ladderWith(modelOf).map((strategy) => rungOf(strategy, prices));
  const platforms = byPlatform(prices);
  const answer = (key: Key, platform: Platform): Finding => {
    const trace: Step[] = [];
    const found = search(rungs, platform, key, trace);
    if (found === null) return { refused: `no row of ${key.provider} prices ${key.id}`, trace };
    return typeof found === 'string' ? { refused: found, trace } : { ...foundPrice(found), trace };
  };
  const asked = new Map<string, Platform | undefined>();
  const platformFor = (provider: string): Platform | undefined => {
    if (!asked.has(provider)) asked.set(provider, platforms.get(names.ofProvider(provider)));
    return asked.get(provider);
  };
  const find = (key: Key): Finding => {
    const platform = platformFor(key.provider);
    if (platform === undefined) return { refused: `the price list has no rows of ${key.provider}`, trace: [] };
    return platform.verbatim.answer(key.id, () => answer(key, platform));
  };
  const rowsOf = (provider: string): readonly Priced[] => platformFor(provider)?.rows ?? [];
  return { list: list.id, find, rowsOf, sellerOf: names.sellerOf, sources: pagesOf(list.id, sources), rows: prices };
}

/**
 * The id decides; where that finds nothing, what the display name adds to it is asked. That keeps all that the id says, so it
 * is of no use where the seller's rows do not know the id's own words and versions.
 */
function search(rungs: readonly Rung[], seller: Seller, key: Key, trace: Step[]): Found | string | null {
  const { id, shown } = namesOf(key);
  if (isEmpty(id)) return `${JSON.stringify(key.id)} has no letter and no digit`;
  const isWhole = () => {
    const name = shown();
    return name === null || !addsVersion(id, name);
  };
  const found = climb(rungs, seller, { name: id, isWhole }, trace);
  const { vocabulary } = seller;
  if (found !== null || !vocabulary.knowsVersions(id) || !vocabulary.knowsWords(id)) return found;
  const name = shown();
  const combined = name && combinedName(id, name);
  return combined && climb(rungs, seller, { name: combined, isWhole: () => true }, trace);
}

/** The names that a key gives, each read once however many lists are asked. */
function namesOf(key: Key): KeyNames {
  const known = read.get(key);
  if (known) return known;
  let parsed: ModelName | null | undefined;
  const shown = () => (parsed ??= key.name === null || key.name === key.id ? null : parseName(key.name));
  const names = { id: parseName(key.id), shown };
  read.set(key, names);
  return names;
}

interface KeyNames {
  readonly id: ModelName;
  /** The display name; null where it is none, or the id once more. */
  readonly shown: () => ModelName | null;
}

const read = new WeakMap<Key, KeyNames>();

/** The pages of a list by the names that the evidence of quotes has for them. */
const pagesOf = (list: string, sources: Origins): Origins =>
  Object.fromEntries(Object.entries(sources).map(([name, page]) => [`prices/${list}/${name}`, page]));

function foundPrice({ price, match, kind, ambiguous }: Found): FoundPrice {
  const { row } = price;
  const doubt = ambiguous
    ? { code: 'ambiguous-price', detail: `${row.provider} lists ${row.model} at more than one price` }
    : isMoving(price)
      ? { code: 'moving-alias', detail: `${row.model} moves on, and the list does not say whose price it has` }
      : null;
  return { row, match, kind, doubt };
}

/**
 * A name without version and size is another model from time to time where it says `latest`, or where the list itself has versions
 * of that line: its row may have the price of an earlier one.
 */
const isMoving = ({ name, lineVersions, row }: Priced): boolean =>
  row.operator === 'equals' &&
  name.versions.length === 0 &&
  name.sizes.length === 0 &&
  name.date === null &&
  (name.latest || lineVersions.size > 0);

interface Platform extends Seller {
  readonly rows: Priced[];
  readonly verbatim: Verbatim;
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
