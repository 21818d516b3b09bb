import { z } from 'zod';
import { fault } from './fault.js';
import { origin } from './origin.js';
import { quarantined } from './quarantined.js';

const count = z.number().int().nonnegative();

/** A request as a source makes it (`request.ts`): placeholders unfilled, the key by its name. */
const asked = z.strictObject({
  url: z.string(),
  method: z.enum(['GET', 'POST', 'PUT']).optional(),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.string().optional(),
  key: z
    .strictObject({ env: z.array(z.string()).readonly(), header: z.string().optional(), prefix: z.string().optional() })
    .optional(),
  recordedBy: z.string().optional(),
  isNamed: z.literal(true).optional(),
});

/** A page that came: its body is kept by its sha256. */
const came = origin.extend({
  request: asked,
  bytes: count,
  attempts: z.number().int().positive(),
});

/** A page that did not come, and why. */
const missed = z.strictObject({
  request: asked,
  error: z.strictObject({
    ...fault.pick({ kind: true, error: true, attempts: true, retryAt: true, httpStatus: true }).shape,
  }),
});

/** What came of one request of a source. */
export const noted = z.union([came, missed]);
export type Noted = Readonly<z.infer<typeof noted>>;

/** All that a source was asked for in a run. */
export const reading = z.strictObject({
  /** Of the program that read it. */
  version: z.string(),
  pages: z.array(noted),
});
export type Reading = Readonly<z.infer<typeof reading>>;

const counts = z.record(z.string(), count);

/** What a run counted of the items of a source, whose files it is of. */
export const itemCounts = z.strictObject({
  items: count,
  matches: counts,
  statuses: counts,
  sources: counts,
  unpriced: counts,
  quarantined: z.array(quarantined).readonly(),
});
export type ItemCounts = Readonly<z.infer<typeof itemCounts>>;

/** How a source's file came about. */
export const sourceReadings = z.strictObject({
  /** What its file was made from, the newest first; the others are those of which something is kept. */
  made: z.array(reading).min(1),
  /** The last one, where it said the same in other bytes. */
  again: reading.optional(),
  counts: itemCounts.optional(),
});
export type SourceReadings = Readonly<z.infer<typeof sourceReadings>>;

/** `bodies/readings.json`: how each source was read, by `baselineKey`. */
export const readings = z.strictObject({
  /** Of the form of this file; another version is another form. */
  schemaVersion: z.literal(2),
  /** What the readings depend on beside the pages: another program may read other things in them. */
  basis: z.string().optional(),
  sources: z.record(z.string(), sourceReadings),
});
export type Readings = Readonly<z.infer<typeof readings>>;
