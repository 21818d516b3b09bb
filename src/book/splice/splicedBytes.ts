/** Shorter ones are copied byte by byte: a call costs more. */
const shortest = 48;

/** Bytes in which some are replaced, from the first to the last; what is not is copied as it is, and where nothing is, not even that. */
export class SplicedBytes {
  #out: Buffer | undefined;
  #length = 0;
  #from = 0;

  /** `expected` is how many bytes it may come to: others are found room for, at the cost of a copy. */
  constructor(
    private readonly bytes: Buffer,
    private readonly expected = 0,
  ) {}

  /** Puts a piece of a text in place of the bytes between two places, which may be one; not before what was replaced earlier. */
  replace(from: number, to: number, text: Uint8Array, start = 0, end = text.length): void {
    this.#copy(this.bytes, this.#from, from);
    this.#copy(text, start, end);
    this.#from = to;
  }

  /** All bytes up to a place, with what was put in. */
  upTo(end: number): Buffer {
    if (!this.#out) return this.bytes.subarray(this.#from, end);
    this.#copy(this.bytes, this.#from, end);
    return this.#out.subarray(0, this.#length);
  }

  #copy(source: Uint8Array, from: number, to: number): void {
    if (to <= from) return;
    const out = this.#withRoom(to - from);
    if (to - from < shortest) for (let at = from; at < to; at++) out[this.#length + at - from] = source[at] ?? 0;
    else out.set(source.subarray(from, to), this.#length);
    this.#length += to - from;
  }

  #withRoom(more: number): Buffer {
    const needed = this.#length + more;
    if (this.#out && needed <= this.#out.length) return this.#out;
    const least = this.#out ? 2 * needed : needed;
    const larger = Buffer.allocUnsafe(Math.max(least, this.expected, this.bytes.length));
    this.#out?.copy(larger, 0, 0, this.#length);
    return (this.#out = larger);
  }
}
