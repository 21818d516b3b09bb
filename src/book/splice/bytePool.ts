import { sameBytes } from './sameBytes.js';
import { mostProbed, Slots } from './slots.js';

/** Slots for texts, of which no more than half are taken. */
const slotBits = 17;
const mostTexts = 2 ** (slotBits - 1);

/** Before a text stand its hash and its length. */
const headSize = 8;

/** Texts in one piece of memory, each once; they stay at their places until all are forgotten. */
export class BytePool {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  readonly #slots = new Slots(slotBits);
  #count = 0;
  #used = 0;

  /** Memory that is not used is not touched, and takes none. */
  constructor(private readonly capacity: number) {
    this.bytes = Buffer.allocUnsafeSlow(capacity);
    this.#view = new DataView(this.bytes.buffer, 0, capacity);
  }

  /** The place of a text that has that hash; -1 where there is none. */
  find(hash: number, text: DataView, from: number, length: number): number {
    for (let probed = 0; probed < mostProbed; probed++) {
      const place = this.#slots.at(hash, probed);
      if (place < 0) return -1;
      if (this.#view.getInt32(place - headSize, true) === hash && this.isAt(place, text, from, length)) return place;
    }
    return -1;
  }

  /** Whether it is that text that stands at a place. */
  isAt(place: number, text: DataView, from: number, length: number): boolean {
    return this.lengthAt(place) === length && sameBytes(text, from, this.#view, place, length);
  }

  /** The place of a text that is not there yet; -1 where there is no room. */
  add(hash: number, text: DataView, from: number, length: number): number {
    const place = this.#used + headSize;
    if (place + length > this.capacity || this.#count === mostTexts) return -1;
    this.#used = place + length;
    this.#count += 1;
    this.#slots.add(hash, place);
    this.#view.setInt32(place - headSize, hash, true);
    this.#view.setInt32(place - headSize / 2, length, true);
    this.bytes.set(new Uint8Array(text.buffer, text.byteOffset + from, length), place);
    return place;
  }

  lengthAt(place: number): number {
    return this.#view.getInt32(place - headSize / 2, true);
  }

  forget(): void {
    this.#slots.clear();
    this.#count = 0;
    this.#used = 0;
  }
}
