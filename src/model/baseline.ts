import { z } from 'zod';
import { shape, stated } from './shape.js';

const count = z.number().int().nonnegative();

/** How much a reading of a source held. */
export const volume = z.strictObject({
  /** Name of the endpoint that was read. */
  endpoint: z.string(),
  /** Rows that it sent. */
  rows: count,
  /** Records that were read from them. */
  records: count,
  /** Records with a price of the endpoint's own. */
  priced: count,
  stated: stated.optional(),
  /** Whether it was a recording. */
  isRecorded: z.literal(true).optional(),
  /** Ids that the reading before it had and it had not. */
  gone: z.array(z.string()).optional(),
});
export type Volume = Readonly<z.infer<typeof volume>>;

/** Readings that a new one is held against. */
export const mostReadings = 7;

/** What the last runs saw of a source's rows: what the next reading is held against. */
export const baseline = z.strictObject({
  /** Name of the endpoint that they came from. */
  endpoint: z.string(),
  /** How many there were. */
  rows: count,
  shape,
  /** ISO 8601: when they were last read, were they the same as before. */
  readAt: z.string(),
  /** The pages that they were read from: by their hash, when they were first fetched with those bytes, ISO 8601. */
  pages: z.record(z.string(), z.string()).default({}),
  /** Prices that the last run kept back (`heldKey`). */
  held: z.array(z.string()).default([]),
  /** The last seven readings that were believed, the newest last. */
  readings: z.array(volume),
});
export type Baseline = Readonly<z.infer<typeof baseline>>;

/** Readings of a source that held the same as the last one that its baseline tells. */
export const repeated = z.strictObject({
  /** ISO 8601: when it was last read. */
  readAt: z.string(),
  /** How many there were; more than seven are seven. */
  times: count.min(1).max(mostReadings),
});
export type Repeated = Readonly<z.infer<typeof repeated>>;

/** `data/baselines.json`: by provider id, or `prices/<id>` for a price list. */
export const baselines = z.record(z.string(), baseline);
