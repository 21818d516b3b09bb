import type { PriceRow } from '../model/price.js';
import { agree } from './agree.js';
import { familyOf, isEmpty, parseName, type ModelName } from './name.js';
import type { Sellers } from './sellers.js';
import type { Priced } from './strategy.js';
import { isSoft } from './words.js';

/**
 * Reads the names of a list's rows and gathers what the list as a whole knows of their snapshots and versions; a row without a
 * name that says anything prices nothing.
 */
export function priced(rows: readonly PriceRow[], sellers: Sellers): Priced[] {
  // Many sellers have the same models, under the same names.
  const names = new Map<string, ModelName>();
  const read = rows.flatMap((row): Read[] => {
    const name = entry(names, row.model, () => parseName(row.model));
    if (isEmpty(name)) return [];
    const platform = sellers.ofRow(row.provider);
    const family = familyOf(name);
    return [{ row, name, platform, family, own: `${platform}|${family}`, line: `${platform}|${lineOf(name)}` }];
  });
  const snapshots = new Map<string, Map<string, PriceRow[]>>();
  const ownDates = new Map<string, Set<string>>();
  const lineVersions = new Map<string, Set<string>>();
  for (const { row, name, family, own, line } of read) {
    if (name.versions.length > 0) entry(lineVersions, line, () => new Set<string>()).add(name.versions.join(' '));
    if (name.date === null) continue;
    const dates = entry(snapshots, family, () => new Map<string, PriceRow[]>());
    entry(dates, name.date, () => []).push(row);
    entry(ownDates, own, () => new Set<string>()).add(name.date);
  }
  const byPath = sellersByPath(read);
  const moved = movedNames(read);
  return read.map(({ row, name, platform, family, own, line }) => ({
    row,
    name,
    platform,
    snapshots: snapshots.get(family) ?? noSnapshots,
    ownDates: ownDates.get(own) ?? none,
    isByPath: byPath.has(platform),
    movedFrom: moved.get(family) ?? none,
    lineVersions: lineVersions.get(line) ?? none,
  }));
}

/** A row with its name and what it shares with others. */
interface Read extends Pick<Priced, 'row' | 'name' | 'platform'> {
  readonly family: string;
  /** The family at this platform. */
  readonly own: string;
  /** The line at this platform. */
  readonly line: string;
}

const none: ReadonlySet<string> = new Set();
const noSnapshots: ReadonlyMap<string, readonly PriceRow[]> = new Map();

/** By family: the dates of snapshots that some seller prices otherwise than the undated name. */
function movedNames(read: readonly Read[]): ReadonlyMap<string, ReadonlySet<string>> {
  const undated = new Map<string, PriceRow>();
  for (const { row, name, own } of read) if (name.date === null) undated.set(own, row);
  const moved = new Map<string, Set<string>>();
  for (const { row, name, family, own } of read) {
    const base = name.date === null ? undefined : undated.get(own);
    if (base && name.date !== null && !agree(base.cost, row.cost))
      entry(moved, family, () => new Set<string>()).add(name.date);
  }
  return moved;
}

/** The platforms that list one and the same name under different paths at different prices. */
function sellersByPath(read: readonly Read[]): ReadonlySet<string> {
  const sold = new Map<string, Read>();
  const found = new Set<string>();
  for (const one of read) {
    const { row, name, platform } = one;
    const other = entry(sold, `${platform}|${name.key}`, () => one);
    if (other.name.path !== name.path && !agree(other.row.cost, row.cost)) found.add(platform);
  }
  return found;
}

/** What the versions of a model share. */
const lineOf = ({ words }: ModelName): string => words.filter((word) => word !== 'instruct' && !isSoft(word)).join(' ');

function entry<K, V>(map: Map<K, V>, key: K, empty: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = empty();
  map.set(key, made);
  return made;
}
