import type { Members } from '../../read/scan/scanObject.js';

/** Values that are longer together have no key: such a record is one of a kind. */
const longestKey = 2 ** 14;

/** The first of the control characters that stand before a value and say of which member it is: JSON has none of them. */
const firstMark = 0x0e;

/** FNV-1a, as far as a small integer goes: what is alike in it is compared byte by byte. */
const [offset, prime, small] = [0x811c9dc5 | 0, 0x01000193, 0x3fffffff];

/** Puts the values of members together, the same bytes for all records in which they are the same. */
export class MemberKey {
  readonly #bytes = Buffer.alloc(longestKey);
  #length = 0;

  /** Takes the members of a record; gives a number that is the same for the same bytes, undefined where they are too long. */
  take(bytes: Uint8Array, { starts, ends }: Members): number | undefined {
    const key = this.#bytes;
    let [length, hash] = [0, offset];
    for (let member = 0; member < starts.length; member++) {
      const start = starts[member] ?? -1;
      const end = ends[member] ?? 0;
      if (start < 0) continue;
      if (length + 1 + end - start > longestKey) return undefined;
      key[length++] = firstMark + member;
      hash = Math.imul(hash ^ (firstMark + member), prime);
      for (let at = start; at < end; at++) {
        const byte = bytes[at] ?? 0;
        key[length++] = byte;
        hash = Math.imul(hash ^ byte, prime);
      }
    }
    this.#length = length;
    return hash & small;
  }

  /** Whether those taken last are these. */
  is(known: Uint8Array): boolean {
    return this.#bytes.compare(known, 0, known.length, 0, this.#length) === 0;
  }

  /** Those taken last, to keep. */
  copy(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.#length));
  }
}
