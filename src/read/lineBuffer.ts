import { inWords } from '../sources/parse/limits.js';

/** Characters of a line: a record has some 5,000. */
export const longestLine = 2 ** 22;

/** A line that is longer than any record; `line` counts from 1. */
export class LineTooLong extends Error {
  override readonly name = 'LineTooLong';
  constructor(line: number) {
    super(`line ${line} of stdin has more than ${inWords(longestLine)} characters`);
  }
}

/** Puts lines together from the pieces that they come in, each character once, however long a line gets. */
export class LineBuffer {
  #parts: string[] = [];
  #held = 0;
  #given = 0;

  /** The part of a line that has not ended. Throws a `LineTooLong`. */
  hold(part: string): void {
    this.#held += part.length;
    if (this.#held > longestLine) throw new LineTooLong(this.#given + 1);
    if (part !== '') this.#parts.push(part);
  }

  /** The line that was held, at its end. */
  take(more = 0): string {
    const line = this.#parts.join('');
    this.#parts = [];
    this.#held = 0;
    this.#given += 1 + more;
    return line;
  }

  get isEmpty(): boolean {
    return this.#parts.length === 0;
  }
}
