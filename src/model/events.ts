import { z } from 'zod';
import type { Model } from './model.js';
import type { ProviderFile } from './providerFile.js';

/** A row that should be a model and could not be read: kept, with the reason, a line of `data/rejected.jsonl`. */
export const deadLetter = z.strictObject({
  provider: z.string(),
  stage: z.enum(['validate', 'normalize']),
  reason: z.string(),
  /** Where in the row, dotted; empty for the row as a whole. */
  path: z.string(),
  row: z.unknown(),
});
export type DeadLetter = Readonly<z.infer<typeof deadLetter>>;

/** A link of a source's chain that gave nothing, and why. */
export interface LinkFault {
  readonly link: string;
  readonly error: string;
  /** ISO 8601: when the provider allows to be asked again, where it said so. */
  readonly retryAt: string | null;
}

/** What became different in the rows of a link since the last run. */
export interface Drift {
  readonly newKeys: readonly string[];
  readonly goneKeys: readonly string[];
  readonly changedTypes: readonly { readonly key: string; readonly was: string; readonly is: string }[];
  readonly rows: { readonly was: number; readonly is: number };
}

/** A file as it was written. */
export interface Written {
  /** Relative to the output folder. */
  readonly path: string;
  /** Hex, of its bytes. */
  readonly sha256: string;
}

/**
 * fresh = read in this run, unchanged = read and the same as before, recording = a recorded answer stands in,
 * stale = the last good output stands in.
 */
export type Status = 'fresh' | 'unchanged' | 'recording' | 'stale';

interface Started {
  readonly type: 'started';
  readonly provider: string;
  readonly name: string;
}

export interface ModelRead {
  readonly type: 'model';
  readonly provider: string;
  /** As the provider states it. */
  readonly model: Model;
  /** The same, joined with the price list. */
  readonly enriched: Model;
}

interface Rejected {
  readonly type: 'rejected';
  readonly provider: string;
  readonly letter: DeadLetter;
}

export interface Completed {
  readonly type: 'completed';
  readonly provider: string;
  readonly status: Status;
  /** Link of the chain that gave the models. */
  readonly link: string;
  readonly via: ProviderFile['via'];
  /** ISO 8601: when the models were fetched or recorded. */
  readonly fetchedAt: string;
  /** ISO 8601: when the link was last seen to give them; later than `fetchedAt` where it gave the same ones again. */
  readonly readAt: string;
  /** Rows read = models + rejected + skipped. */
  readonly rows: number;
  readonly skipped: number;
  readonly requests: number;
  readonly bytes: number;
  /** Links of the chain that failed, best first. */
  readonly faults: readonly LinkFault[];
  /** Why the status is not fresh, or why the best link was not the one that answered; null where all is well. */
  readonly error: string | null;
  readonly retryAt: string | null;
  readonly drift: Drift | null;
  /** Keys of the rows and their types, for the next run's drift. */
  readonly shape: Readonly<Record<string, string>>;
  readonly files: readonly Written[];
}

export interface Failed {
  readonly type: 'failed';
  readonly provider: string;
  readonly error: string;
  readonly retryAt: string | null;
  readonly faults: readonly LinkFault[];
}

/** All that happens to a provider, `started` first, `completed` or `failed` last. */
export type Event = Started | ModelRead | Rejected | Completed | Failed;

/** What a run settles on for a provider: a completion, with the models it speaks of. */
export interface Settled extends Omit<Completed, 'type' | 'provider' | 'files'> {
  readonly models: readonly Model[];
  /** The models joined with the price list, in the same order; not there before the join. */
  readonly enriched?: readonly Model[];
  readonly rejected: readonly DeadLetter[];
}
