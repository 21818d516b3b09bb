import { byteAt, lineFeed } from '../../read/scan/bytes.js';
import { KeyTable } from '../../read/scan/keyTable.js';
import { Members, scanObject } from '../../read/scan/scanObject.js';
import { skipSpace } from '../../read/scan/skipSpace.js';
import { enrichedFields, type EnrichingBook, enrichRecord, fieldsByKind } from '../enrichRecord.js';
import { MemberKey } from './memberKey.js';
import { applySplice, type Splice, spliceOf } from './splice.js';
import type { SplicedBytes } from './splicedBytes.js';
import { SpliceMemory } from './spliceMemory.js';

/** Bytes of splices to remember, with the values that they are for. */
const mostRemembered = 2 ** 24;

const table = new KeyTable(enrichedFields);

/**
 * Finds what a price book adds to the text of a record, without reading what does not matter to it. Records in which all that
 * matters is the same are answered from memory.
 */
export class RecordSplices {
  readonly #members = new Members(table);
  readonly #key = new MemberKey(
    this.#members,
    enrichedFields.map((field) => fieldsByKind.has(field)),
  );
  readonly #known: SpliceMemory;

  constructor(
    private readonly book: EnrichingBook,
    most = mostRemembered,
  ) {
    this.#known = new SpliceMemory(this.#key, most);
  }

  /** Reads the line that begins here, given its bytes with their line end; gives the place of the latter, or -1 where it is no record alone. */
  scan(bytes: Uint8Array, from: number): number {
    const behind = scanObject(bytes, skipSpace(bytes, from), this.#members);
    if (behind < 0) return -1;
    const end = skipSpace(bytes, behind);
    return byteAt(bytes, end) === lineFeed ? end : -1;
  }

  /**
   * Changes the record that was scanned last in `out`. Gives a promise, during which no other is scanned, where the book has
   * to be asked; it rejects where that can't answer, and nothing is changed. `view` is one of the same bytes.
   */
  putInto(out: SplicedBytes, bytes: Buffer, view: DataView): undefined | Promise<void> {
    const hasKey = this.#key.take(view);
    if (hasKey && this.#known.putInto(out)) return undefined;
    return this.#ask(bytes).then((splice) => {
      if (hasKey) this.#known.keep(splice);
      applySplice(splice, this.#members, out);
    });
  }

  async #ask(bytes: Buffer): Promise<Splice> {
    const { starts, ends } = this.#members;
    const values = enrichedFields.flatMap((field, place): [string, unknown][] => {
      const [start = -1, end = 0] = [starts[place], ends[place]];
      return start < 0 ? [] : [[field, JSON.parse(bytes.toString('utf8', start, end))]];
    });
    const before = Object.fromEntries(values);
    return spliceOf(bytes, this.#members, before, await enrichRecord(before, this.book));
  }
}
