import { Slots } from './slots.js';

/** Rows of integers, all of one length, in one piece of memory, found by a hash that whoever asks knows to tell apart. */
export class RowTable {
  readonly rows: Int32Array;
  readonly slots: Slots;
  readonly #most: number;
  #count = 0;

  /** No more rows than half of 2 ** `bits`. */
  constructor(
    private readonly width: number,
    bits: number,
  ) {
    this.#most = 2 ** (bits - 1);
    this.rows = new Int32Array(width * this.#most);
    this.slots = new Slots(bits);
  }

  /** Adds a row; gives where it begins, or -1 where there is no room. */
  add(hash: number, row: readonly number[]): number {
    if (this.#count === this.#most) return -1;
    const start = this.width * this.#count++;
    this.rows.set(row, start);
    this.slots.add(hash, start);
    return start;
  }

  forget(): void {
    this.slots.clear();
    this.#count = 0;
  }
}
