import type { MemberKey } from './memberKey.js';
import { applySplice, type Splice } from './splice.js';
import type { SplicedBytes } from './splicedBytes.js';
import { SpliceShelf } from './spliceShelf.js';

/**
 * Splices by the key of the records that they are for. Where there is no more room, those are forgotten that were not asked for
 * since half of it was taken.
 */
export class SpliceMemory {
  #young: SpliceShelf;
  #old: SpliceShelf;

  /** `most` is in bytes of values and texts. */
  constructor(
    private readonly key: MemberKey,
    most: number,
  ) {
    const count = key.lengths.length;
    this.#young = new SpliceShelf(count, most / 2);
    this.#old = new SpliceShelf(count, most / 2);
  }

  /** Puts the splice of the key into the bytes that its members stand in; false where it is not known. */
  putInto(out: SplicedBytes): boolean {
    const row = this.#young.find(this.key);
    if (row < 0) return this.#putOld(out);
    this.#young.putInto(out, row, this.key.members);
    return true;
  }

  /** Keeps the splice of the key. */
  keep(splice: Splice): void {
    if (this.#young.add(this.key, splice)) return;
    [this.#young, this.#old] = [this.#old, this.#young];
    this.#young.forget();
    this.#young.add(this.key, splice);
  }

  #putOld(out: SplicedBytes): boolean {
    const row = this.#old.find(this.key);
    if (row < 0) return false;
    // Copies, because to keep them among the young may take the memory that they stand in.
    const splice = this.#old.spliceAt(row).map((text) => text?.slice());
    this.keep(splice);
    applySplice(splice, this.key.members, out);
    return true;
  }
}
