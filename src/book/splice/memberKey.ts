import type { Members } from '../../read/scan/scanObject.js';

/** Values that are longer together have no key: such a record is one of a kind. */
const longestKey = 2 ** 14;

/** The first of the control characters that stand before a value and say of which member it is: JSON has none of them. */
const firstMark = 0x0e;

/** Puts the values of members together as one text, the same for all records in which they are the same to the byte. */
export class MemberKey {
  readonly #bytes = Buffer.alloc(longestKey);

  /** Undefined where they are too long. */
  of(bytes: Uint8Array, { starts, ends }: Members): string | undefined {
    const key = this.#bytes;
    let length = 0;
    for (let member = 0; member < starts.length; member++) {
      const [start = -1, end = 0] = [starts[member], ends[member]];
      if (start < 0) continue;
      if (length + 1 + end - start > longestKey) return undefined;
      key[length++] = firstMark + member;
      for (let at = start; at < end; at++) key[length++] = bytes[at] ?? 0;
    }
    return key.toString('latin1', 0, length);
  }
}
