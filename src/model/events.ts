import type { DeadLetter } from './deadLetter.js';
import type { Fault } from './fault.js';
import type { Model } from './model.js';
import type { Origins } from './origin.js';
import type { PriceRow } from './price.js';
import type { ItemCounts } from './reading.js';
import type { Shape, Stated } from './shape.js';
import type { ProviderKind } from './providerKind.js';
import type { SnapshotHead } from './snapshot.js';
import type { SourceKind } from './sourceKind.js';

/** Whose event it is. */
export interface SourceRef {
  readonly kind: SourceKind;
  readonly source: string;
}

export interface Started extends SourceRef {
  readonly type: 'started';
  readonly name: string;
  /** What it is to the models that it sells; null where nobody says, and for a price list. */
  readonly providerKind: ProviderKind | null;
  /** Page for people. */
  readonly docs: string;
  /** Environment variables that hold a key for its API. */
  readonly env: readonly string[];
}

export interface ModelRead extends SourceRef {
  readonly type: 'model';
  /** As the provider states it. */
  readonly model: Model;
  /** The pages that the two name. */
  readonly sources: Origins;
  /** The same, joined with the price lists. */
  readonly enriched: Model;
  /** What was said of its price and is not believed; `row` names it in a list's words. */
  readonly refused: readonly {
    readonly witness: string;
    readonly row: string | null;
    readonly code: string;
    readonly detail: string;
  }[];
}

export interface PriceRead extends SourceRef {
  readonly type: 'price';
  readonly price: PriceRow;
}

interface Rejected extends SourceRef {
  readonly type: 'rejected';
  readonly letter: DeadLetter;
}

export interface Completed extends SourceRef {
  readonly type: 'completed';
  readonly head: SnapshotHead;
  readonly shape: Shape;
  readonly stated: Stated;
  /** Every page is as it was: the files of the source stand as they are, no item of it is told, and this is what they hold. */
  readonly repeated?: ItemCounts | undefined;
}

export interface Failed extends SourceRef {
  readonly type: 'failed';
  readonly error: string;
  readonly retryAt: string | null;
  readonly faults: readonly Fault[];
  readonly requests: SnapshotHead['requests'];
}

/** All that happens to a source, `started` first, `completed` or `failed` last. */
export type Event = Started | ModelRead | PriceRead | Rejected | Completed | Failed;
