import { Recent } from '../recent.js';

/** Bytes that are kept to be shared. */
const mostShared = 2 ** 21;

/** They are cut from pieces of this size, because each piece of memory has costs of its own. */
const sliceOf = 2 ** 16;

/** Bytes that are kept for long: the same ones once. */
export class SharedBytes {
  readonly #known = new Recent<Uint8Array>(mostShared, (key) => key.length);
  #slab = Buffer.alloc(0);
  #used = 0;
  /** How many were put into memory so far. */
  held = 0;

  /** The same bytes, that are nobody else's. */
  of(bytes: Buffer): Uint8Array {
    const key = bytes.toString('latin1');
    const known = this.#known.get(key);
    if (known) return known;
    const own = this.#copy(bytes);
    this.#known.set(key, own);
    return own;
  }

  #copy(bytes: Buffer): Uint8Array {
    if (bytes.length > this.#slab.length - this.#used) {
      this.#slab = Buffer.allocUnsafeSlow(Math.max(sliceOf, bytes.length));
      this.#used = 0;
    }
    const own = this.#slab.subarray(this.#used, (this.#used += bytes.length));
    own.set(bytes);
    this.held += bytes.length;
    return own;
  }
}
