import type { Members } from '../../read/scan/scanObject.js';
import type { LooseRecord } from '../looseRecord.js';
import { mergedText } from './mergedText.js';
import type { SplicedBytes } from './splicedBytes.js';

/**
 * What changes in the text of a record, by the place of a member's key in the table of keys: the text that stands in place of
 * its value, or, where it is not there, all that is added behind the last member; undefined where it stays. What is added
 * comes in the order of the table.
 */
export type Splice = readonly (Uint8Array | undefined)[];

/**
 * What makes the text of `before` one of `after`, which has all members of it: what is the same in both stays as it is
 * written, single members of a changed object as well.
 */
export function spliceOf(
  bytes: Uint8Array,
  { table, starts, ends }: Members,
  before: LooseRecord,
  after: LooseRecord,
): Splice {
  return table.keys.map((key, member) => {
    const value = after[key];
    const [start = -1, end = 0] = [starts[member], ends[member]];
    if (!Object.hasOwn(after, key) || (start >= 0 && before[key] === value)) return undefined;
    if (start < 0) return Buffer.from(`,${JSON.stringify(key)}:${JSON.stringify(value)}`);
    return mergedText(bytes.subarray(start, end), before[key], value);
  });
}

/** Makes the changes to a record in the bytes that it stands in. */
export function applySplice(splice: Splice, { starts, ends, tail }: Members, out: SplicedBytes): void {
  const texts = splice.flatMap((text, member) => {
    const start = starts[member] ?? -1;
    return text ? [start < 0 ? { text, from: tail, to: tail } : { text, from: start, to: ends[member] ?? 0 }] : [];
  });
  for (const { text, from, to } of texts.sort((a, b) => a.from - b.from)) out.replace(from, to, text);
}
