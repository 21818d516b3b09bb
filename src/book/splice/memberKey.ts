import type { Members } from '../../read/scan/scanObject.js';
import { hashOf, hashPrime } from './hashOf.js';

/** Values that are longer together have no key: such a record is one of a kind. */
const longestKey = 2 ** 14;

/** What of the values of a record matters, as bytes in the text that it stands in: the same for all records that are answered alike. */
export class MemberKey {
  /** The text that the record stands in. */
  text: DataView = new DataView(new ArrayBuffer(0));
  /** How many bytes of each member matter; -1 where it is not there. */
  readonly lengths: Int32Array;
  readonly hashes: Int32Array;
  /** The hash of all of them. */
  hash = 0;

  /** `isKind` tells for each member whether no more than the first byte of its value matters, which tells its kind. */
  constructor(
    readonly members: Members,
    private readonly isKind: readonly boolean[],
  ) {
    this.lengths = new Int32Array(isKind.length);
    this.hashes = new Int32Array(isKind.length);
  }

  /** Takes the members that were found in a text last; false where they are too long. */
  take(text: DataView): boolean {
    const { starts, ends } = this.members;
    this.text = text;
    let hash = 0;
    let length = 0;
    for (let member = 0; member < starts.length; member++) {
      const start = starts[member] ?? -1;
      const own = start < 0 ? -1 : this.isKind[member] ? 1 : (ends[member] ?? 0) - start;
      this.lengths[member] = own;
      if (own < 0) continue;
      const value = hashOf(text, start, start + own);
      this.hashes[member] = value;
      hash = Math.imul(hash ^ value, hashPrime) + member;
      length += own;
    }
    this.hash = hash | 0;
    return length <= longestKey;
  }
}
