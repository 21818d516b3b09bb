/** Keys to look for, found by their bytes. */
export class KeyTable {
  /** By length and first byte: the number of the first key of these, from 1; 0 where there is none. */
  readonly #first = new Uint8Array(1 << 12);
  /** The number of the next key of the same length and first byte, by that of a key. */
  readonly #next: Uint8Array;
  readonly #bytes: readonly Uint8Array[];
  readonly #numbers: ReadonlyMap<string, number>;

  /** At most 255 keys. */
  constructor(readonly keys: readonly string[]) {
    this.#bytes = keys.map((key) => Buffer.from(key));
    this.#next = new Uint8Array(keys.length);
    this.#numbers = new Map(keys.map((key, i) => [key, i]));
    for (const [i, { length, [0]: first = 0 }] of this.#bytes.entries()) {
      const slot = slotOf(length, first);
      this.#next[i] = this.#first[slot] ?? 0;
      this.#first[slot] = i + 1;
    }
  }

  /** The place in `keys` of the one that these bytes are; -1 where it is none. */
  find(bytes: Uint8Array, from: number, to: number): number {
    let number = this.#first[slotOf(to - from, from < to ? (bytes[from] ?? 0) : 0)] ?? 0;
    while (number > 0 && !isAt(bytes, from, to, this.#bytes[number - 1])) number = this.#next[number - 1] ?? 0;
    return number - 1;
  }

  /** The same of a key whose text is known. */
  indexOf(key: string): number {
    return this.#numbers.get(key) ?? -1;
  }
}

const slotOf = (length: number, first: number): number => ((length & 15) << 8) | first;

function isAt(bytes: Uint8Array, from: number, to: number, key: Uint8Array | undefined): boolean {
  if (key?.length !== to - from) return false;
  for (let i = 0; i < key.length; i++) if (bytes[from + i] !== key[i]) return false;
  return true;
}
