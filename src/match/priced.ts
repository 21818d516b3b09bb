import type { PriceRow } from '../model/price.js';
import { costKey } from './agree.js';
import { familyOf, parseName, type ModelName } from './name.js';
import type { Sellers } from './sellers.js';
import type { Priced } from './strategy.js';
import { isSoft } from './words.js';

/** Reads the names of a list's rows and gathers what the list as a whole knows of their snapshots and versions. */
export function priced(rows: readonly PriceRow[], sellers: Sellers): Priced[] {
  const read = rows.map((row) => ({ row, name: parseName(row.model), platform: sellers.ofRow(row.provider) }));
  const snapshots = new Map<string, Map<string, PriceRow[]>>();
  const ownDates = new Map<string, Set<string>>();
  const lineVersions = new Map<string, Set<string>>();
  for (const { row, name, platform } of read) {
    if (name.versions.length > 0) {
      entry(lineVersions, `${platform}|${lineOf(name)}`, () => new Set<string>()).add(name.versions.join(' '));
    }
    if (name.date === null) continue;
    const dates = entry(snapshots, familyOf(name), () => new Map<string, PriceRow[]>());
    entry(dates, name.date, () => []).push(row);
    entry(ownDates, `${platform}|${familyOf(name)}`, () => new Set<string>()).add(name.date);
  }
  return read.map(({ row, name, platform }) => ({
    row,
    name,
    costKey: costKey(row.cost),
    platform,
    snapshots: snapshots.get(familyOf(name)) ?? new Map<string, PriceRow[]>(),
    ownDates: ownDates.get(`${platform}|${familyOf(name)}`) ?? new Set<string>(),
    lineVersions: lineVersions.get(`${platform}|${lineOf(name)}`) ?? new Set<string>(),
  }));
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
