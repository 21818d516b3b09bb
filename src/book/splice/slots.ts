/** Slots that are looked at for one hash: more are alike by intent alone. */
export const mostProbed = 16;

/** An odd number that spreads hashes over slots: 2 ** 32 divided by the golden ratio. */
const spread = 0x9e3779b1;

/** A table of places by hash: whoever asks compares what stands there. */
export class Slots {
  /** A place and one more; 0 where there is none. */
  readonly #places: Int32Array;

  constructor(private readonly bits: number) {
    this.#places = new Int32Array(2 ** bits);
  }

  /** The place that was put in for a hash as the one of that number, from 0; -1 where there is none. Others may stand between. */
  at(hash: number, probed: number): number {
    return (this.#places[this.#slot(hash, probed)] ?? 0) - 1;
  }

  /** Puts a place in; where all slots are taken that would be looked at, in place of the last. */
  add(hash: number, place: number): void {
    let probed = 0;
    while (probed < mostProbed - 1 && this.at(hash, probed) >= 0) probed += 1;
    this.#places[this.#slot(hash, probed)] = place + 1;
  }

  clear(): void {
    this.#places.fill(0);
  }

  #slot(hash: number, probed: number): number {
    return ((Math.imul(hash, spread) >>> (32 - this.bits)) + probed) & (this.#places.length - 1);
  }
}
