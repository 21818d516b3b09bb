import type { Members } from '../../read/scan/scanObject.js';
import { BytePool } from './bytePool.js';
import { hashOf } from './hashOf.js';
import type { MemberKey } from './memberKey.js';
import { RowTable } from './rowTable.js';
import { mostProbed } from './slots.js';
import type { Splice } from './splice.js';
import type { SplicedBytes } from './splicedBytes.js';

/** 2 to the power of this is twice the splices that there is room for. */
const rowBits = 16;

/** In place of a place: there is no such value, or its text stays; the same as the length of what is not there. */
const none = -1;

/** There is no room for a text. */
const noRoom = -2;

/**
 * Splices by key, until there is no room for another: each is a row of the places of its values and of its texts, because of
 * both few are different.
 */
export class SpliceShelf {
  readonly #pool: BytePool;
  readonly #rows: RowTable;
  /** Members that are replaced, in the order in which they stand. */
  readonly #order: Int32Array;

  /** `count` is how many members a key has. */
  constructor(
    private readonly count: number,
    bytes: number,
  ) {
    this.#pool = new BytePool(bytes);
    this.#rows = new RowTable(2 * count, rowBits);
    this.#order = new Int32Array(count);
  }

  /** The row of a key's splice; -1 where it is not here. */
  find(key: MemberKey): number {
    for (let probed = 0; probed < mostProbed; probed++) {
      const row = this.#rows.slots.at(key.hash, probed);
      if (row < 0 || this.#isOf(row, key)) return row;
    }
    return -1;
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
  add({ hash, text, lengths, hashes, members: { starts } }: MemberKey, splice: Splice): boolean {
    const row: number[] = [];
    for (const [member, length] of lengths.entries())
      row.push(length < 0 ? none : this.#placeOf(text, starts[member] ?? 0, length, hashes[member]));
    for (const one of splice) row.push(one ? this.#placeOf(viewOf(one), 0, one.length) : none);
    return !row.includes(noRoom) && this.#rows.add(hash, row) >= 0;
  }

  forget(): void {
    this.#pool.forget();
    this.#rows.forget();
  }

  /** Whether a row is the one of a key. */
  #isOf(row: number, { text, lengths, members: { starts } }: MemberKey): boolean {
    for (let member = 0; member < this.count; member++) {
      const place = this.#rows.rows[row + member] ?? none;
      const length = lengths[member] ?? none;
      if (place < 0 || length < 0 ? place !== length : !this.#pool.isAt(place, text, starts[member] ?? 0, length))
        return false;
    }
    return true;
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
    const place = known >= 0 ? known : this.#pool.add(hash, text, from, length);
    return place >= 0 ? place : noRoom;
  }
}

const viewOf = ({ buffer, byteOffset, length }: Uint8Array): DataView => new DataView(buffer, byteOffset, length);
