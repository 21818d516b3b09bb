import { Recent } from './recent.js';
import type { Issue, Match } from '../model/pricing.js';
import type { Origins } from '../model/origin.js';
import type { PriceRow } from '../model/price.js';
import type { ListNames } from '../sources/define.js';
import { climb, type Found, type Step } from './climb.js';
import { addsVersion, combinedName } from './combinedName.js';
import { ladderWith } from './ladder.js';
import { isEmpty, type ModelName, parseName } from './name.js';
import { type Platform, platformsOf } from './platform.js';
import { priced } from './priced.js';
import type { ModelOf } from './sameModel.js';
import { sellersOf } from './sellers.js';
import type { Kind, Priced } from './strategy.js';

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
  const platforms = platformsOf(prices, ladderWith(modelOf));
  const asked = new Recent<Asked>(mostProviders);
  const askedFor = (provider: string): Asked =>
    asked.getOrMake(
      provider,
      () =>
        platforms.get(names.ofProvider(provider)) ?? {
          refused: `the price list has no rows of ${provider}`,
          trace: [],
        },
    );
  const find = (key: Key): Finding => {
    const platform = askedFor(key.provider);
    return 'refused' in platform ? platform : (platform.verbatim.get(key.id) ?? answer(key, platform));
  };
  const rowsOf = (provider: string): readonly Priced[] => {
    const platform = askedFor(provider);
    return 'refused' in platform ? [] : platform.rows;
  };
  return { list: list.id, find, rowsOf, sellerOf: names.sellerOf, sources: pagesOf(list.id, sources), rows: prices };
}

/** Providers that are remembered: whoever asks may name any. */
const mostProviders = 400;

/** A provider's rows, or that the list has none. */
type Asked = Platform | { readonly refused: string; readonly trace: readonly Step[] };

/** What the ladder says; of an id that the list has letter by letter it says the same whatever the display name. */
function answer(key: Key, platform: Platform): Finding {
  const trace: Step[] = [];
  const found = search(platform, key, trace);
  if (found === null) return { refused: `no row of ${key.provider} prices ${key.id}`, trace };
  if (typeof found === 'string') return { refused: found, trace };
  const finding = { ...foundPrice(found), trace };
  if (found.match.model === key.id) platform.verbatim.set(key.id, finding);
  return finding;
}

/**
 * The id decides; where that finds nothing, what the display name adds to it is asked. That keeps all that the id says, so it
 * is of no use where the seller's rows do not know the id's own words and versions.
 */
function search(seller: Platform, key: Key, trace: Step[]): Found | string | null {
  const { id, shown } = namesOf(key);
  if (isEmpty(id)) return `${JSON.stringify(key.id)} has no letter and no digit`;
  const isWhole = () => {
    const name = shown();
    return name === null || !addsVersion(id, name);
  };
  const found = climb(seller, { name: id, isWhole }, trace);
  const { vocabulary } = seller;
  if (found !== null || !vocabulary.knowsVersions(id) || !vocabulary.knowsWords(id)) return found;
  const name = shown();
  const combined = name && combinedName(id, name);
  return combined && climb(seller, { name: combined, isWhole: () => true }, trace);
}

/** The names that a key gives: read once where several lists are asked for it in turn. */
function namesOf(key: Key): KeyNames {
  if (last.key === key) return last.names;
  let parsed: ModelName | null | undefined;
  const shown = () => (parsed ??= key.name === null || key.name === key.id ? null : parseName(key.name));
  const names = { id: parseName(key.id), shown };
  last = { key, names };
  return names;
}

interface KeyNames {
  readonly id: ModelName;
  /** The display name; null where it is none, or the id once more. */
  readonly shown: () => ModelName | null;
}

let last: { readonly key: Key | null; readonly names: KeyNames } = {
  key: null,
  names: { id: parseName(''), shown: () => null },
};

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
