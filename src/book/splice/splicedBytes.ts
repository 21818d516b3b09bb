/** Shorter ones are copied byte by byte: a call costs more. */
const shortest = 48;

const nothing: Buffer = Buffer.alloc(0);

/**
 * Bytes in which some are replaced, from the first to the last; what is not is copied as it is, and where nothing is, not even
 * that. The copy stands in memory that is used again for the next bytes.
 */
export class SplicedBytes {
  #bytes = nothing;
  #out = nothing;
  #isCopied = false;
  #length = 0;
  #from = 0;

  /**
   * Begins with other bytes; what `upTo` gave of those before is good no more. `expected` is how many it may come to: others
   * are found room for, at the cost of a copy.
   */
  begin(bytes: Buffer, expected = 0): void {
    this.#bytes = bytes;
    this.#isCopied = false;
    this.#length = 0;
    this.#from = 0;
    this.#makeRoom(Math.max(expected, bytes.length));
  }

  /** Puts a piece of a text in place of the bytes between two places, which may be one; not before what was replaced earlier. */
  replace(from: number, to: number, text: Uint8Array, start = 0, end = text.length): void {
    this.#isCopied = true;
    this.#copy(this.#bytes, this.#from, from);
    this.#copy(text, start, end);
    this.#from = to;
  }

  /** All bytes up to a place, with what was put in. */
  upTo(end: number): Buffer {
    if (!this.#isCopied) return this.#bytes.subarray(0, end);
    this.#copy(this.#bytes, this.#from, end);
    return this.#out.subarray(0, this.#length);
  }

  #copy(source: Uint8Array, from: number, to: number): void {
    if (to <= from) return;
    const needed = this.#length + to - from;
    if (needed > this.#out.length) this.#makeRoom(2 * needed);
    const out = this.#out;
    if (to - from < shortest) for (let at = from; at < to; at++) out[this.#length + at - from] = source[at] ?? 0;
    else out.set(source.subarray(from, to), this.#length);
    this.#length = needed;
  }

  #makeRoom(size: number): void {
    if (size <= this.#out.length) return;
    const larger = Buffer.allocUnsafeSlow(size);
    this.#out.copy(larger, 0, 0, this.#length);
    this.#out = larger;
  }
}
