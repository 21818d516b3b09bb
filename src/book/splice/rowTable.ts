import { mostProbed, Slots } from './slots.js';

/** An odd number to hash by. */
const prime = 0x01000193;

/** Rows of small integers, found by the first of them. */
export class RowTable {
  readonly rows: Int32Array;
  readonly #slots: Slots;
  readonly #most: number;
  #count = 0;

  /** Of `width` integers `keys` come first; no more rows than half of 2 ** `bits`. */
  constructor(
    readonly width: number,
    private readonly keys: number,
    bits: number,
  ) {
    this.#most = 2 ** (bits - 1);
    this.rows = new Int32Array(width * this.#most);
    this.#slots = new Slots(bits);
  }

  /** Where the row begins that has these keys; -1 where there is none. */
  find(keys: Int32Array): number {
    const hash = this.#hashOf(keys);
    for (let probed = 0; probed < mostProbed; probed++) {
      const start = this.#slots.at(hash, probed);
      if (start < 0 || this.#isAt(start, keys)) return start;
    }
    return -1;
  }

  /** Where a row begins that has these keys, and room behind them; -1 where there is no room. */
  add(keys: Int32Array): number {
    if (this.#count === this.#most) return -1;
    const start = this.width * this.#count++;
    this.rows.set(keys, start);
    this.#slots.add(this.#hashOf(keys), start);
    return start;
  }

  forget(): void {
    this.#slots.clear();
    this.#count = 0;
  }

  #isAt(start: number, keys: Int32Array): boolean {
    for (let i = 0; i < this.keys; i++) if (this.rows[start + i] !== keys[i]) return false;
    return true;
  }

  #hashOf(keys: Int32Array): number {
    let hash = 0;
    for (let i = 0; i < this.keys; i++) hash = Math.imul(hash ^ (keys[i] ?? 0), prime);
    return hash;
  }
}
