import type { Members } from '../../read/scan/scanObject.js';
import type { LooseRecord } from '../looseRecord.js';
import { mergedText } from './mergedText.js';
import type { SharedBytes } from './sharedBytes.js';
import type { SplicedBytes } from './splicedBytes.js';

/** What changes in the text of a record: values that are replaced, and members that are added behind its last. */
export interface Splice {
  readonly replaced: readonly Replaced[];
  readonly added: readonly Uint8Array[];
}

export interface Replaced {
  /** The place of its key in the table of keys. */
  readonly member: number;
  readonly text: Uint8Array;
}

/**
 * What makes the text of `before` one of `after`, which has all members of it: what is the same in both stays as it is
 * written, single members of a changed object as well.
 */
export function spliceOf(
  bytes: Uint8Array,
  members: Members,
  before: LooseRecord,
  after: LooseRecord,
  texts: SharedBytes,
): Splice {
  const [replaced, added]: [Replaced[], Uint8Array[]] = [[], []];
  for (const [key, value] of Object.entries(after)) {
    if (Object.hasOwn(before, key) && before[key] === value) continue;
    const member = members.table.indexOf(key);
    const [start = -1, end = 0] = [members.starts[member], members.ends[member]];
    if (start < 0) added.push(texts.of(Buffer.from(`,${JSON.stringify(key)}:${JSON.stringify(value)}`)));
    else replaced.push({ member, text: texts.of(mergedText(bytes.subarray(start, end), before[key], value)) });
  }
  return { replaced, added };
}

/** Makes the changes to a record in the bytes that it stands in. */
export function applySplice({ replaced, added }: Splice, { starts, ends, tail }: Members, out: SplicedBytes): void {
  const placeOf = ({ member }: Replaced): number => starts[member] ?? 0;
  const inOrder = replaced.length < 2 ? replaced : replaced.toSorted((a, b) => placeOf(a) - placeOf(b));
  for (const { member, text } of inOrder) out.replace(starts[member] ?? 0, ends[member] ?? 0, text);
  for (const text of added) out.replace(tail, tail, text);
}
