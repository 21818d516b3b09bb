import type { Baseline } from './baseline.js';
import type { Snapshot } from './snapshot.js';

/** What earlier runs knew of a source. */
export interface Previous<Item> {
  readonly snapshot: Snapshot<Item>;
  readonly baseline?: Baseline | undefined;
}
