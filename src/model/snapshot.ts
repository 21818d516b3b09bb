import { z } from 'zod';
import type { DeadLetter } from './deadLetter.js';
import { fault } from './fault.js';
import { origins, via } from './origin.js';
import { drift, type Shape, type Stated } from './shape.js';

/**
 * fresh = read in this run, unchanged = read and the same as before, recording = a recorded answer stands in,
 * stale = what an earlier run wrote stands in.
 */
export const status = z.enum(['fresh', 'unchanged', 'recording', 'stale']);
export type Status = z.infer<typeof status>;

const count = z.number().int().nonnegative();

/** A stated price that is not believed at once: both values, USD per 1K tokens. */
export const jump = z.strictObject({
  /** Of the model. */
  id: z.string(),
  /** Of the price. */
  field: z.string(),
  /** What is kept. */
  was: z.number(),
  /** What is stated now. */
  is: z.number(),
  /** Whether most prices of the source moved with it, by one factor or to other models: kept until `--accept-jump`. */
  isCommon: z.literal(true).optional(),
});
export type Jump = Readonly<z.infer<typeof jump>>;

/** All that a run knows of the reading of one source, its records aside: carried from the reading to the manifest. */
export const snapshotHead = z.strictObject({
  status,
  /** Name of the endpoint that gave the records. */
  endpoint: z.string(),
  /** Where its first page came from. */
  url: z.string(),
  /** Over what that came. */
  via,
  /** ISO 8601: when it was fetched or recorded. */
  fetchedAt: z.string(),
  /** Of its body, hex. */
  sha256: z.string(),
  /** The pages that the records name. */
  sources: origins,
  /** ISO 8601: when the endpoint was last seen to give them; later than `fetchedAt` where it gave the same ones again. */
  readAt: z.string(),
  /** What is missing of a recording that is not the whole answer; null where it is whole, or was fetched. */
  partial: z.string().nullable(),
  /** rows + kept.records = records + rejected + skipped. */
  rows: count,
  /** Rows that could not be read. */
  rejected: count,
  /** Rows that are no record: not on offer, another one's double, or cut off by a limit. */
  skipped: count,
  /** Those by why they are none, in words; absent where there are none. */
  skips: z.record(z.string(), count).optional(),
  /** Records with a price of the endpoint's own, before anything was filled. */
  priced: count,
  /** Price keys above zero that nobody reads, with the number of rows. */
  unread: z.record(z.string(), count),
  /** What could not be read now and is kept from an earlier reading: whole records, prices, other fields. */
  kept: z.strictObject({
    /** Whole records. */
    records: count,
    /** Records of which the price is kept. */
    prices: count,
    /** Records of which other fields are kept. */
    facts: count,
  }),
  /** What the reading before had and this one has not, by id: also where no more is gone than may be. */
  gone: z
    .strictObject({
      /** Records that are not listed any more. */
      records: z.array(z.string()).readonly(),
      /** Records that have no price any more. */
      prices: z.array(z.string()).readonly(),
    })
    .default({ records: [], prices: [] }),
  /** Prices that are kept back, because they moved too far. */
  jumps: z.array(jump).readonly(),
  /** Pages that came, attempts beyond the first of each, and pages that did not come in the end. */
  requests: z.strictObject({
    /** Pages that came. */
    answered: count,
    /** Attempts beyond the first of each. */
    retried: count,
    /** Pages that did not come in the end. */
    failed: count,
    /** Of those that came, those that their hosts said to be as an earlier run kept them; absent where there are none. */
    unchanged: count.optional(),
  }),
  /** Of the pages, together. */
  bytes: count,
  /** Of those, what came over the network; absent where all did. */
  moved: count.optional(),
  /** What failed on the way, in the order of the chain. */
  faults: z.array(fault).readonly(),
  /** Why the records are not as good as they could be, with the next step; null where all is well. */
  error: z.string().nullable(),
  /** ISO 8601: when the source allows to be asked again, where it said so. */
  retryAt: z.string().nullable(),
  drift: drift.nullable(),
});
export type SnapshotHead = Readonly<z.infer<typeof snapshotHead>>;

/** One reading of a source: who said what when, and the records that came of it. */
export interface Snapshot<Item> extends SnapshotHead {
  readonly items: readonly Item[];
  readonly letters: readonly DeadLetter[];
  /** Keys of the rows and their types, for the next run's drift. */
  readonly shape: Shape;
  /** How often each price was stated, for the next run to see which is gone. */
  readonly stated: Stated;
}
