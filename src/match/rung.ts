import { grouped } from '../sources/parse/grouped.js';
import type { ModelName } from './name.js';
import type { Priced, Strategy } from './strategy.js';

/** Rows of a block that are compared as they are. */
const few = 1;

/** Rows of one seller that a strategy compares with the names of one block. */
export class Block {
  #near: ((name: ModelName) => readonly Priced[]) | undefined;

  constructor(
    readonly strategy: Strategy,
    /** All of them, in the order of the list. */
    readonly rows: readonly Priced[],
  ) {}

  /** Those that may fit a name, in their order: some guard refuses all others. */
  near(name: ModelName): readonly Priced[] {
    if (this.rows.length <= few) return this.rows;
    this.#near ??= this.strategy.narrowed(this.rows);
    return this.#near(name);
  }
}

/** One strategy with the rows of one seller, which are sorted into blocks when it is first asked. */
export class Rung {
  #blocks: ReadonlyMap<string, Block> | undefined;

  constructor(
    readonly strategy: Strategy,
    readonly rows: readonly Priced[],
  ) {}

  /** The rows that the strategy compares with a name; undefined where there are none. */
  blockOf(name: ModelName): Block | undefined {
    this.#blocks ??= blocksOf(this.strategy, this.rows);
    return this.#blocks.get(this.strategy.block(name));
  }
}

const blocksOf = (strategy: Strategy, rows: readonly Priced[]): ReadonlyMap<string, Block> =>
  new Map(
    [...grouped(rows, ({ name }) => strategy.block(name))].map(([key, group]) => [key, new Block(strategy, group)]),
  );
