import { isDeepStrictEqual } from 'node:util';
import { KeyTable } from '../../read/scan/keyTable.js';
import { Recent } from '../../match/recent.js';
import { Members, scanObject } from '../../read/scan/scanObject.js';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The JSON text of a value that was another one before, as `bytes` has it. Of an object that has all members of the one before,
 * those that are the same stay as they are written, others are replaced in their place, new ones come last.
 */
export function mergedText(bytes: Uint8Array, before: unknown, after: unknown): Buffer {
  if (!isFields(before) || !isFields(after)) return Buffer.from(JSON.stringify(after));
  const changed = Object.keys(after).filter(
    (key) => !Object.hasOwn(before, key) || !isDeepStrictEqual(before[key], after[key]),
  );
  const members = new Members(tableOf(changed));
  scanObject(bytes, 0, members);
  return Buffer.concat(partsOf(bytes, members, after));
}

/** Few sets of fields change, again and again. */
const tables = new Recent<KeyTable>(100);

function tableOf(keys: readonly string[]): KeyTable {
  const name = JSON.stringify(keys);
  const known = tables.get(name);
  if (known) return known;
  const table = new KeyTable(keys);
  tables.set(name, table);
  return table;
}

function partsOf(bytes: Uint8Array, { table, starts, ends, tail, isEmpty }: Members, after: Fields): Uint8Array[] {
  const parts: Uint8Array[] = [];
  const there = [...starts.keys()].filter((place) => (starts[place] ?? -1) >= 0);
  there.sort((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0));
  let from = 0;
  for (const place of there) {
    parts.push(bytes.subarray(from, starts[place]), Buffer.from(JSON.stringify(after[table.keys[place] ?? ''])));
    from = ends[place] ?? 0;
  }
  const added = table.keys.filter((_, place) => (starts[place] ?? -1) < 0);
  const text = added.map((key) => `${JSON.stringify(key)}:${JSON.stringify(after[key])}`).join(',');
  const comma = isEmpty || text === '' ? '' : ',';
  parts.push(bytes.subarray(from, tail), Buffer.from(comma + text), bytes.subarray(tail));
  return parts;
}
