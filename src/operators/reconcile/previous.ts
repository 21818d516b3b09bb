import type { Baseline } from '../../model/baseline.js';
import type { Snapshot } from '../../model/snapshot.js';

/** What earlier runs knew of a source. */
export interface Previous<Item> {
  readonly snapshot: Snapshot<Item>;
  readonly baseline?: Baseline | undefined;
}
