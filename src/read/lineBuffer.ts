import { inWords } from '../sources/parse/limits.js';
import { lineFeed } from './scan/bytes.js';

/** Characters of a line: a record has some 5,000. */
export const longestLine = 2 ** 22;

/** A line that is longer than any record; `line` counts from 1. */
export class LineTooLong extends Error {
  override readonly name = 'LineTooLong';
  constructor(line: number) {
    super(`line ${line} of stdin has more than ${inWords(longestLine)} characters`);
  }
}

/** Whole lines, each with its end, and how many there were before them. */
export interface Block {
  readonly block: Buffer;
  readonly before: number;
}

const lineEnd = Buffer.from([lineFeed]);
const byteOrderMark = Buffer.from('\uFEFF');

/** Puts lines together from the pieces that they come in, each byte once, however long a line gets. */
export class LineBuffer {
  #parts: Buffer[] = [];
  /** Characters of the line that has not ended. */
  #held = 0;
  #given = 0;
  #isFirst = true;

  /** The lines that end in the next piece. Throws a `LineTooLong` after those before it. */
  *add(piece: Buffer): Generator<Block> {
    const end = piece.lastIndexOf(lineFeed) + 1;
    if (end > 0) yield* this.#ended(piece.subarray(0, end));
    if (end === piece.length) return;
    this.#parts.push(piece.subarray(end));
    this.#held += charactersIn(piece, end, piece.length);
    if (this.#held > longestLine) throw new LineTooLong(this.#given + 1);
  }

  /** The last line, where it does not end. */
  *end(): Generator<Block> {
    if (this.#withoutMark(Buffer.concat(this.#parts)).length > 0) yield* this.#ended(lineEnd);
  }

  *#ended(piece: Buffer): Generator<Block> {
    const whole = this.#withoutMark(this.#parts.length === 0 ? piece : Buffer.concat([...this.#parts, piece]));
    this.#parts = [];
    this.#held = 0;
    this.#isFirst = false;
    const long = startOfLong(whole);
    const block = long < 0 ? whole : whole.subarray(0, long);
    const before = this.#given;
    this.#given += linesIn(block);
    if (block.length > 0) yield { block, before };
    if (long >= 0) throw new LineTooLong(this.#given + 1);
  }

  #withoutMark(bytes: Buffer): Buffer {
    const isMarked = this.#isFirst && bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark);
    return isMarked ? bytes.subarray(byteOrderMark.length) : bytes;
  }
}

/** Where the first line begins that is too long; -1 where there is none. */
function startOfLong(bytes: Buffer): number {
  if (bytes.length <= longestLine) return -1;
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(lineFeed, start);
    if (charactersIn(bytes, start, end) > longestLine) return start;
    start = end + 1;
  }
  return -1;
}

function linesIn(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, at + 1)) lines += 1;
  return lines;
}

/** Characters as a string counts them, of text in UTF-8: those of four bytes are two. */
function charactersIn(bytes: Uint8Array, from: number, to: number): number {
  let characters = 0;
  for (let at = from; at < to; at++) {
    const byte = bytes[at] ?? 0;
    if ((byte & 0xc0) !== 0x80) characters += byte >= 0xf0 ? 2 : 1;
  }
  return characters;
}
