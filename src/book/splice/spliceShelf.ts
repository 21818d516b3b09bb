import type { Members } from '../../read/scan/scanObject.js';
import { BytePool } from './bytePool.js';
import { hashOf } from './hashOf.js';
import type { MemberKey } from './memberKey.js';
import { RowTable } from './rowTable.js';
import type { Splice } from './splice.js';
import type { SplicedBytes } from './splicedBytes.js';

/** 2 to the power of this is twice the splices that there is room for. */
const rowBits = 16;

/** In place of a place: there is no such value, or its text stays. */
const none = -1;

/**
 * Splices by key, until there is no room for another: each is a row of the places of its values and of its texts, because of
 * both few are different.
 */
export class SpliceShelf {
  readonly #pool: BytePool;
  readonly #rows: RowTable;
  /** The places of the values of a key. */
  readonly #places: Int32Array;
  /** Members that are replaced, in the order in which they stand. */
  readonly #order: Int32Array;

  /** `count` is how many members a key has. */
  constructor(
    private readonly count: number,
    bytes: number,
  ) {
    this.#pool = new BytePool(bytes);
    this.#rows = new RowTable(2 * count, count, rowBits);
    this.#places = new Int32Array(count);
    this.#order = new Int32Array(count);
  }

  /** The row of a key's splice; -1 where it is not here. */
  find({ text, lengths, hashes, members: { starts } }: MemberKey): number {
    for (let member = 0; member < this.count; member++) {
      const length = lengths[member] ?? none;
      const place = length < 0 ? none : this.#pool.find(hashes[member] ?? 0, text, starts[member] ?? 0, length);
      if (place < 0 && length >= 0) return -1;
      this.#places[member] = place;
    }
    return this.#rows.find(this.#places);
  }

  /** The splice of a row. */
  spliceAt(row: number): Splice {
    return Array.from({ length: this.count }, (_, member) => {
      const place = this.#textOf(row, member);
      return place < 0 ? undefined : this.#pool.bytes.subarray(place, place + this.#pool.lengthAt(place));
    });
  }

  /** Makes the changes of a row to a record in the bytes that it stands in, as `applySplice` does those of a splice. */
  putInto(out: SplicedBytes, row: number, { starts, ends, tail }: Members): void {
    let replaced = 0;
    for (let member = 0; member < this.count; member++)
      if ((starts[member] ?? none) >= 0 && this.#textOf(row, member) >= 0) this.#inOrder(member, replaced++, starts);
    for (let i = 0; i < replaced; i++) {
      const member = this.#order[i] ?? 0;
      this.#put(out, starts[member] ?? 0, ends[member] ?? 0, this.#textOf(row, member));
    }
    for (let member = 0; member < this.count; member++)
      if ((starts[member] ?? none) < 0) this.#put(out, tail, tail, this.#textOf(row, member));
  }

  /** Keeps the splice of a key that is not here; false where there is no room. */
  add({ text, lengths, hashes, members: { starts } }: MemberKey, splice: Splice): boolean {
    for (const [member, length] of lengths.entries()) {
      const place = length < 0 ? none : this.#placeOf(text, starts[member] ?? 0, length, hashes[member] ?? 0);
      if (place < 0 && length >= 0) return false;
      this.#places[member] = place;
    }
    const places = splice.map((one) => (one ? this.#placeOf(viewOf(one), 0, one.length) : none));
    if (places.some((place, member) => place < 0 && splice[member])) return false;
    const row = this.#rows.add(this.#places);
    if (row >= 0) this.#rows.rows.set(places, row + this.count);
    return row >= 0;
  }

  forget(): void {
    this.#pool.forget();
    this.#rows.forget();
  }

  #textOf(row: number, member: number): number {
    return this.#rows.rows[row + this.count + member] ?? none;
  }

  #put(out: SplicedBytes, from: number, to: number, text: number): void {
    if (text >= 0) out.replace(from, to, this.#pool.bytes, text, text + this.#pool.lengthAt(text));
  }

  /** Puts a member behind those that stand before it, of which so many are in order. */
  #inOrder(member: number, count: number, starts: Int32Array): void {
    const order = this.#order;
    let i = count;
    for (; i > 0 && (starts[order[i - 1] ?? 0] ?? 0) > (starts[member] ?? 0); i--) order[i] = order[i - 1] ?? 0;
    order[i] = member;
  }

  #placeOf(text: DataView, from: number, length: number, hash = hashOf(text, from, from + length)): number {
    const known = this.#pool.find(hash, text, from, length);
    return known >= 0 ? known : this.#pool.add(hash, text, from, length);
  }
}

const viewOf = ({ buffer, byteOffset, length }: Uint8Array): DataView => new DataView(buffer, byteOffset, length);
