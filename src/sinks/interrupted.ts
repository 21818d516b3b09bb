import type { Written } from './sink.js';

/** The run was ended by `stop`. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
  constructor(
    /** What was written all the same. */
    readonly files: readonly Written[],
  ) {
    super('interrupted');
  }
}
