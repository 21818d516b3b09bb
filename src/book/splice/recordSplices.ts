import { KeyTable } from '../../read/scan/keyTable.js';
import { Members, scanObject } from '../../read/scan/scanObject.js';
import { enrichedFields, type EnrichingBook, enrichRecord } from '../enrichRecord.js';
import { Recent } from '../recent.js';
import { MemberKey } from './memberKey.js';
import { SharedBytes } from './sharedBytes.js';
import { type Splice, spliceOf } from './splice.js';

/** Bytes of splices to remember, with the values that they are for. */
const mostRemembered = 24 * 2 ** 20;

/** Bytes that a splice takes beside its texts. */
const overhead = 200;

/** A splice with the bytes that it was the first to have. */
interface Kept extends Splice {
  /** The values that it is for. */
  readonly key: Uint8Array;
  readonly bytes: number;
}

const table = new KeyTable(enrichedFields);

/**
 * Finds what a price book adds to the text of a record, without reading what does not matter to it. Records in which all that
 * matters is the same are answered from memory.
 */
export class RecordSplices {
  /** Those of the record that was scanned last. */
  readonly members = new Members(table);
  readonly #key = new MemberKey();
  readonly #texts = new SharedBytes();
  readonly #known = new Recent<Kept, number>(mostRemembered, (_, { key, bytes }) => key.length + bytes + overhead);

  constructor(private readonly book: EnrichingBook) {}

  /** The place behind a record that begins here, as `scanObject` tells it. */
  scan(bytes: Uint8Array, from: number): number {
    return scanObject(bytes, from, this.members);
  }

  /** The splice of the record that was scanned last; a promise, during which no other is scanned, where the book is asked. Rejects where that can't answer. */
  of(bytes: Buffer): Splice | Promise<Splice> {
    const key = this.#key.take(bytes, this.members);
    const known = key === undefined ? undefined : this.#known.get(key);
    return known && this.#key.is(known.key) ? known : this.#ask(bytes, key);
  }

  async #ask(bytes: Buffer, key: number | undefined): Promise<Splice> {
    const { starts, ends } = this.members;
    const own = key === undefined ? undefined : this.#key.copy();
    const values = enrichedFields.flatMap((field, place): [string, unknown][] => {
      const [start = -1, end = 0] = [starts[place], ends[place]];
      return start < 0 ? [] : [[field, JSON.parse(bytes.toString('utf8', start, end))]];
    });
    const before = Object.fromEntries(values);
    const after = await enrichRecord(before, this.book);
    const held = this.#texts.held;
    const splice = spliceOf(bytes, this.members, before, after, this.#texts);
    if (key !== undefined && own) this.#known.set(key, { ...splice, key: own, bytes: this.#texts.held - held });
    return splice;
  }
}
